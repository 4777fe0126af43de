// SPDX-License-Identifier: Apache-2.0
import { type Board, type Call, centreBoard } from '@lilong/contracts/counters';
import { useRead } from '@lilong/ui/client.ts';
import { Mark } from '@lilong/ui/Icons.tsx';
import { shownAt } from '@lilong/ui/moment.ts';
import type { ReactNode } from 'react';
import { useWho } from '../session/me.ts';
import { useInAddress } from '../shell/nav.tsx';
import { useT } from '../words/use.ts';
import { BoardNow } from './BoardNow.tsx';
import { BoardWaits } from './BoardWaits.tsx';
import { windowWords } from './said.ts';
import { useCaller } from './use-caller.ts';
import { useHallClock } from './use-clock.ts';
import './board.css';

/** A wall that hears nothing for so long says so. */
const SILENT_MS = 45_000;
const PERIOD_MS = 20_000;
/** While the network is gone it is tried more often: nobody stands there to press anything. */
const LOST_PERIOD_MS = 4_000;

/** The wall of a hall: who is called, who was called just now, how many wait. Nobody signs in to it. */
export function BoardPage(): ReactNode {
  const t = useT();
  const centre = Number(useInAddress('centre'));
  const read = useRead(
    centreBoard,
    { centre },
    {
      refetchInterval: ({ state }) => (state.error === null ? PERIOD_MS : LOST_PERIOD_MS),
      refetchIntervalInBackground: true,
      retry: false,
      staleTime: 0,
    },
  );
  const now = useHallClock(read.data);
  const caller = useCaller(centre, read.data);
  if (read.data === undefined) return <NoBoard failed={read.error !== null} />;
  const lost = isLost(Date.now() - read.dataUpdatedAt, read.error !== null);
  return (
    <div className={lost ? 'board lost' : 'board'}>
      <Head board={read.data} now={now} onSound={caller.blocked ? caller.unblock : undefined} />
      <BoardNow
        board={read.data}
        calling={caller.calling}
        now={now}
        lostAt={lost ? new Date(read.data.now) : undefined}
      />
      <section className="board-list" aria-labelledby="board-just">
        <h2 id="board-just">{t('board.just')}</h2>
        <JustCalled calls={caller.called} now={now} />
      </section>
      <BoardWaits board={read.data} />
    </div>
  );
}

/** No network, a failed reading that is not mended soon, or no answer at all. */
function isLost(silentMs: number, failed: boolean): boolean {
  if (!navigator.onLine || silentMs > SILENT_MS) return true;
  return failed && silentMs > PERIOD_MS / 2;
}

function NoBoard({ failed }: { failed: boolean }): ReactNode {
  const t = useT();
  return (
    <div className="board lost">
      <p className="board-nothing" role="status">
        {t(failed ? 'board.no-answer' : 'shell.opening')}
      </p>
    </div>
  );
}

interface HeadProps {
  readonly board: Board;
  readonly now: Date;
  readonly onSound: (() => void) | undefined;
}
function Head({ board, now, onSound }: HeadProps): ReactNode {
  const t = useT();
  const { demo } = useWho();
  return (
    <header className="board-head">
      <Mark ground="night" />
      <h1 lang="zh-CN">{board.name}</h1>
      {board.closing !== null && (
        <b className="board-early">{t('board.early', { at: board.closing.at })}</b>
      )}
      {demo && <b className="board-demo">{t('demo.tag')}</b>}
      {onSound !== undefined && (
        <button type="button" className="board-sound" onClick={onSound}>
          {t('board.sound')}
        </button>
      )}
      <time>{shownAt(now).slice(11)}</time>
    </header>
  );
}

/** What is longer ago was not just now. */
const JUST_MS = 1_800_000;

interface JustCalledProps {
  readonly calls: readonly Call[];
  readonly now: Date;
}
/** Newest first; the one that is large beside it stands here as well, so that nobody misses it. */
function JustCalled({ calls, now }: JustCalledProps): ReactNode {
  const t = useT();
  const just = calls.filter(({ at }) => now.getTime() - Date.parse(at) < JUST_MS);
  if (just.length === 0) return <p className="board-none">{t('board.none')}</p>;
  return (
    <ol>
      {just.map(({ number, window, at }) => (
        <li key={number}>
          {number} <small>{shownAt(new Date(at)).slice(11)}</small>
          <span>{windowWords(t, window, 'nth')}</span>
        </li>
      ))}
    </ol>
  );
}
