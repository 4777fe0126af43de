// SPDX-License-Identifier: Apache-2.0
import type { RowKey } from '@lilong/contracts/refs';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { selectPerson } from './card-queries.ts';
import type { HomeRow, PersonRow, PresenceRow } from './tables.ts';

const source = 'committee';

/** The person, locked: two people who change one person take turns. The caller has stated the person to `lookAs`. */
export async function lockPerson(ctx: Ctx, no: number): Promise<PersonRow | undefined> {
  await sql`select from registry.person where no = ${no} for update`.execute(ctx.db);
  return selectPerson(ctx, no);
}

/** A number for somebody new; taken first, so that it can be stated to row-level security. */
export async function nextPerson(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ no: number }>`
    select nextval(pg_get_serial_sequence('registry.person', 'no')) as no`.execute(ctx.db);
  return rows[0]?.no ?? 0;
}

export type NewPersonRow = Pick<
  PersonRow,
  'no' | 'name' | 'pinyin' | 'sex' | 'born_on' | 'registered_in' | 'abroad'
>;
export async function insertPerson(ctx: Ctx, row: NewPersonRow): Promise<PersonRow> {
  const whole = { ...row, died_on: null, nation: null, source, recorded_at: ctx.now };
  await ctx.db.insertInto('registry.person').values(whole).execute();
  return { ...whole, protected: false };
}

export async function insertKey(
  ctx: Ctx,
  row: {
    kind: 'id' | 'phone';
    digest: string;
    person: number;
    document: string | null;
    sealed: Buffer;
  },
): Promise<void> {
  await ctx.db.insertInto('registry.person_key').values(row).execute();
}

/** All that is current of a person, wherever it is. */
export async function selectCurrent(ctx: Ctx, person: number): Promise<PresenceRow[]> {
  return ctx.db
    .selectFrom('registry.presence')
    .selectAll()
    .where('person', '=', person)
    .where('to_on', 'is', null)
    .orderBy('street')
    .orderBy('no')
    .execute() as Promise<PresenceRow[]>;
}

/** The last day of some presences; never before they began. */
export async function endPresences(
  ctx: Ctx,
  rows: readonly PresenceRow[],
  last: string,
): Promise<void> {
  for (const { street, no } of rows)
    await sql`update registry.presence set to_on = greatest(from_on, ${last}::date)
      where street = ${street} and no = ${no}`.execute(ctx.db);
}

export async function setStanding(ctx: Ctx, { street, no }: RowKey, standing: number) {
  await sql`update registry.presence set standing = ${standing} where street = ${street} and no = ${no}`.execute(
    ctx.db,
  );
}

export async function insertHousehold(ctx: Ctx, home: HomeRow, from: string): Promise<number> {
  const row = await ctx.db
    .insertInto('registry.household')
    .values({
      street: home.street,
      place: home.place,
      home: home.no,
      kind: 'living',
      from_on: from,
      to_on: null,
    })
    .returning('no')
    .executeTakeFirstOrThrow();
  return row.no;
}

/** A household in which nobody lives any more ends the day its last member left. */
export async function endEmptyHousehold(
  ctx: Ctx,
  { street, no }: RowKey,
  last: string,
): Promise<void> {
  await sql`update registry.household u set to_on = greatest(u.from_on, ${last}::date)
    where u.street = ${street} and u.no = ${no} and u.kind = 'living' and u.to_on is null
      and not exists (select from registry.presence p where p.street = u.street and p.household = u.no and p.to_on is null)`.execute(
    ctx.db,
  );
}

export type NewPresence = Omit<
  PresenceRow,
  'no' | 'initials' | 'recorded_at' | 'to_on' | 'source' | 'protected'
>;
export async function insertPresence(ctx: Ctx, row: NewPresence): Promise<void> {
  await ctx.db
    .insertInto('registry.presence')
    .values({ ...row, to_on: null, source, recorded_at: ctx.now })
    .execute();
}

export async function setDied(ctx: Ctx, no: number, on: string): Promise<void> {
  await sql`update registry.person set died_on = ${on}::date where no = ${no}`.execute(ctx.db);
}
