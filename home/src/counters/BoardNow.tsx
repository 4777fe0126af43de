// SPDX-License-Identifier: Apache-2.0
import type { Board, Call } from '@lilong/contracts/counters';
import { shownAt } from '@lilong/ui/moment.ts';
import { useMoment } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { useT } from '../words/use.ts';
import { windowWords } from './said.ts';

/** So long somebody who was called is on the way. */
const ON_THE_WAY_MS = 180_000;

interface BoardNowProps {
  readonly board: Board;
  /** Being spoken right now. */
  readonly calling: Call | undefined;
  readonly now: Date;
  /** Since when nothing was heard. */
  readonly lostAt: Date | undefined;
}

/** The one number everybody looks for; nothing that is old stands here as if it were new. */
export function BoardNow({ board, calling, now, lostAt }: BoardNowProps): ReactNode {
  const t = useT();
  const say = useMoment();
  if (lostAt !== undefined) return <Lost since={lostAt} />;
  const call = calling ?? onTheWay(board, now);
  if (call !== undefined) return <Called call={call} />;
  const shut =
    board.opens === null ? t('board.shut') : t('board.opens', { when: say(board.opens) });
  return (
    <section className="board-now">
      <p className="board-nothing">{board.open ? t('board.quiet') : shut}</p>
      {board.open && <p>{t('board.quiet-how')}</p>}
    </section>
  );
}

/** Called last, and not there yet. */
const onTheWay = ({ calls, windows }: Board, now: Date): Call | undefined =>
  calls
    .filter(({ at }) => now.getTime() - Date.parse(at) < ON_THE_WAY_MS)
    .find(({ number }) => windows.some((one) => one.number === number && one.state === 'called'));

function Called({ call: { number, window } }: { call: Call }): ReactNode {
  const t = useT();
  return (
    <section className="board-now" aria-live="assertive">
      <p>{t('board.please')}</p>
      <strong>{number}</strong>
      <em>{windowWords(t, window, 'wall')}</em>
    </section>
  );
}

function Lost({ since }: { since: Date }): ReactNode {
  const t = useT();
  return (
    <section className="board-now" role="status">
      <p className="board-stale">{t('board.lost', { time: shownAt(since).slice(11) })}</p>
      <p className="board-nothing">{t('board.lost-how')}</p>
    </section>
  );
}
