// SPDX-License-Identifier: Apache-2.0
import { type AuditKind, readActs, signInActs } from '@lilong/contracts/audit-acts';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import type { Db } from '../kernel/db.ts';
import type { AuditRow } from './chain.ts';
import { auditPolicy } from './policy.ts';

/** A block as it is stored; `at` to the microsecond, as the hash covers it. */
export interface Block {
  readonly no: number;
  readonly prev: string;
  readonly hash: string;
  readonly rows: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly at: string;
  readonly keyId: string;
  readonly signature: string;
}

const moment = sql.raw(`'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'`);
const rowColumns = sql`a.no, to_char(a.at at time zone 'UTC', ${moment}) as at, a.request, a.account, a.post,
  a.act, a.subject, a.place, a.outcome, a.purpose, a.digest`;
const blockColumns = sql`b.no, b.prev, b.hash, b.rows, b.first_row as "firstRow", b.last_row as "lastRow",
  to_char(b.at at time zone 'UTC', ${moment}) as at, b.key_id as "keyId", b.signature`;

/** Takes the right to seal for this transaction; false when another process has it. */
export async function claimSealing(db: Db): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(771002) as mine`.execute(db);
  return rows[0]?.mine === true;
}

/** Rows above `after` that no block covers yet, lowest number first. */
export async function selectUnsealed(db: Db, after: number, limit: number): Promise<AuditRow[]> {
  const { rows } = await sql<AuditRow>`
    select ${rowColumns} from kernel.audit a
    where a.no > ${after}::bigint and not exists (select from audit.seal s where s.row = a.no)
    order by a.no limit ${limit}::int`.execute(db);
  return rows;
}

/** The last row of the newest block made before `at`; 0 when there is none. */
export async function lastRowBefore(db: Db, at: Date): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    select last_row as last from audit.block where at < ${at}::timestamptz
    order by no desc limit 1`.execute(db);
  return rows[0]?.last ?? 0;
}

export async function newestBlock(db: Db): Promise<Block | undefined> {
  const { rows } = await sql<Block>`
    select ${blockColumns} from audit.block b order by b.no desc limit 1`.execute(db);
  return rows[0];
}

/** Writes a block with the seals of its rows; `marks` in the order of `rows`. */
export async function insertBlock(
  db: Db,
  block: Block,
  rows: readonly number[],
  marks: readonly string[],
): Promise<void> {
  await sql`
    with block as (
      insert into audit.block (no, prev, hash, rows, first_row, last_row, at, key_id, signature)
      values (${block.no}::bigint, ${block.prev}, ${block.hash}, ${block.rows}::int, ${block.firstRow}::bigint,
        ${block.lastRow}::bigint, ${block.at}::timestamptz, ${block.keyId}, ${block.signature}))
    insert into audit.seal (row, block, mark)
    select s.row, ${block.no}::bigint, s.mark
    from unnest(${[...rows]}::bigint[], ${[...marks]}::text[]) as s (row, mark)`.execute(db);
}

/** Up to `limit` blocks from `first` on, in their order. */
export async function selectBlocks(db: Db, first: number, limit: number): Promise<Block[]> {
  const { rows } = await sql<Block>`
    select ${blockColumns} from audit.block b where b.no >= ${first}::bigint
    order by b.no limit ${limit}::int`.execute(db);
  return rows;
}

/** A row as a block covers it; `no` is null when the row is gone. */
export type Sealed = Omit<AuditRow, 'no'> & {
  readonly row: number;
  readonly block: number;
  readonly mark: string;
  readonly no: number | null;
};

/** The rows that blocks `first` to `last` cover, in number order within each block. */
export async function selectSealed(db: Db, first: number, last: number): Promise<Sealed[]> {
  const { rows } = await sql<Sealed>`
    select s.row, s.block, s.mark, ${rowColumns}
    from audit.seal s left join kernel.audit a on a.no = s.row
    where s.block between ${first}::bigint and ${last}::bigint
    order by s.block, s.row`.execute(db);
  return rows;
}

/** Rows written before `before` that no block covers: the first few, and how many there are. */
export async function selectForgotten(
  db: Db,
  before: Date,
  limit: number,
): Promise<{ rows: number[]; total: number }> {
  const { rows } = await sql<{ no: number; total: number }>`
    select a.no, count(*) over () as total from kernel.audit a
    where a.at < ${before}::timestamptz and not exists (select from audit.seal s where s.row = a.no)
    order by a.no limit ${limit}::int`.execute(db);
  return { rows: rows.map(({ no }) => no), total: rows[0]?.total ?? 0 };
}

/** How much is sealed, and how much is not. */
export async function countSealed(db: Db): Promise<{ blocks: number; sealed: number }> {
  const { rows } = await sql<{ blocks: number; sealed: number }>`
    select count(*) as blocks, coalesce(sum(rows), 0)::bigint as sealed from audit.block`.execute(
    db,
  );
  return rows[0] ?? { blocks: 0, sealed: 0 };
}

/** Unsealed rows above `after`. */
export async function countUnsealed(db: Db, after: number): Promise<number> {
  const { rows } = await sql<{ unsealed: number }>`
    select count(*) as unsealed from kernel.audit a
    where a.no > ${after}::bigint and not exists (select from audit.seal s where s.row = a.no)`.execute(
    db,
  );
  return rows[0]?.unsealed ?? 0;
}

/** What an auditor looks for. `q` is part of a person's or an organisation's name. */
export interface Wanted {
  readonly q?: string | undefined;
  readonly act?: string | undefined;
  readonly kind?: AuditKind | undefined;
  readonly subject?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly before?: number | undefined;
}
export interface Found {
  readonly no: number;
  readonly at: Date;
  readonly actorName: string | null;
  readonly role: string | null;
  readonly organisationName: string | null;
  readonly act: string;
  readonly subject: string | null;
  readonly place: number | null;
  readonly outcome: string;
  readonly purpose: string | null;
  readonly requestId: string;
  readonly sealed: boolean;
}

/** Whether lines without a place (sign-in, catalogues, the program itself) are the auditor's to read. */
export type Placeless = 'with placeless' | 'without placeless';

/** Lines the auditor may see, newest first. Residents appear by their role, never by name. */
export async function selectLines(
  ctx: Ctx,
  wanted: Wanted,
  placeless: Placeless,
  limit: number,
): Promise<Found[]> {
  const also = placeless === 'with placeless' ? sql`a.place is null` : sql`false`;
  const { rows } = await sql<Found>`
    select a.no, a.at, case when c.kind = 'staff' then c.name end as "actorName",
      coalesce(p.role, case when c.kind = 'resident' then 'resident' end) as role,
      o.name as "organisationName", a.act, a.subject, a.place, a.outcome, a.purpose, a.request as "requestId",
      exists (select from audit.seal s where s.row = a.no) as sealed
    from kernel.audit a
    left join identity.account c on c.no = a.account
    left join identity.post p on p.no = a.post
    left join places.organisation o on o.no = p.organisation
    where (${ctx.may(auditPolicy, 'read', 'a')} or ${also}) and ${conditions(wanted)}
    order by a.no desc limit ${limit}::int`.execute(ctx.db);
  return rows;
}

function conditions({ q, act, kind, subject, from, to, before }: Wanted) {
  const given = [
    sql`true`,
    act === undefined ? undefined : sql`a.act like ${`%${escaped(act)}%`}`,
    kind === undefined ? undefined : ofKind(kind),
    subject === undefined ? undefined : sql`a.subject = ${subject}`,
    from === undefined ? undefined : sql`a.at >= ${from}::timestamptz`,
    to === undefined ? undefined : sql`a.at < ${to}::timestamptz`,
    before === undefined ? undefined : sql`a.no < ${before}::bigint`,
    q === undefined ? undefined : named(`%${escaped(q)}%`),
  ];
  return sql.join(
    given.filter((one) => one !== undefined),
    sql` and `,
  );
}

/** Each line is of one kind: what was refused is nothing else. */
function ofKind(kind: AuditKind) {
  const signIn = sql`a.act = any(${[...signInActs]}::text[])`;
  const read = sql`(a.outcome = 'read' or a.act = any(${[...readActs]}::text[]))`;
  switch (kind) {
    case 'refused':
      return sql`a.outcome not in ('done', 'read')`;
    case 'sign_in':
      return sql`a.outcome in ('done', 'read') and ${signIn}`;
    case 'read':
      return sql`a.outcome in ('done', 'read') and ${read} and not ${signIn}`;
    case 'write':
      return sql`a.outcome = 'done' and not ${read} and not ${signIn}`;
  }
}

function named(pattern: string) {
  return sql`(a.account in (select no from identity.account where kind = 'staff' and name like ${pattern})
    or a.post in (select p.no from identity.post p join places.organisation o on o.no = p.organisation where o.name like ${pattern}))`;
}

/** `%`, `_` and `\` mean themselves. */
function escaped(words: string): string {
  return words.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}
