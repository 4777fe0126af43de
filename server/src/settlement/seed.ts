// SPDX-License-Identifier: Apache-2.0
// The demonstration's settlement: the month before last is closed, and a bureau objects to one of its lines; last month waits.
import { monthAfter } from '@lilong/contracts/days';
import { placeRange } from '@lilong/contracts/place-no';
import { sql, type Transaction } from 'kysely';
import { actInTurn, type Deed } from '../kernel/acting.ts';
import { type Actor, systemActor } from '../kernel/actor.ts';
import { dateOfDay, zoneOf } from '../kernel/calendar-zone.ts';
import type { Host } from '../kernel/host.ts';
import type { DB } from '../kernel/tables.ts';
import { close } from './months.ts';
import { object } from './object.ts';

const lock = 771_014;
const name = 'demonstration';
const reason = '其中一件是本人自己到区里领的，请核对送达的件数。';

/** By the functions of the module, unless a month was closed. */
export async function liveSettlement(host: Host): Promise<void> {
  const zone = zoneOf(host.config.TIME_ZONE);
  const today = dateOfDay(zone.dayOf(host.clock().getTime()));
  const month = monthAfter(today, -2);
  const on = (day: number) =>
    new Date(Date.parse(`${monthAfter(today, -1)}T02:30:00Z`) + day * DAY_MS);
  await host.db.kysely.transaction().execute(async (db) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(lock)})`.execute(db);
    const { rows } = await sql<{ closed: boolean; first: string | null }>`
      select exists (select from settlement.month) as closed,
        (select date_trunc('month', min(at) at time zone ${host.config.TIME_ZONE}::text)::date from settlement.credit) as first`.execute(
      db,
    );
    const city = await cityOf(db);
    if (rows[0]?.closed !== false || rows[0].first !== month || city === undefined) return;
    const closes: Deed = {
      ...{ actor: city, at: on(3) },
      work: async (ctx) => void (await close(ctx, { month })),
    };
    await actInTurn(host, db, name, [closes]);
    await actInTurn(host, db, name, await objects(db, on(5)));
  });
}
const DAY_MS = 86_400_000;

/** A bureau says that one of the lines of what a hall delivered for it is wrong. */
async function objects(db: Transaction<DB>, at: Date): Promise<Deed[]> {
  const { rows } = await sql<Post & { line: number }>`
    select l.no as line, p.no, p.account, p.organisation, p.role, r.place from settlement.line l
    join identity.post p on p.organisation = l.on_behalf and p.role = 'department_officer'
    join identity.post m on m.organisation = l.doer and m.role = 'centre_manager'
    join places.organisation r on r.no = p.organisation
    where l.what = 'delivered' order by l.count desc, l.no, p.no limit 1`.execute(db);
  return rows.map(({ line, ...post }) => ({
    ...{ actor: actorOf(post), at },
    work: async (ctx) => void (await object(ctx, { line, reason })),
  }));
}

interface Post {
  readonly no: number;
  readonly account: number;
  readonly organisation: number;
  readonly role: 'city' | 'department_officer';
  readonly place: number;
}
const actorOf = ({ no, account, organisation, role, place }: Post): Actor => ({
  ...{ ...systemActor, kind: 'staff', account, address: 'demonstration' },
  post: { no, role, organisation, places: [place], ranges: [placeRange(place)] },
});

async function cityOf(db: Transaction<DB>): Promise<Actor | undefined> {
  const { rows } = await sql<Post>`
    select p.no, p.account, p.organisation, p.role, o.place from identity.post p
    join places.organisation o on o.no = p.organisation where p.role = 'city' order by p.no limit 1`.execute(
    db,
  );
  return rows[0] && actorOf(rows[0]);
}
