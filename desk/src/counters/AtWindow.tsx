// SPDX-License-Identifier: Apache-2.0
import { leaveWindow } from '@lilong/contracts/counters';
import { useWrite } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { useT } from '../words.ts';
import { OutOfLine } from './Apart.tsx';
import { Current } from './Current.tsx';
import { LineOf } from './LineOf.tsx';
import { NextOne } from './NextOne.tsx';
import { type Hall, useServiceName } from './said.ts';
import { Told } from './Told.tsx';
import { type Acts, useActs } from './use-acts.ts';
import { useVisit } from './use-visit.ts';
import { VisitPanel } from './VisitPanel.tsx';
import { Waits } from './Waits.tsx';

export type MyWindow = Hall['windows'][number];
interface AtWindowProps {
  readonly hall: Hall;
  readonly window: MyWindow;
}

/** The work at a window on one screen: who is here, who comes next, who waits. */
export function AtWindow({ hall, window }: AtWindowProps): ReactNode {
  const acts = useActs(window.window);
  const { current } = hall;
  return (
    <>
      <Told hall={hall} nobody={acts.nobody} />
      {current === null ? (
        <Frame hall={hall} window={window} acts={acts}>
          <NextOne hall={hall} window={window} acts={acts} />
        </Frame>
      ) : (
        <Serving key={current.ticket} hall={hall} window={window} ticket={current} acts={acts} />
      )}
    </>
  );
}

interface ServingProps extends AtWindowProps {
  readonly ticket: NonNullable<Hall['current']>;
  readonly acts: Acts;
}

/** Somebody is here; once it is known who, their card is beside the number. */
function Serving({ hall, window, ticket, acts }: ServingProps): ReactNode {
  const visiting = useVisit(ticket);
  const { visit } = visiting;
  return (
    <Frame
      hall={hall}
      window={window}
      acts={acts}
      card={visit && <VisitPanel visit={visit} visiting={visiting} ticket={ticket.ticket} />}
    >
      <Current hall={hall} ticket={ticket} acts={acts} visiting={visiting} />
    </Frame>
  );
}

interface FrameProps extends AtWindowProps {
  readonly acts: Acts;
  readonly card?: ReactNode;
  readonly children: ReactNode;
}

function Frame({ hall, window, acts, card, children }: FrameProps): ReactNode {
  const t = useT();
  return (
    <div className={card === undefined ? 'counter' : 'counter with-card'}>
      <Head hall={hall} window={window} />
      <Waits services={hall.services} />
      <section className="counter-work">
        <Refused problem={acts.refusal} />
        {acts.nobody && <p className="note">{t('counters.nobody')}</p>}
        {children}
        <OutOfLine hall={hall} acts={acts} />
      </section>
      {card}
      <LineOf hall={hall} window={window} />
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
      <Ways />
      <Button loading={leave.pending} onClick={() => void leave.send({ window: window.window })}>
        {t('counters.leave')}
      </Button>
      <Refused problem={leave.refusal} />
    </header>
  );
}

/** Who booked, and where it goes faster for whoever asks at the window. */
function Ways(): ReactNode {
  const t = useT();
  return (
    <nav className="counter-ways" aria-label={t('hall.ways')}>
      <Link className="ant-btn ant-btn-default counter-way" to="/hall/booked">
        <Icon name="clock" size={18} /> {t('booked.title')}
      </Link>
      <Link className="ant-btn ant-btn-default counter-way" to="/halls">
        <Icon name="pin" size={18} /> {t('send.title')}
      </Link>
    </nav>
  );
}
