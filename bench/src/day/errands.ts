// SPDX-License-Identifier: Apache-2.0
// What people do in a day, through the public API as the screens do it.
import type { Asked } from '../load.ts';
import type { Errand } from './drive.ts';
import type { Hall, People } from './people.ts';

/** What was answered to whom, to be found again at the end, and read during the day. */
export interface Made {
  readonly applications: string[];
  readonly tickets: string[];
  readonly reports: string[];
  /** What follows a ticket. */
  readonly tokens: string[];
  readonly homeRefs: { readonly ref: string; readonly headers: string }[];
}
export const nothingMade = (): Made => ({
  ...{ applications: [], tickets: [], reports: [], tokens: [], homeRefs: [] },
});

const post = (path: string, headers: string, said: object): Asked => ({
  ...{ method: 'POST', path, headers, body: JSON.stringify(said) },
});

/** One after the other, and none twice before all had their turn. */
const turns = <T>(all: readonly T[]) => {
  let at = 0;
  return (): { one: T; round: number } => {
    const one = all[at % all.length];
    if (one === undefined) throw new Error('there is nobody');
    const round = Math.floor(at / all.length);
    at += 1;
    return { one, round };
  };
};

/** Hands a matter in at home: begun, and submitted. */
export function atHome({ residents }: People, items: readonly string[], made: Made): () => Errand {
  const next = turns(residents);
  return () => {
    const { one, round } = next();
    const item = items[round % items.length];
    return async (ask) => {
      const begun = (await ask(post('/api/my/affairs', one.headers, { item }))).json() as Page;
      const { ref, version } = begun;
      await ask(post(`/api/my/affairs/${ref}/submit`, one.headers, { version }));
      made.applications.push(ref);
      made.homeRefs.push({ ref, headers: one.headers });
    };
  };
}
interface Page {
  readonly ref: string;
  readonly version: number;
}

/** Halls that are free: in each one visitor at a time stands at the window. */
export const freeHalls = (halls: readonly Hall[]): Hall[] => [...halls];

/** Takes a number, is called and served. */
export function atCounter(free: Hall[], made: Made): () => Errand {
  const come = coming(free, made);
  return () => async (ask) => {
    const hall = await come(ask);
    await ask(post(`/api/counters/tickets/${hall.ticket}/move`, hall.clerk, { move: 'serve' }));
    await leave(free, hall, ask);
  };
}

/** The same, shows a document, and has a matter received: the form is filled with what the city knows. */
export function withMatter(
  { visitors }: People,
  items: readonly string[],
  free: Hall[],
  made: Made,
): () => Errand {
  const come = coming(free, made);
  const next = turns(visitors);
  return () => {
    const { one, round } = next();
    const item = items[round % items.length];
    return async (ask) => {
      const hall = await come(ask);
      const { ticket, clerk } = hall;
      const shown = { document: '111', number: one.number };
      await ask(post(`/api/counters/tickets/${ticket}/visit`, clerk, shown));
      const path = `/api/affairs/people/${one.person}/items/${item}`;
      await ask({ method: 'GET', path, headers: clerk });
      const said = { person: one.person, item, ticket, consent: { by: 'told' } };
      const page = (await ask(post('/api/affairs/applications', clerk, said))).json() as Page;
      made.applications.push(page.ref);
      await leave(free, hall, ask);
    };
  };
}

type Ask = Parameters<Errand>[0];
interface AtWindow extends Hall {
  readonly ticket: string;
}
/** Tickets that one address takes before the program thinks that it runs wild. */
const OF_ONE_ADDRESS = 250;

function coming(free: Hall[], made: Made): (ask: Ask) => Promise<AtWindow> {
  return async (ask) => {
    const hall = free.shift();
    if (hall === undefined) throw new Error('more people at once than halls');
    const from = Math.floor(made.tickets.length / OF_ONE_ADDRESS);
    const headers = `x-forwarded-for: 10.${from >> 16}.${(from >> 8) & 255}.${from & 255}\r\n`;
    const path = `/api/counters/centres/${hall.centre}/tickets`;
    const taken = await ask(post(path, headers, { services: ['general'], by: 'kiosk' }));
    const { token, ticket } = taken.json() as { token: string; ticket: { ticket: string } };
    made.tickets.push(ticket.ticket);
    made.tokens.push(token);
    const next = post(`/api/counters/windows/${hall.window}/next`, hall.clerk, { done: true });
    const called = (await ask(next)).json() as { ticket: { ticket: string } | null };
    if (called.ticket?.ticket !== ticket.ticket) throw new Error('somebody else was called');
    return { ...hall, ticket: ticket.ticket };
  };
}

async function leave(free: Hall[], { ticket, ...hall }: AtWindow, ask: Ask): Promise<void> {
  await ask(post(`/api/counters/tickets/${ticket}/move`, hall.clerk, { move: 'done' }));
  free.push(hall);
}

/** Reports a problem of the street. */
export function reporting(next: () => Asked, made: Made): () => Errand {
  return () => {
    const asked = next();
    return async (ask) => {
      const { ref } = (await ask(asked)).json() as { ref: string };
      made.reports.push(ref);
    };
  };
}
