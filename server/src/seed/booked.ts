// SPDX-License-Identifier: Apache-2.0
// Some had booked the hall behind the door: one came in time, the resident behind the door is late, one is still to come.
import { counterActs } from '../counters/index.ts';
import type { Deed } from '../kernel/acting.ts';
import { type Actor, publicActor } from '../kernel/actor.ts';

const minute = 60_000; // ms
const every = 15 * minute; // as the hall's times are; a time that is none is not booked

interface Morning {
  readonly centre: number;
  readonly from: number;
  readonly to: number;
  /** The day of the hall ends. */
  readonly end: number;
  readonly resident: Actor;
}

/** Nothing shortly after midnight, when nobody can be late yet. */
export function bookedDeeds({ centre, from, to, end, resident }: Morning): Deed[] {
  const walksIn = publicActor('zh', 'demonstration');
  const near = (at: number) => new Date(Math.floor(at / every) * every);
  const late = near(to - 20 * minute);
  const came = near(to - 60 * minute);
  const later = near(to + 60 * minute);
  if (came.getTime() <= from + 10 * minute || later.getTime() + 2 * every > end) return []; // two matters take two times
  let code = '';
  const books = (actor: Actor, at: Date, services: string[]): Deed => ({
    actor,
    at: new Date(from + 1),
    work: async (ctx) => {
      ctx.settled('anybody may book a time');
      const input = { centre, services, at: at.toISOString() };
      const { booking } = await counterActs.book(ctx, input);
      if (at === came) code = booking.code;
    },
  });
  const checksIn: Deed = {
    actor: walksIn,
    at: new Date(came.getTime() - 5 * minute),
    work: async (ctx) => {
      ctx.settled('whoever has the code has booked');
      await counterActs.checkInWithCode(ctx, { centre, code });
    },
  };
  return [
    books(walksIn, came, ['residence']),
    books(resident, late, ['insurance']),
    books(walksIn, later, ['general', 'other']),
    checksIn,
  ];
}
