// SPDX-License-Identifier: Apache-2.0
// Forty windows of one hall press "next" until nobody is left: no number twice, nobody called twice, nobody lost. Then its times
// are booked by more people than there are places.
import type { Size } from './benches.ts';
import { CONNECTIONS } from './cases-report.ts';
import { type Booked, bookRace } from './counters-book.ts';
import { type Answered, type Asked, load } from './load.ts';
import { startProgram } from './programs.ts';
import { type Found, figure, mustAllBe } from './rounds.ts';
import type { City, Town } from './town.ts';

const WINDOWS = 40;
const STREET = 310101002000000;
const services = ['general', 'insurance', 'residence', 'other'];
/** In line at once: as many as a very full hall. */
const AT_ONCE = 500;
/** Tickets that one address takes before the program thinks that it runs wild. */
const OF_ONE_ADDRESS = 250;

export async function countersRace(city: City, size: Size): Promise<Found> {
  const town = await city.town();
  const { centre, windows } = await openHall(town);
  const environment = { ...town.environment, TRUST_PROXY: 'true' };
  const program = await startProgram('serve', { ...town, environment });
  const rounds = Math.ceil(size.actions / AT_ONCE);
  const each = Math.ceil(size.actions / rounds);
  const done = { taken: [] as number[], pressed: [] as number[], called: 0, unclean: 0 };
  for (let round = 0; round < rounds; round++) {
    done.taken.push(await takeAll(program.port, centre, each, round));
    const { called, unclean, perSecond } = await callAll(program.port, windows);
    done.pressed.push(perSecond);
    done.called += called;
    done.unclean += unclean;
  }
  const wrong = await wrongInDatabase(town, centre, rounds * each);
  const booked = await bookRace(program.port, town, centre, size.actions);
  await program.stop();
  await town.close();
  const called = done.called === rounds * each && done.unclean === 0 && wrong === 0;
  return {
    figures: [
      figure('tickets taken', mean(done.taken), 'per s'),
      figure('windows', windows.length, ''),
      figure('presses of next and serve', mean(done.pressed), 'per s'),
      figure('people called', done.called, ''),
      figure('anything else', done.unclean, ''),
      figure('wrong in the database', wrong, ''),
      ...bookedFigures(booked),
    ],
    ratio: called && booked.wrong === 0 ? 1 : 0,
  };
}

const bookedFigures = ({ perSecond, tries, won, refused, wrong }: Booked) => [
  figure('tries to book', tries, ''),
  figure('the same', perSecond, 'per s'),
  figure('times booked', won, ''),
  figure('clean refusals', refused, ''),
  figure('places twice, lost, or anything else', wrong, ''),
];

const mean = (values: readonly number[]): number =>
  values.reduce((sum, one) => sum + one, 0) / values.length;

interface Seat {
  readonly window: number;
  /** Of the clerk who sits there. */
  readonly headers: string;
  /** Who was called there and is to be served. */
  ticket: string | undefined;
}

/** Windows of the hall up to forty, all open, each with a clerk of its own. */
async function openHall(town: Town): Promise<{ centre: number; windows: Seat[] }> {
  const { rows: halls } = await town.owner.run(
    `select no, organisation from counters.centre where place = ${STREET} and kind = 'centre'`,
  );
  const [centre, organisation] = [Number(halls[0]?.no), Number(halls[0]?.organisation)];
  const clerks: string[] = [];
  for (let index = 0; index < WINDOWS; index++)
    clerks.push(await town.signIn('counter_clerk', STREET));
  const able = `array['${services.join("','")}']`;
  await town.owner.run(`
    update identity.post set organisation = ${organisation} where role = 'counter_clerk' and account in (
      select no from identity.account where name = '压测');
    insert into counters."window" (centre, organisation, place, ordinal, name, services)
      select ${centre}, ${organisation}, ${STREET}, w, w || '号窗口', ${able} from generate_series(1, ${WINDOWS}) w
      on conflict (centre, ordinal) do update set services = excluded.services;
    update counters."window" w set open = true, seat = c.no
      from (select no, row_number() over (order by no) as at from identity.account where name = '压测') c
      where w.centre = ${centre} and w.ordinal = c.at`);
  const { rows } = await town.owner.run(
    `select no from counters."window" where centre = ${centre} order by ordinal`,
  );
  const windows = rows.map(({ no }, index) => ({
    ...{ window: Number(no), headers: clerks[index] ?? '', ticket: undefined },
  }));
  return { centre, windows };
}

/** Takes so many tickets, many at a time; how many a second. */
async function takeAll(
  port: number,
  centre: number,
  count: number,
  round: number,
): Promise<number> {
  let sent = 0;
  const next = (): Asked | undefined => {
    if (sent === count) return undefined;
    const address = Math.floor((round * count + sent) / OF_ONE_ADDRESS);
    const body = JSON.stringify({ services: [services[sent % services.length]], by: 'kiosk' });
    sent += 1;
    return {
      ...{ method: 'POST', path: `/api/counters/centres/${centre}/tickets`, body },
      headers: `x-forwarded-for: 10.0.0.${address % 250}\r\n`,
    };
  };
  const taken = await load({ port, connections: CONNECTIONS, next });
  mustAllBe(200, taken);
  return taken.perSecond;
}

/** Each window calls, serves, and calls again, until nobody is left for it. */
async function callAll(
  port: number,
  windows: readonly Seat[],
): Promise<{ called: number; unclean: number; perSecond: number }> {
  const ready = [...windows];
  const busy = new Map<string, Seat>();
  let called = 0;
  let unclean = 0;
  const next = (): Asked | undefined => {
    const seat = ready.shift();
    if (seat === undefined) return undefined;
    const asked = askedBy(seat);
    busy.set(asked.path, seat);
    return asked;
  };
  const see = ({ status, body }: Answered, { path }: Asked): void => {
    const seat = busy.get(path);
    if (status !== 200 || seat === undefined) {
      unclean += 1;
      return;
    }
    const reply = JSON.parse(body) as { ticket: { ticket: string } | string | null };
    const calls = path.endsWith('/next');
    if (calls && reply.ticket === null) return; // nobody is left: the window stops
    seat.ticket = calls ? (reply.ticket as { ticket: string }).ticket : undefined;
    if (calls) called += 1;
    ready.push(seat);
  };
  const { perSecond } = await load({ port, connections: windows.length, next, see });
  return { called, unclean, perSecond };
}

function askedBy({ window, headers, ticket }: Seat): Asked {
  if (ticket === undefined) {
    const path = `/api/counters/windows/${window}/next`;
    return { method: 'POST', path, headers, body: JSON.stringify({ done: true }) };
  }
  const path = `/api/counters/tickets/${ticket}/move`;
  return { method: 'POST', path, headers, body: JSON.stringify({ move: 'serve' }) };
}

/** Numbers with a gap, and tickets that are not done, or were not called exactly once. */
async function wrongInDatabase(town: Town, centre: number, count: number): Promise<number> {
  const { rows } = await town.owner.run(`
    with calls as (
      select subject, count(*) as calls from kernel.audit where act = 'counters.called' and outcome = 'done' group by subject)
    select (select count(*) from counters.ticket t where t.centre = ${centre} and (t.state <> 'done' or t.calls <> 1))
      + (select count(*) from calls where calls <> 1)
      + abs(${count} - (select count(*) from calls))
      + (select count(*) from (select max(seq) <> count(*) as gap from counters.ticket where centre = ${centre} group by letter) n where gap)
      as wrong`);
  return Number(rows[0]?.wrong ?? -1);
}
