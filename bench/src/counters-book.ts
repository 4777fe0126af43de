// SPDX-License-Identifier: Apache-2.0
// Ten thousand people book a hundred starts of one hall at once: as many as there are places, everybody else a clean no; what
// some give up others get, and nobody holds what somebody holds.
import { CONNECTIONS } from './cases-report.ts';
import { type Answered, type Asked, askOnce, load } from './load.ts';
import type { Town } from './town.ts';

const mostStarts = 100;
const triesOfEach = 100;
/** Bookings that one address makes before the program thinks that it books a hall out. */
const OF_ONE_ADDRESS = 25;
const services = ['general', 'insurance', 'residence', 'other'];

export interface Booked {
  readonly perSecond: number;
  readonly tries: number;
  readonly won: number;
  /** Clean refusals: booked out. */
  readonly refused: number;
  /** Anything else, and whatever is wrong in the database. */
  readonly wrong: number;
}

/** All windows of the hall do every class. */
export async function bookRace(
  port: number,
  town: Town,
  centre: number,
  actions: number,
): Promise<Booked> {
  const starts = await startsOf(port, centre, Math.min(mostStarts, actions / triesOfEach));
  const places = starts.reduce((sum, { left }) => sum + left, 0);
  const tries = starts.length * triesOfEach;
  const at = starts.map((one) => one.at);
  const first = await bookAll(port, centre, at, tries, 0);
  const givenUp = first.tokens.filter((_, index) => index % 5 === 0);
  const cancelled = await cancelAll(port, givenUp);
  const second = await bookAll(port, centre, at, tries, tries);
  const inDatabase = await wrongInDatabase(town, centre, places);
  const wrong =
    Math.abs(places - first.tokens.length) +
    Math.abs(givenUp.length - cancelled) +
    Math.abs(givenUp.length - second.tokens.length);
  return {
    ...{ perSecond: first.perSecond, tries: tries * 2 },
    won: first.tokens.length + second.tokens.length,
    refused: first.refused + second.refused,
    wrong: wrong + first.unclean + second.unclean + inDatabase,
  };
}

interface Start {
  readonly at: string;
  readonly left: number;
}
/** Of the days after today. */
async function startsOf(port: number, centre: number, most: number): Promise<Start[]> {
  const path = `/api/counters/centres/${centre}/times`;
  const ask = async (day?: string) => {
    const body = JSON.stringify({ services: ['general'], ...(day === undefined ? {} : { day }) });
    const { body: text } = await askOnce(port, { method: 'POST', path, headers: '', body });
    return JSON.parse(text) as { days: { day: string }[]; times: Start[] };
  };
  const found: Start[] = [];
  for (const { day } of (await ask()).days.slice(1)) {
    if (found.length >= most) break;
    found.push(...(await ask(day)).times.filter(({ left }) => left > 0));
  }
  return found.slice(0, most);
}

interface Round {
  readonly perSecond: number;
  readonly tokens: readonly string[];
  readonly refused: number;
  readonly unclean: number;
}
async function bookAll(
  port: number,
  centre: number,
  starts: readonly string[],
  count: number,
  before: number,
): Promise<Round> {
  const tokens: string[] = [];
  let [sent, refused, unclean] = [0, 0, 0];
  const next = (): Asked | undefined => {
    if (sent === count) return undefined;
    const address = Math.floor((before + sent) / OF_ONE_ADDRESS);
    const matter = services[Math.floor(sent / starts.length) % services.length];
    const body = JSON.stringify({ services: [matter], at: starts[sent % starts.length] });
    sent += 1;
    return {
      ...{ method: 'POST', path: `/api/counters/centres/${centre}/bookings`, body },
      headers: `x-forwarded-for: 10.1.${Math.floor(address / 250)}.${address % 250}\r\n`,
    };
  };
  const see = ({ status, body }: Answered): void => {
    if (status === 200) tokens.push((JSON.parse(body) as { token: string }).token);
    else if (status === 409 && body.includes('counters.full')) refused += 1;
    else unclean += 1;
  };
  const { perSecond } = await load({ port, connections: CONNECTIONS, next, see });
  return { perSecond, tokens, refused, unclean };
}

/** How many were given up. */
async function cancelAll(port: number, tokens: readonly string[]): Promise<number> {
  const left = [...tokens];
  const next = (): Asked | undefined => {
    const token = left.pop();
    if (token === undefined) return undefined;
    const path = '/api/counters/bookings/follow/cancel';
    return { method: 'POST', path, headers: '', body: JSON.stringify({ token }) };
  };
  const { statuses } = await load({ port, connections: CONNECTIONS, next });
  return statuses.get(200) ?? 0;
}

/** Places held twice or by nobody, and bookings that hold none or more than one. */
async function wrongInDatabase(town: Town, centre: number, places: number): Promise<number> {
  const { rows } = await town.owner.run(`
    with held as (select starts_at, count(*) as held, max(seat) as most from counters.booked_unit where centre = ${centre} group by 1),
      own as (select b.no, count(u.*) as units from counters.booking b left join counters.booked_unit u on u.booking = b.no
        where b.centre = ${centre} group by b.no, b.state having count(u.*) <> case b.state when 'booked' then 1 else 0 end)
    select (select count(*) from held where held <> most) + (select count(*) from own)
      + abs(${places} - (select coalesce(sum(held), 0) from held)) as wrong`);
  return Number(rows[0]?.wrong ?? -1);
}
