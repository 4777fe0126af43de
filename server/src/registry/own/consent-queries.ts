// SPDX-License-Identifier: Apache-2.0
import { type Expression, type SqlBool, sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';

export interface Asked {
  readonly person: number;
  readonly reason: string;
  readonly item: string;
  readonly until: Date;
}
/** Puts a code down. False when another has the same just now; an earlier one of the person that waits is void. */
export async function insertConsent(
  ctx: Ctx,
  asked: Asked,
  code: Buffer,
  codeUntil: Date,
): Promise<boolean> {
  await sql`delete from registry.consent where person = ${asked.person} and given_at is null`.execute(
    ctx.db,
  );
  const { rows } = await sql`
    insert into registry.consent (person, reason, item, code, code_until, until_at)
    values (${asked.person}, ${asked.reason}, ${asked.item}, ${code}, ${codeUntil}::timestamptz, ${asked.until}::timestamptz)
    on conflict do nothing returning no`.execute(ctx.db);
  return rows.length > 0;
}

export interface ConsentTaken {
  readonly no: number;
  readonly person: number;
  readonly until_at: Date;
}
/** Whose code it is. The transaction states the code. */
export async function selectByCode(ctx: Ctx, code: Buffer): Promise<ConsentTaken | undefined> {
  const { rows } = await sql<ConsentTaken>`
    select no, person, until_at from registry.consent where code = ${code} and code_until > ${ctx.now}::timestamptz`.execute(
    ctx.db,
  );
  return rows[0];
}

/** It is given: the code is gone, and who may read stands in it. False when another was faster. */
export async function giveTo(
  ctx: Ctx,
  no: number,
  to: { readonly person: number; readonly name: string },
): Promise<boolean> {
  const { rows } = await sql`
    update registry.consent set code = null, given_at = ${ctx.now}::timestamptz, to_person = ${to.person}, to_name = ${to.name}
    where no = ${no} and code is not null returning no`.execute(ctx.db);
  return rows.length > 0;
}

/** Both keep house in one household, or stand in one 户口簿. The transaction states both. */
export async function shareHousehold(ctx: Ctx, one: number, other: number): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`
    select exists (select from registry.presence p join registry.presence q on q.street = p.street and q.household = p.household
      where p.person = ${one} and q.person = ${other} and p.to_on is null and q.to_on is null
        and p.role in ('lives', 'registered') and q.role = p.role) as yes`.execute(ctx.db);
  return rows[0]?.yes === true;
}

export interface ConsentFound {
  readonly no: number;
  readonly person: number;
  readonly to_person: number;
  readonly to_name: string;
  readonly reason: string;
  readonly item: string;
  readonly given_at: Date;
  readonly until_at: Date;
}
/** Consents that hold, which this transaction may see; the latest first. */
export async function selectConsents(
  ctx: Ctx,
  which: Expression<SqlBool>,
): Promise<ConsentFound[]> {
  const { rows } = await sql<ConsentFound>`
    select c.no, c.person, c.to_person, c.to_name, c.reason, c.item, c.given_at, c.until_at from registry.consent c
    where c.given_at is not null and c.ended_at is null and c.until_at > ${ctx.now}::timestamptz and ${which} order by c.no desc`.execute(
    ctx.db,
  );
  return rows;
}

/** Ends consents that hold, and says whose they were. */
export async function endConsents(
  ctx: Ctx,
  which: Expression<SqlBool>,
  why: 'withdrawn' | 'apart' | 'unbound' | 'death',
): Promise<{ no: number; person: number }[]> {
  const { rows } = await sql<{ no: number; person: number }>`
    update registry.consent c set ended_at = ${ctx.now}::timestamptz, ended_why = ${why}
    where c.given_at is not null and c.ended_at is null and ${which} returning c.no, c.person`.execute(
    ctx.db,
  );
  return rows;
}
