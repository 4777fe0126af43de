// SPDX-License-Identifier: Apache-2.0
// Slips. Row-level security stands beneath: `lookAtAffairs` says for which office the transaction acts.
import { parseRef, type RowKey } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import { type Expression, type SqlBool, sql } from 'kysely';
import { lookAtAffairs } from '../affairs/index.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { collectionPolicy } from './policy.ts';
import type { CollectionRow } from './tables.ts';

export interface CollectionFound extends CollectionRow {
  readonly organisationName: string;
  readonly centreName: string;
}

/** The latest first. */
export async function selectCollections(
  ctx: Ctx,
  which: Expression<SqlBool>,
  most: number,
): Promise<CollectionFound[]> {
  const { rows } = await sql<CollectionFound>`
    select c.*, o.name as "organisationName", e.name as "centreName"
    from doorstep.collection c join places.organisation o on o.no = c.organisation
    join places.organisation e on e.no = c.centre
    where ${which} order by c.collected_at desc, c.no desc limit ${most}`.execute(ctx.db);
  return rows;
}

export const isThat = ({ street, no }: RowKey): Expression<SqlBool> =>
  sql<SqlBool>`c.street = ${street} and c.no = ${no}`;

/** Something is still to be done by the office: it has a paper and owes it, gets one, or waits for the application of one. */
export const isOpenFor = (office: number): Expression<SqlBool> => sql<SqlBool>`exists (
  select from affairs.paper p where p.door_street = c.street and p.door = c.no
    and (p.going_to = ${office} or (p.holder = ${office} and (c.organisation = ${office} or p.application is null))))`;

/**
 * The slip, locked.
 *
 * @throws {Refusal} found.nothing; auth.denied
 */
export async function lockCollection(
  ctx: Ctx,
  action: 'read' | 'count' | 'return',
  ref: string,
): Promise<CollectionFound> {
  ctx.requireEver(collectionPolicy, action);
  await lookAtAffairs(ctx);
  const key = parseRef('D', ref);
  const nothing = new Refusal('found.nothing', { what: 'collection' }, 'ref');
  if (key === undefined) throw nothing;
  await sql`select from doorstep.collection c where ${isThat(key)} for update`.execute(ctx.db);
  const [found] = await selectCollections(ctx, isThat(key), 1);
  if (found === undefined) throw nothing;
  await ctx.require(collectionPolicy, action, key);
  return found;
}

/** As the slip says who collected. */
export async function nameOfAccount(ctx: Ctx, account: number): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select name from identity.account where no = ${account}`.execute(ctx.db);
  return rows[0]?.name ?? '';
}

export type NewCollection = Omit<
  CollectionRow,
  'no' | 'differs' | 'checked_at' | 'checked_by' | 'words'
>;
export async function insertCollection(ctx: Ctx, row: NewCollection): Promise<RowKey> {
  return ctx.db
    .insertInto('doorstep.collection')
    .values({ ...row, checked_at: null, checked_by: null, words: null })
    .returning(['street', 'no'])
    .executeTakeFirstOrThrow();
}

export async function updateCollection(
  ctx: Ctx,
  { street, no }: RowKey,
  patch: Pick<CollectionRow, 'checked_at' | 'checked_by' | 'differs' | 'words'>,
): Promise<void> {
  await ctx.db
    .updateTable('doorstep.collection')
    .set(patch)
    .where('street', '=', street)
    .where('no', '=', no)
    .execute();
}
