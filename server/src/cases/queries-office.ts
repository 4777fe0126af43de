// SPDX-License-Identifier: Apache-2.0
// Statements of the office's papers: 12345's form, hand-over notes, printed work orders.
import type { RowKey } from '@lilong/contracts/refs';
import { sql } from 'kysely';
import type { ActingPost } from '../kernel/actor.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { json } from '../kernel/db.ts';
import type { CaseRow, Channel } from './tables.ts';

export interface OutsideNo {
  readonly channel: Channel;
  readonly outsideNo: string;
  readonly outsideSub: string;
}

/** The case that has an outside number already. Whoever enters the same one at the same time waits. */
export async function lockOutsideNo(
  ctx: Ctx,
  { channel, outsideNo, outsideSub }: OutsideNo,
): Promise<RowKey | undefined> {
  const name = `${channel} ${outsideNo} ${outsideSub}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}::text, 0))`.execute(ctx.db);
  const { rows } = await sql<RowKey>`
    select street, case_no as no from cases.report
    where channel = ${channel} and outside_no = ${outsideNo} and coalesce(outside_sub, '') = ${outsideSub}`.execute(
    ctx.db,
  );
  return rows[0];
}

export async function upsertHotline(ctx: Ctx, key: RowKey, reply: object): Promise<void> {
  await ctx.db
    .insertInto('cases.hotline')
    .values({ street: key.street, no: key.no, reply: json(reply), at: ctx.now })
    .onConflict((on) =>
      on.columns(['street', 'no']).doUpdateSet({ reply: json(reply), at: ctx.now }),
    )
    .execute();
}

export interface HandoverRow {
  no: number;
  at: Date;
  words: string;
  byAccount: number;
  byName: string;
  seenByName: string | null;
}
const shown = 50;

export async function selectHandovers(
  ctx: Ctx,
  streets: readonly number[],
): Promise<HandoverRow[]> {
  const { rows } = await sql<HandoverRow>`
    select h.no, h.at, h.words, h.by_account as "byAccount", coalesce(a.name, '') as "byName", s.name as "seenByName"
    from cases.handover h left join identity.account a on a.no = h.by_account left join identity.account s on s.no = h.seen_by
    where h.street = any(${[...streets]}::int[]) order by h.at desc, h.no desc limit ${shown}`.execute(
    ctx.db,
  );
  return rows;
}

/** Notes that others left and nobody has taken over yet. */
export async function markSeen(ctx: Ctx, street: number): Promise<void> {
  await sql`
    update cases.handover set seen_by = ${ctx.actor.account}::bigint
    where street = ${street} and seen_by is null and by_account <> ${ctx.actor.account}::bigint`.execute(
    ctx.db,
  );
}

/** The street of a note that somebody else left there, now taken over; nothing when there is none. */
export async function markOneSeen(
  ctx: Ctx,
  streets: readonly number[],
  no: number,
): Promise<number | undefined> {
  const { rows } = await sql<{ street: number }>`
    update cases.handover set seen_by = coalesce(seen_by, ${ctx.actor.account}::bigint)
    where street = any(${[...streets]}::int[]) and no = ${no} and by_account <> ${ctx.actor.account}::bigint
    returning street`.execute(ctx.db);
  return rows[0]?.street;
}

export async function insertHandover(ctx: Ctx, street: number, words: string): Promise<number> {
  const { rows } = await sql<{ no: number }>`
    insert into cases.handover (street, at, by_account, words)
    values (${street}, ${ctx.now}::timestamptz, ${ctx.actor.account}::bigint, ${words}) returning no`.execute(
    ctx.db,
  );
  const [made] = rows;
  if (made === undefined) throw new Error('a hand-over note was not stored');
  return made.no;
}

export async function insertOrder(ctx: Ctx, key: RowKey, hash: string): Promise<number> {
  const made = await ctx.db
    .insertInto('cases.work_order')
    .values({ street: key.street, case_no: key.no, token_hash: hash, at: ctx.now })
    .returning('no')
    .executeTakeFirstOrThrow();
  return made.no;
}

/** A case as a printed order opens it, and the post that printed the order. */
export interface Ordered {
  row: CaseRow;
  printedAt: Date;
  by: Pick<ActingPost, 'no' | 'organisation'>;
}

/** The case of a work order, locked; nothing when no order has this token. */
export async function lockByOrder(ctx: Ctx, hash: string): Promise<Ordered | undefined> {
  const order = await selectOrder(ctx, hash);
  if (order === undefined) return undefined;
  const { rows } = await sql<CaseRow>`
    select c.* from cases.case c where c.street = ${order.street} and c.no = ${order.case_no} for update of c`.execute(
    ctx.db,
  );
  return orderedOf(rows[0], order);
}

/** The same to look at. */
export async function findByOrder(ctx: Ctx, hash: string): Promise<Ordered | undefined> {
  const order = await selectOrder(ctx, hash);
  if (order === undefined) return undefined;
  const { rows } = await sql<CaseRow>`
    select c.* from cases.case c where c.street = ${order.street} and c.no = ${order.case_no}`.execute(
    ctx.db,
  );
  return orderedOf(rows[0], order);
}

interface OrderRow {
  street: number;
  case_no: number;
  at: Date;
  post: number;
  organisation: number;
}
async function selectOrder(ctx: Ctx, hash: string): Promise<OrderRow | undefined> {
  const { rows } = await sql<OrderRow>`
    select w.street, w.case_no, w.at, f.by_post as post, f.by_organisation as organisation
    from cases.work_order w join cases.flow f on f.street = w.street and f.case_no = w.case_no
      and f.move = 'print_order' and (f.facts->>'order')::bigint = w.no
    where w.token_hash = ${hash}`.execute(ctx.db);
  return rows[0];
}

function orderedOf(row: CaseRow | undefined, order: OrderRow): Ordered | undefined {
  if (row === undefined) return undefined;
  return {
    row,
    printedAt: order.at,
    by: { no: order.post, organisation: order.organisation },
  };
}
