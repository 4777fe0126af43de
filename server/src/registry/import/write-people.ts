// SPDX-License-Identifier: Apache-2.0
// Writes what the plans of a chunk say, table by table: a dozen statements, however many people.
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { columns } from '../generate/rows.ts';
import { keepReplaced, keepReplacedPhones } from '../objections/replaced-rows.ts';
import { digestOf, keyOf, sealValue } from '../sealed.ts';
import { hexOf, insertObjects } from '../seed-queries.ts';
import type { HomeRow, PersonRow } from '../tables.ts';
import type { Households } from './households.ts';
import { takeNumbers } from './load-queries.ts';
import type { Plan } from './plan-person.ts';
import type { Presence } from './plan-presences.ts';
import type { Papers } from './values.ts';

export interface ToWrite {
  readonly plan: Plan;
  readonly papers: Papers | null;
}

export async function writePeople(
  ctx: Ctx,
  people: readonly ToWrite[],
  homes: readonly HomeRow[],
  households: Households,
): Promise<void> {
  const { db } = ctx;
  await insertHomes(ctx, homes);
  const numbers = await numberHouseholds(ctx, households);
  const plans = people.map(({ plan }) => plan);
  const fresh = plans.filter(({ personIs }) => personIs === 'new').map(({ person }) => person);
  await insertObjects(db, 'person', columns.person, fresh);
  await endPhones(
    ctx,
    plans.filter(({ personIs, phone }) => personIs !== 'new' && phone !== null),
  );
  await insertObjects(
    db,
    'person_key',
    columns.person_key,
    people.flatMap((one) => keysOf(ctx, one)),
  );
  await updatePeople(
    ctx,
    plans.filter(({ personIs }) => personIs === 'changed').map(({ person }) => person),
  );
  await updatePresences(
    ctx,
    plans.flatMap(({ changed }) => changed),
  );
  await insertPresences(
    ctx,
    plans.flatMap(({ made }) => made),
    numbers,
  );
  await endEmptyHouseholds(
    ctx,
    plans.flatMap(({ changed }) => changed).filter(({ to_on }) => to_on !== null),
  );
}

export async function insertHomes(ctx: Ctx, homes: readonly HomeRow[]): Promise<void> {
  await insertObjects(ctx.db, 'home', [...columns.home, 'use'], homes);
}

/** New households get their numbers; whoever joins one knows it by a negative number until then. */
async function numberHouseholds(
  ctx: Ctx,
  { made }: Households,
): Promise<ReadonlyMap<number, number>> {
  const taken = await takeNumbers(ctx.db, 'household', made.length);
  const numbers = new Map(made.map(({ no }, index) => [no, taken[index] ?? 0]));
  const rows = made.map((row) => ({ ...row, no: numbers.get(row.no) }));
  await insertObjects(ctx.db, 'household', columns.household, rows);
  return numbers;
}

function keysOf({ keys }: Ctx, { plan, papers }: ToWrite): object[] {
  const { person, personIs, phone, somebody } = plan;
  const key = (kind: 'id' | 'phone', value: string, digest: Buffer, document: string | null) => ({
    ...{ kind, digest: keyOf(digest), person: person.no, document },
    sealed: hexOf(sealValue(keys, value)),
  });
  const rows: object[] = [];
  if (personIs === 'new' && papers !== null && somebody.digest !== null)
    rows.push(key('id', papers.number, somebody.digest, papers.document));
  if (phone !== null) rows.push(key('phone', phone, digestOf(keys, 'phone', phone), null));
  return rows;
}

async function endPhones(ctx: Ctx, plans: readonly Plan[]): Promise<void> {
  if (plans.length === 0) return;
  const nos = plans.map(({ person }) => person.no);
  await keepReplacedPhones(ctx, nos);
  await sql`delete from registry.person_key where kind = 'phone' and person = any(${nos}::bigint[])`.execute(
    ctx.db,
  );
}

async function updatePeople(ctx: Ctx, people: readonly PersonRow[]): Promise<void> {
  if (people.length === 0) return;
  await keepReplaced(ctx, 'person', people);
  await sql`
    update registry.person p set sex = n.sex, born_on = n.born_on, nation = n.nation, registered_in = n.registered_in,
      source = n.source, recorded_at = n.recorded_at
    from json_populate_recordset(null::registry.person, ${JSON.stringify(people)}::text::json) n
    where p.no = n.no`.execute(ctx.db);
}

/** Asked when it is needed: the two files import each other by way of others. */
const presenceColumns = (): string[] => [...columns.presence, 'protected'];

const written = (row: Presence) => ({
  ...row,
  phone_end: row.phone_end === null ? null : hexOf(row.phone_end),
});

async function insertPresences(
  ctx: Ctx,
  rows: readonly Presence[],
  numbers: ReadonlyMap<number, number>,
): Promise<void> {
  const joined = rows.map((row) => ({
    ...written(row),
    household: row.household === null ? null : (numbers.get(row.household) ?? row.household),
  }));
  await insertObjects(ctx.db, 'presence', presenceColumns(), joined);
}

async function updatePresences(ctx: Ctx, rows: readonly Presence[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    update registry.presence p set relation = n.relation, stays_as = n.stays_as, standing = n.standing, sex = n.sex,
      born_on = n.born_on, phone_end = n.phone_end, to_on = n.to_on
    from json_populate_recordset(null::registry.presence, ${JSON.stringify(rows.map(written))}::text::json) n
    where p.street = n.street and p.no = n.no`.execute(ctx.db);
}

/** A household in which nobody lives any more ends the day its last member left. */
async function endEmptyHouseholds(ctx: Ctx, left: readonly Presence[]): Promise<void> {
  if (left.length === 0) return;
  const rows = left.map(({ street, household, to_on }) => ({ street, household, to_on }));
  await sql`
    update registry.household u set to_on = greatest(u.from_on, n.last)
    from (select street, household, max(to_on) as last
      from json_to_recordset(${JSON.stringify(rows)}::text::json) as n (street int, household bigint, to_on date)
      where household is not null group by street, household) n
    where u.street = n.street and u.no = n.household and u.to_on is null
      and not exists (select from registry.presence p where p.street = u.street and p.household = u.no and p.to_on is null)`.execute(
    ctx.db,
  );
}
