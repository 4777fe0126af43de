// SPDX-License-Identifier: Apache-2.0
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';

interface DecideBarProps {
  readonly pending: boolean;
  readonly onDecide: (approve: boolean) => void;
}

/** The safety administrator's two answers to a draft. */
export function DecideBar({ pending, onDecide }: DecideBarProps): ReactNode {
  const t = useT();
  return (
    <div className="bar-buttons">
      <Button type="primary" loading={pending} onClick={() => onDecide(true)}>
        {t('catalogue.approve')}
      </Button>
      <Button disabled={pending} onClick={() => onDecide(false)}>
        {t('catalogue.refuse')}
      </Button>
    </div>
  );
}
