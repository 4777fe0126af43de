// SPDX-License-Identifier: Apache-2.0
import { counterDesk } from '@lilong/contracts/counters';
import { useRead } from '@lilong/ui/client.ts';
import { useLive } from '@lilong/ui/live.ts';
import type { ReactNode } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useT } from '../words.ts';
import { AtWindow } from './AtWindow.tsx';
import { ChooseWindow } from './ChooseWindow.tsx';
import './counters.css';

/** 窗口: whom to call next, and whoever is there now. Everything is done by one key. */
export function WindowPage(): ReactNode {
  const t = useT();
  useLive('counters');
  const read = useRead(counterDesk, {}, { refetchInterval: 30_000 });
  if (read.data === undefined)
    return (
      <div className="page">
        <h1 className="unseen">{t('counters.window')}</h1>
        {read.error === null ? (
          <Waiting rows={6} />
        ) : (
          <Refused problem={read.error.problem} again={() => read.refetch()} />
        )}
      </div>
    );
  const mine = read.data.windows.find(({ seat }) => seat === 'mine');
  if (mine === undefined) return <ChooseWindow hall={read.data} />;
  return <AtWindow hall={read.data} window={mine} />;
}
