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
}

/** What can be done with whoever is at the window, each with its key; the first is the next thing to do. */
export function useButtons(at: AtHand, ask: (asking: Asking) => void): ActButtonProps[] {
  const called = useCalled(at);
  const serving = useServing(at, ask);
  const { pending: disabled, park } = at.acts;
  const t = useT();
  const no = at.ticket.ticket;
  const always: ActButtonProps[] = [
    {
      ...{ hot: 'p', label: t('counters.park'), disabled, onPress: () => park(no) },
      note: t('counters.park-what', { minutes: at.hall.parkMinutes }),
    },
    { hot: 't', label: t('counters.transfer'), disabled, onPress: () => ask('target') },
    { hot: 'i', label: t('counters.papers'), disabled, onPress: () => ask('papers') },
  ];
  return [...(at.ticket.state === 'serving' ? serving : called), ...always];
}

function useServing(
  { ticket: { ticket }, acts: { next, move, pending: disabled } }: AtHand,
  ask: (asking: Asking) => void,
): ActButtonProps[] {
  const t = useT();
  return [
    {
      ...{ hot: 'Enter', label: t('counters.done-next'), main: true, disabled },
      onPress: () => next(true),
    },
    { hot: 'd', label: t('counters.done'), disabled, onPress: () => move(ticket, 'done') },
    { hot: 'm', label: t('counters.add'), disabled, onPress: () => ask('matter') },
  ];
}

function useCalled({
  hall: { callsToNoShow },
  ticket: { ticket, calls },
  acts: { move, pending: disabled },
}: AtHand): ActButtonProps[] {
  const t = useT();
  const left = callsToNoShow - calls;
  return [
    {
      ...{ hot: 'Enter', label: t('counters.serve'), main: true, disabled },
      onPress: () => move(ticket, 'serve'),
    },
    {
      ...{ hot: 'r', label: t('counters.call-again'), disabled },
      onPress: () => move(ticket, 'call_again'),
    },
    {
      ...{ hot: 'x', disabled: disabled || left > 0, onPress: () => move(ticket, 'no_show') },
      label: left > 0 ? t('counters.no-show-later', { times: left }) : t('counters.no-show'),
    },
    { hot: 'q', label: t('counters.cancel'), disabled, onPress: () => move(ticket, 'cancel') },
  ];
}
