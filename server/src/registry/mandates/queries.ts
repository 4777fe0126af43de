// SPDX-License-Identifier: Apache-2.0
// Mandates, and the grants that are written and ended with them.
import { type Expression, type SqlBool, sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';

export const mandateMatter = (no: number): string => `mandate ${no}`;

export interface MandateRow {
  readonly no: number;
  readonly person: number;
  readonly name: string;
  readonly helper: number;
  readonly helper_name: string;
  readonly account: number;
  readonly items: string[];
  readonly matter_street: number | null;
  readonly matter_no: number | null;
  readonly certificates: boolean;
  readonly how: 'code' | 'told';
  readonly given_at: Date;
  readonly until_on: string;
  readonly until_at: Date;
  readonly ended_at: Date | null;
  readonly ended_why: MandateEnd | null;
}
export type MandateEnd = 'person' | 'helper' | 'unbound' | 'death' | 'again';
export interface MandateFound extends MandateRow {
  readonly organisationName: string | null;
}

/** Those of the transaction's people, of its account, or both; the newest first. */
export async function selectMandates(
  ctx: Ctx,
  which: Expression<SqlBool>,
): Promise<MandateFound[]> {
  const { rows } = await sql<MandateFound>`
    select m.*, o.name as "organisationName" from registry.mandate m left join places.organisation o on o.no = m.organisation
    where ${which} order by m.no desc`.execute(ctx.db);
  return rows;
}

/** It holds now. */
export const holdsNow = ({ now }: Ctx): Expression<SqlBool> =>
  sql<SqlBool>`m.ended_at is null and m.until_at > ${now}::timestamptz`;

export type NewMandate = Omit<MandateRow, 'no' | 'how' | 'given_at' | 'ended_at' | 'ended_why'>;
/** With the grant of the helper's account. The transaction states both people. */
export async function insertMandate(ctx: Ctx, made: NewMandate): Promise<number> {
  const { post, account } = ctx.actor;
  const { rows } = await sql<{ no: number }>`
    with made as (
      insert into registry.mandate (person, name, helper, helper_name, account, items, matter_street, matter_no, certificates, how,
        said_to, organisation, role, given_at, until_on, until_at)
      values (${made.person}, ${made.name}, ${made.helper}, ${made.helper_name}, ${made.account}, ${made.items}::text[],
        ${made.matter_street}::int, ${made.matter_no}::bigint, ${made.certificates}, ${post === null ? 'code' : 'told'},
        ${post === null ? null : account}::bigint, ${post?.organisation ?? null}::bigint, ${post?.role ?? null},
        ${ctx.now}::timestamptz, ${made.until_on}::date, ${made.until_at}::timestamptz) returning no)
    insert into registry.access_grant (person, account, purpose, matter, from_at, until_at)
    select ${made.person}, ${made.account}, 'helper', 'mandate ' || no, ${ctx.now}::timestamptz, ${made.until_at}::timestamptz
    from made returning substr(matter, 9)::bigint as no`.execute(ctx.db);
  return rows[0]?.no ?? 0;
}

/** Ends some that hold. The caller ends their grants over the people whom they open. */
export async function endMandates(
  ctx: Ctx,
  which: Expression<SqlBool>,
  why: MandateEnd,
): Promise<{ no: number; person: number; helper: number }[]> {
  const { rows } = await sql<{ no: number; person: number; helper: number }>`
    update registry.mandate m set ended_at = ${ctx.now}::timestamptz, ended_why = ${why}
    where ${holdsNow(ctx)} and ${which} returning m.no, m.person, m.helper`.execute(ctx.db);
  return rows;
}

/** From here on what the stated person opens is what the mandate covers; nothing takes it back in this transaction. */
export async function stateMandate(ctx: Ctx, no: number): Promise<void> {
  await sql`select set_config('lilong.mandate', ${String(no)}, true)`.execute(ctx.db);
}
