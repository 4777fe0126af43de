// SPDX-License-Identifier: Apache-2.0
import { leaveWindow } from '@lilong/contracts/counters';
import { useWrite } from '@lilong/ui/client.ts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { useT } from '../words.ts';
import { OutOfLine } from './Apart.tsx';
import { Current } from './Current.tsx';
import { LineOf } from './LineOf.tsx';
import { NextOne } from './NextOne.tsx';
import { type Hall, useServiceName } from './said.ts';
import { useActs } from './use-acts.ts';
import { Waits } from './Waits.tsx';

export type MyWindow = Hall['windows'][number];
interface AtWindowProps {
  readonly hall: Hall;
  readonly window: MyWindow;
}

/** The work at a window on one screen: who is here, who comes next, who waits. */
export function AtWindow({ hall, window }: AtWindowProps): ReactNode {
  const t = useT();
  const acts = useActs(window.window);
  return (
    <div className="counter">
      <Head hall={hall} window={window} />
      <Waits services={hall.services} />
      <section className="counter-work" aria-live="polite">
        <Refused problem={acts.refusal} />
        {acts.nobody && (
          <p className="note" role="status">
            {t('counters.nobody')}
          </p>
        )}
        {hall.current === null ? (
          <NextOne hall={hall} window={window} acts={acts} />
        ) : (
          <Current key={hall.current.ticket} hall={hall} ticket={hall.current} acts={acts} />
        )}
        <OutOfLine hall={hall} acts={acts} />
      </section>
      <LineOf hall={hall} services={window.services} />
    </div>
  );
}

function Head({ hall, window }: AtWindowProps): ReactNode {
  const t = useT();
  const name = useServiceName();
  const leave = useWrite(leaveWindow, { refreshes: ['counters'] });
  const done = hall.services.filter(({ service }) => window.services.includes(service));
  return (
    <header className="counter-head">
      <h1 lang="zh-CN">{window.name}</h1>
      <p>{done.map(name).join(t('list.join'))}</p>
      {!hall.open && <span className="tag tag-soon">{t('counters.shut')}</span>}
      <Button loading={leave.pending} onClick={() => void leave.send({ window: window.window })}>
        {t('counters.leave')}
      </Button>
      <Refused problem={leave.refusal} />
    </header>
  );
}
