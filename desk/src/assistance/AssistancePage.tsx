// SPDX-License-Identifier: Apache-2.0
import { useLive } from '@lilong/ui/live.ts';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';
import { PayLists } from './PayLists.tsx';
import { Rechecks } from './Rechecks.tsx';
import './assistance.css';
import '../cases/dock.css';

/** 救助: whom to look at again, and what is paid by month. */
export function AssistancePage(): ReactNode {
  const t = useT();
  useLive('assistance');
  return (
    <div className="page assistance-page">
      <header>
        <h1>{t('assistance.page')}</h1>
        <p className="page-lead">{t('assistance.page-lead')}</p>
      </header>
      <Rechecks />
      <PayLists />
    </div>
  );
}
