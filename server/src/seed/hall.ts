// SPDX-License-Identifier: Apache-2.0
// The hall behind the door has had a morning: some were served, two windows are open, some wait. All invented.
import type { takeTicket } from '@lilong/contracts/counters';
import type { InputOf } from '@lilong/contracts/route';
import { sql, type Transaction } from 'kysely';
import { counterActs } from '../counters/index.ts';
import { actInTurn, type Deed } from '../kernel/acting.ts';
import { type Actor, publicActor } from '../kernel/actor.ts';
import { dateOfDay, zoneOf } from '../kernel/calendar-zone.ts';
import type { Host } from '../kernel/host.ts';
import type { DB } from '../kernel/tables.ts';
import { bookedDeeds } from './booked.ts';
import { asOf } from './cases.ts';
import { selectResidents } from './queries.ts';
import { actorOf, HOME_STREET, resident } from './stage.ts';

type Wanted = Pick<InputOf<typeof takeTicket>, 'services' | 'priority'>;
/** In the order in which they come; some have two matters, some go first. */
const people: readonly Wanted[] = [
  { services: ['insurance'] },
  { services: ['general'] },
  { services: ['insurance'], priority: 'elderly' },
  { services: ['residence'] },
  { services: ['insurance', 'other'] },
  { services: ['residence'] },
  { services: ['other'], priority: 'elderly' },
  { services: ['insurance'] },
  { services: ['general'] },
  { services: ['residence', 'insurance'] },
  { services: ['insurance'] },
  { services: ['other'] },
  { services: ['residence'], priority: 'pregnant' },
  { services: ['insurance'] },
  { services: ['general'] },
  { services: ['assistance'] },
  { services: ['insurance'], priority: 'elderly' },
  { services: ['residence'] },
  { services: ['veterans'], priority: 'military' },
  { services: ['insurance', 'residence'] },
];
/** So many were called by now; the last two are at the windows. */
const called = 12;
const lastedMs = 150 * 60_000; // at most; shorter shortly after midnight
const lock = 771004;

interface Hall {
  readonly centre: number;
  /** Where the colleagues of whoever is behind the door sit. */
  readonly windows: readonly [number, number];
  readonly clerks: readonly [Actor, Actor];
}

/** Lives through the morning, unless somebody took a ticket there today. All of it or nothing. */
export async function liveMorning(host: Host): Promise<void> {
  const now = host.clock();
  const zone = zoneOf(host.config.TIME_ZONE);
  const day = zone.dayOf(now.getTime());
  const from = Math.max(zone.dayStart(day), now.getTime() - lastedMs);
  const tools = { ...host, catalogue: asOf(host.catalogue, now) };
  await host.db.kysely.transaction().execute(async (db) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(lock)})`.execute(db);
    const hall = await selectHall(db, dateOfDay(day));
    if (hall === undefined) return;
    const [behindDoor = 0] = await selectResidents(db);
    const to = now.getTime();
    const end = zone.dayStart(day + 1);
    const booked = { centre: hall.centre, from, to, end, resident: resident(behindDoor) };
    const deeds = [...deedsOf(hall, from, to), ...bookedDeeds(booked)];
    deeds.sort((one, other) => one.at.getTime() - other.at.getTime());
    await actInTurn(tools, db, 'demonstration', deeds);
  });
  host.wake();
}

/** Undefined when there is none, or tickets of today are there. */
async function selectHall(db: Transaction<DB>, day: string): Promise<Hall | undefined> {
  const { rows } = await sql<{ centre: number; organisation: number; windows: number[] }>`
    select c.no as centre, c.organisation, array(
      select w.no from counters."window" w where w.centre = c.no and w.seat is null and w.ordinal in (2, 3) order by w.ordinal) as windows
    from counters.centre c where c.place = ${HOME_STREET}::bigint and c.kind = 'centre'
      and not exists (select from counters.ticket t where t.centre = c.no and t.day = ${day}::date)`.execute(
    db,
  );
  const [hall] = rows;
  if (hall === undefined) return undefined;
  const posts = await db
    .selectFrom('identity.post')
    .select(['no', 'account', 'role', 'organisation'])
    .where('organisation', '=', hall.organisation)
    .where('role', '=', 'counter_clerk')
    .orderBy('no')
    .offset(1) // the first one is behind the door
    .limit(2)
    .execute();
  const [one, other] = posts.map((post) => actorOf({ ...post, place: HOME_STREET }));
  const [first, second] = hall.windows.map(Number);
  if (one === undefined || other === undefined || first === undefined || second === undefined)
    return undefined;
  return { centre: hall.centre, windows: [first, second], clerks: [one, other] };
}

function deedsOf(hall: Hall, from: number, to: number): Deed[] {
  const at = (part: number) => new Date(Math.round(from + part * (to - from)));
  const walksIn = publicActor('zh', 'demonstration');
  const comes = people.map((wanted, index): Deed => {
    const input = { ...wanted, centre: hall.centre, by: 'kiosk' } as const;
    return {
      actor: walksIn,
      at: at((0.97 * index) / people.length),
      work: async (ctx) => {
        await counterActs.walkIn(ctx, input);
        ctx.settled('anybody may take a ticket');
      },
    };
  });
  const sits = hall.clerks.map((actor, index): Deed => {
    const window = hall.windows[index] ?? 0;
    return { actor, at: at(0), work: async (ctx) => void (await counterActs.sit(ctx, { window })) };
  });
  const works = Array.from({ length: called }, (_, index) => worksOf(hall, index, at)).flat();
  const elsewhere: Deed = {
    actor: walksIn,
    at: at(1),
    work: async (ctx) => {
      ctx.settled('anybody may stand in line anywhere');
      await counterActs.liveElsewhere(ctx, hall.centre);
    },
  };
  return [...sits, ...comes, ...works, elsewhere];
}

/** The two take turns. */
function worksOf({ clerks, windows }: Hall, index: number, at: (part: number) => Date): Deed[] {
  const actor = clerks[index % 2 === 0 ? 0 : 1];
  const window = windows[index % 2 === 0 ? 0 : 1];
  const last = index === called - 1; // has only just been called
  const begins = last ? 0.995 : 0.05 + (index * 0.95) / called;
  let ticket: string | undefined;
  const calls: Deed = {
    actor,
    at: at(begins),
    work: async (ctx) => {
      const next = await counterActs.callTheNext(ctx, { window, done: true });
      ticket = next.ticket?.ticket;
    },
  };
  const serves: Deed = {
    actor,
    at: at(begins + 0.01),
    work: async (ctx) => {
      ctx.settled('nobody may have come');
      if (ticket !== undefined) await counterActs.moveOne(ctx, { ticket, move: 'serve' });
    },
  };
  return last ? [calls] : [calls, serves];
}
