// SPDX-License-Identifier: Apache-2.0
// What a department's acts write and read: its batches, and lines by digest. No statement here names a person.
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { json } from '../../kernel/db.ts';
import { hexOf } from '../seed-queries.ts';

export interface NewBatch {
  readonly organisation: number;
  readonly name: string | undefined;
  /** Lines by label. */
  readonly taken: Readonly<Record<string, number>>;
}
export async function insertBatch(ctx: Ctx, { organisation, name, taken }: NewBatch) {
  const { rows } = await sql<{ no: number }>`
    insert into registry.label_batch (organisation, name, at, taken)
    values (${organisation}, ${name ?? null}::text, ${ctx.now}::timestamptz, ${json(taken)}) returning no`.execute(
    ctx.db,
  );
  return rows[0]?.no ?? 0;
}

/** A line, said of whoever has this digest. */
export interface Waiting {
  /** Of digest, label and organisation: said again it is the same. */
  readonly key: Buffer;
  readonly digest: Buffer;
  readonly organisation: number;
  readonly act: 'supply' | 'withdraw';
  readonly sealed: Buffer;
  readonly batch: Buffer | null;
  readonly from_on: string;
  readonly until: string | null;
  readonly expires_on: string;
}
/** Puts lines down; of the same number and label the last counts. */
export async function putWaiting(ctx: Ctx, lines: readonly Waiting[]): Promise<void> {
  const last = new Map(lines.map((line) => [line.key.toString('hex'), line]));
  const rows = [...last.values()].map((line) => ({
    ...line,
    key: hexOf(line.key),
    digest: hexOf(line.digest),
    sealed: hexOf(line.sealed),
    batch: line.batch === null ? null : hexOf(line.batch),
  }));
  await sql`
    insert into registry.label_waiting (key, digest, organisation, act, sealed, batch, from_on, until, expires_on)
    select key, digest, organisation, act, sealed, batch, from_on, until, expires_on
    from json_populate_recordset(null::registry.label_waiting, ${JSON.stringify(rows)}::text::json)
    on conflict (key) do update set act = excluded.act, sealed = excluded.sealed, batch = excluded.batch,
      from_on = excluded.from_on, until = excluded.until, expires_on = excluded.expires_on, tried = false`.execute(
    ctx.db,
  );
}

export interface Withdrawal {
  /** The first day on which it holds no more. */
  readonly on: string;
  readonly reason: string;
}
export interface BatchRow {
  readonly no: number;
  readonly name: string | null;
  readonly at: Date;
  readonly taken: Record<string, number>;
  readonly taken_back: Record<string, Withdrawal>;
  readonly withdrawn_on: string | null;
  readonly withdrawn_why: string | null;
}
export async function selectBatches(
  ctx: Ctx,
  organisation: number,
  { before, limit }: { before: number | undefined; limit: number },
): Promise<BatchRow[]> {
  const { rows } = await sql<BatchRow>`
    select no, name, at, taken, taken_back, withdrawn_on, withdrawn_why from registry.label_batch
    where organisation = ${organisation} and no < coalesce(${before ?? null}::bigint, 9223372036854775807)
    order by no desc limit ${limit}`.execute(ctx.db);
  return rows;
}

/** Marks a batch as withdrawn; undefined when there is none, else whether it was not so before. */
export async function withdrawBatchRow(
  ctx: Ctx,
  { batch, organisation, on, reason }: WithdrawnBatch,
): Promise<boolean | undefined> {
  const { rows } = await sql<{ fresh: boolean }>`
    with found as (select no, withdrawn_on is null as fresh from registry.label_batch
        where no = ${batch} and organisation = ${organisation} for update),
      changed as (update registry.label_batch b set withdrawn_on = ${on}::date, withdrawn_why = ${reason}
        from found where b.no = found.no and found.fresh)
    select fresh from found`.execute(ctx.db);
  return rows[0]?.fresh;
}
export interface WithdrawnBatch {
  readonly batch: number;
  readonly organisation: number;
  readonly on: string;
  readonly reason: string;
}

/** The day and reason for which a batch, or a label of it, was withdrawn. */
export async function selectWithdrawal(
  ctx: Ctx,
  batch: number,
  label?: string,
): Promise<Withdrawal | undefined> {
  const of =
    label === undefined
      ? sql`withdrawn_on as on, withdrawn_why as reason`
      : sql`taken_back -> ${label} ->> 'on' as on, taken_back -> ${label} ->> 'reason' as reason`;
  const { rows } = await sql<Withdrawal>`
    select * from (select ${of} from registry.label_batch where no = ${batch}) as said
    where said.on is not null`.execute(ctx.db);
  return rows[0];
}

/** Marks a label as taken back in every batch that still says it; their numbers. */
export async function takeBackLabel(
  ctx: Ctx,
  { organisation, label, on, reason }: Withdrawal & { organisation: number; label: string },
): Promise<number[]> {
  const { rows } = await sql<{ no: number }>`
    update registry.label_batch set taken_back = taken_back || jsonb_build_object(${label}::text, ${json({ on, reason })})
    where organisation = ${organisation} and withdrawn_on is null
      and jsonb_exists(taken, ${label}) and not jsonb_exists(taken_back, ${label}) returning no`.execute(
    ctx.db,
  );
  return rows.map(({ no }) => no);
}

/** When each label was last taken. */
export async function selectLastTaken(
  ctx: Ctx,
  organisation: number,
): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await sql<{ label: string; at: Date }>`
    select k.label, max(b.at) as at from registry.label_batch b, jsonb_object_keys(b.taken) as k (label)
    where b.organisation = ${organisation} group by 1`.execute(ctx.db);
  return new Map(rows.map(({ label, at }) => [label, at]));
}
