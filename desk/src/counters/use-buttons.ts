// SPDX-License-Identifier: Apache-2.0
import type { DeskTicket } from '@lilong/contracts/counters';
import { useT } from '../words.ts';
import type { ActButtonProps } from './ActButton.tsx';
import type { Hall } from './said.ts';
import type { Acts } from './use-acts.ts';

/** What the clerk is asked before it is done. */
export type Asking = 'matter' | 'target' | 'papers' | undefined;
interface AtHand {
  readonly hall: Hall;
  readonly ticket: DeskTicket;
  readonly acts: Acts;
  /** Whoever stands there was recognised. */
  readonly known: boolean;
}

/** What can be done with whoever is at the window, each with its key; the first is the next thing to do. */
export function useButtons(at: AtHand, ask: (asking: Asking) => void): ActButtonProps[] {
  const called = useCalled(at);
  const serving = useServing(at, ask);
  const { pending: disabled, park } = at.acts;
  const t = useT();
  const { ticket: no, state } = at.ticket;
  const papers = { hot: 'i', label: t('counters.papers'), disabled, onPress: () => ask('papers') };
  const aside: ActButtonProps[] = [
    { hot: 't', label: t('counters.transfer'), disabled, onPress: () => ask('target') },
    {
      ...{ hot: 'p', label: t('counters.park'), disabled, onPress: () => park(no) },
      note: t('counters.park-what', { minutes: at.hall.parkMinutes }),
    },
  ];
  const [begun, seldom] = state === 'serving' ? serving : called;
  const known = state === 'serving' && at.known;
  return [...begun, ...(known ? aside : [papers, ...aside]), ...seldom, ...(known ? [papers] : [])];
}

/** The likeliest first; and those that come last. */
type Ordered = readonly [likely: ActButtonProps[], seldom: ActButtonProps[]];

function useServing(
  { ticket: { ticket }, acts: { next, move, pending: disabled } }: AtHand,
  ask: (asking: Asking) => void,
): Ordered {
  const t = useT();
  return [
    [
      {
        ...{ hot: 'Enter', label: t('counters.done-next'), main: true, disabled },
        onPress: () => next(true),
      },
      { hot: 'm', label: t('counters.add'), disabled, onPress: () => ask('matter') },
    ],
    [{ hot: 'd', label: t('counters.done'), disabled, onPress: () => move(ticket, 'done') }],
  ];
}

function useCalled({
  hall: { callsToNoShow },
  ticket: { ticket, calls },
  acts: { move, pending: disabled },
}: AtHand): Ordered {
  const t = useT();
  const left = callsToNoShow - calls;
  const noShow: ActButtonProps = {
    ...{ hot: 'x', disabled: disabled || left > 0, onPress: () => move(ticket, 'no_show') },
    label: left > 0 ? t('counters.no-show-later', { times: left }) : t('counters.no-show'),
  };
  const likely: ActButtonProps[] = [
    {
      ...{ hot: 'Enter', label: t('counters.serve'), main: true, disabled },
      onPress: () => move(ticket, 'serve'),
    },
    {
      ...{ hot: 'r', label: t('counters.call-again'), disabled },
      onPress: () => move(ticket, 'call_again'),
    },
  ];
  const cancel = { hot: 'q', label: t('counters.cancel'), disabled };
  return [
    left > 0 ? likely : [...likely, noShow],
    [...(left > 0 ? [noShow] : []), { ...cancel, onPress: () => move(ticket, 'cancel') }],
  ];
}
