// SPDX-License-Identifier: Apache-2.0
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Empty } from '../parts/Empty.tsx';
import { useT } from '../words.ts';

/** An address that leads nowhere. */
export function Lost(): ReactNode {
  const t = useT();
  return (
    <Empty icon="help" title={t('lost.title')}>
      <h1 className="unseen">{t('lost.title')}</h1>
      <p>
        <Link to="/">{t('lost.back')}</Link>
      </p>
    </Empty>
  );
}

/** A page that broke, or whose program could not be fetched because a newer version was put up meanwhile. */
export function PageFault(): ReactNode {
  const t = useT();
  return (
    <Empty icon="warning" title={t('fault.title')}>
      <h1 className="unseen">{t('fault.title')}</h1>
      <Button type="primary" onClick={() => window.location.reload()}>
        {t('fault.reload')}
      </Button>
    </Empty>
  );
}
