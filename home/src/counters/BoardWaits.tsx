// SPDX-License-Identifier: Apache-2.0
import type { Board, ServiceLine } from '@lilong/contracts/counters';
import type { ReactNode } from 'react';
import { useT } from '../words/use.ts';
import { useServiceName, windowWords } from './said.ts';

/** Who is served where, and how many wait for what. */
export function BoardWaits({ board }: { board: Board }): ReactNode {
  const t = useT();
  return (
    <>
      <section className="board-serving" aria-labelledby="board-serving">
        <h2 id="board-serving">{t('board.serving')}</h2>
        <ul>
          {board.windows.map(({ window, number, state }) => (
            <li key={window}>
              <span>{windowWords(t, window, 'nth')}</span>
              <b>{number !== null && state === 'serving' ? number : '–'}</b>
            </li>
          ))}
        </ul>
      </section>
      <ul className="board-waits">
        {board.services.map((service) => (
          <Waits key={service.service} service={service} />
        ))}
      </ul>
    </>
  );
}

function Waits({ service }: { service: ServiceLine }): ReactNode {
  const t = useT();
  const name = useServiceName();
  const { letter, waiting, wait } = service;
  return (
    <li>
      <span>
        <i>{letter}</i> {name(service)}
      </span>
      <b>{t('board.people', { count: waiting })}</b>
      <small>
        {wait.minutes === null ? t('board.no-window') : t('board.about', { minutes: wait.minutes })}
      </small>
    </li>
  );
}
