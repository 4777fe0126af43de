// SPDX-License-Identifier: Apache-2.0
import { type CentreCard, centreCard } from '@lilong/contracts/counters';
import { useRead } from '@lilong/ui/client.ts';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { useHall } from '../counters/hall.ts';
import { useSettings } from '../session/settings.ts';
import { useInAddress } from '../shell/nav.tsx';
import { useT } from '../words/use.ts';
import { WithWords } from '../words/WithWords.tsx';
import { Corner } from './Corner.tsx';
import { Foot, Head } from './Frame.tsx';
import { keepHallCard, keepMachine, keptHall, type Machine, readMachine } from './machine.ts';
import { StillHere } from './StillHere.tsx';
import { isAway } from './taking.ts';
import { useIdle, WARNING_S } from './use-idle.ts';
import { Visit } from './Visit.tsx';
import '../counters/counters.css';
import './kiosk.css';
import './kiosk-parts.css';
import './kiosk-wide.css';

const PERIOD_MS = 15_000;
/** While there is no connection it is tried more often: nobody stands there to press anything. */
const AWAY_PERIOD_MS = 4_000;

/** The machine in the hall that gives numbers: one person after the other, and nothing of the former for the next. */
export function KioskPage(): ReactNode {
  return (
    <WithWords of="kiosk">
      <OneAfterTheOther />
    </WithWords>
  );
}

function OneAfterTheOther(): ReactNode {
  const { hall, away } = useHallHere(Number(useInAddress('centre')));
  const [machine, setMachine] = useState(readMachine);
  const { turn, wipe, begin, left, busy } = useTurns();
  const { no, begun, corner, wiped } = turn;
  const asks = (begun || corner) && left <= WARNING_S;
  function change(to: Machine): void {
    keepMachine(to);
    setMachine(to);
  }
  if (hall === undefined) return <NoHall away={away} />;
  return (
    <div className="kiosk">
      <div className="kiosk-page" inert={asks || corner}>
        <Head hall={hall} away={away} />
        <Visit
          key={no}
          {...{ hall, away, machine }}
          onBegin={() => begin({ begun: true })}
          onBusy={busy}
          onEnd={wipe}
        />
        <Foot begun={begun} onAgain={wipe} onStaff={() => begin({ corner: true })} />
      </div>
      <Wiped wiped={wiped} />
      {corner && (
        <Corner {...{ hall, machine }} onChange={change} onClose={() => begin({ corner: false })} />
      )}
      {asks && <StillHere seconds={left} />}
    </div>
  );
}

/** Whose turn it is, and what of them must be wiped. */
interface Turn {
  readonly no: number;
  readonly begun: boolean;
  /** The staff are at its settings. */
  readonly corner: boolean;
  /** Nobody has touched it since. */
  readonly wiped: boolean;
}
const fresh = { begun: false, corner: false };

interface Turns {
  readonly turn: Turn;
  readonly begin: (part: Partial<Turn>) => void;
  readonly busy: (busy: boolean) => void;
  readonly wipe: () => void;
  /** Seconds until it wipes itself. */
  readonly left: number;
}
function useTurns(): Turns {
  const { language, chooseLanguage } = useSettings();
  const [turn, setTurn] = useState<Turn>({ no: 0, ...fresh, wiped: false });
  const [busy, setBusy] = useState(false);
  const chineseFirst = useEffectEvent(() => void chooseLanguage('zh'));
  useEffect(() => chineseFirst(), []); // whatever the browser is set to
  function wipe(): void {
    getSelection()?.removeAllRanges();
    setTurn({ no: turn.no + 1, ...fresh, wiped: true });
    setBusy(false);
    void chooseLanguage('zh');
  }
  const left = useIdle(!busy, () => {
    if (turn.begun || turn.corner || language !== 'zh') wipe();
  });
  const begin = (part: Partial<Turn>): void => setTurn({ ...turn, wiped: false, ...part });
  return { turn, begin, busy: setBusy, wipe, left };
}

function Wiped({ wiped }: { wiped: boolean }): ReactNode {
  const t = useT();
  return (
    <p className="silent" role="status">
      {wiped ? t('kiosk.wiped') : ''}
    </p>
  );
}

/** The hall as it is told, or as it was told last; and whether there is a connection. */
function useHallHere(centre: number): { hall: CentreCard | undefined; away: boolean } {
  useHall(centre);
  const { data, error } = useRead(
    centreCard,
    { centre },
    {
      refetchInterval: ({ state }) => (state.error === null ? PERIOD_MS : AWAY_PERIOD_MS),
      refetchIntervalInBackground: true,
      retry: false,
      staleTime: 0,
    },
  );
  useEffect(() => {
    if (data !== undefined) keepHallCard(data);
  }, [data]);
  return {
    hall: data ?? keptHall(centre),
    away: error !== null && isAway(error.problem),
  };
}

function NoHall({ away }: { away: boolean }): ReactNode {
  const t = useT();
  return (
    <div className="kiosk">
      <p className="kiosk-quiet" role="status">
        {t(away ? 'kiosk.no-hall' : 'shell.opening')}
      </p>
    </div>
  );
}
