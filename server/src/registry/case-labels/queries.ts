// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { today } from '../../kernel/today.ts';

export interface NewCase {
  readonly digest: Buffer;
  readonly sealed: Buffer;
  readonly organisation: number;
  readonly place: number;
  readonly purpose: string;
  readonly until: string;
}
export async function insertCase(ctx: Ctx, one: NewCase): Promise<number> {
  const { rows } = await sql<{ no: number }>`
    insert into registry.case_label (digest, sealed, organisation, place, purpose, opened_at, until)
    values (${one.digest}, ${one.sealed}, ${one.organisation}, ${one.place}, ${one.purpose}, ${ctx.now}::timestamptz, ${one.until}::date)
    returning no`.execute(ctx.db);
  return rows[0]?.no ?? 0;
}

/** False when there is none that is open. */
export async function closeRow(ctx: Ctx, no: number, organisation: number): Promise<boolean> {
  const { rows } = await sql`
    update registry.case_label set closed_at = ${ctx.now}::timestamptz
    where no = ${no} and organisation = ${organisation} and closed_at is null returning no`.execute(
    ctx.db,
  );
  return rows.length > 0;
}

export interface CaseRow {
  readonly no: number;
  readonly sealed: Uint8Array;
  readonly organisationName: string;
  readonly placeName: string;
  readonly purpose: string;
  readonly opened_at: Date;
  readonly until: string;
}
const columns = sql`c.no, c.sealed, o.name as "organisationName", l.name as "placeName", c.purpose, c.opened_at, c.until`;
const joined = sql`join places.organisation o on o.no = c.organisation join places.place l on l.no = c.place`;
const isOpen = (ctx: Ctx) => sql`c.closed_at is null and c.until >= ${today(ctx)}::date`;

/** What a department has open. */
export async function selectOpened(ctx: Ctx, organisation: number): Promise<CaseRow[]> {
  const { rows } = await sql<CaseRow>`
    select ${columns} from registry.case_label c ${joined}
    where c.organisation = ${organisation} and ${isOpen(ctx)} order by c.no desc limit 500`.execute(
    ctx.db,
  );
  return rows;
}

/** What is open to the ranges that are stated, of people within them. */
export async function selectHere(
  ctx: Ctx,
): Promise<(CaseRow & { person: number; personName: string })[]> {
  const { rows } = await sql<CaseRow & { person: number; personName: string }>`
    select distinct on (c.no) ${columns}, p.person, p.name as "personName"
    from registry.case_label c ${joined}
    join registry.person_key k on k.kind = 'id' and k.digest = encode(c.digest, 'hex')::uuid
    join registry.presence p on p.person = k.person
    where ${isOpen(ctx)} order by c.no desc limit 500`.execute(ctx.db);
  return rows;
}

/** What is open about whoever has these digests; they are stated. */
export async function selectAbout(ctx: Ctx, digests: readonly string[]): Promise<CaseRow[]> {
  if (digests.length === 0) return [];
  await sql`select set_config('lilong.digests', ${digests.join()}, true)`.execute(ctx.db);
  const { rows } = await sql<CaseRow>`
    select ${columns} from registry.case_label c ${joined}
    where encode(c.digest, 'hex') = any(${[...digests]}::text[]) and ${isOpen(ctx)} order by c.no`.execute(
    ctx.db,
  );
  return rows;
}

/** What is over goes. The caller has stated whose they are. */
export async function dropOver(ctx: Ctx): Promise<void> {
  await sql`delete from registry.case_label where closed_at is not null or until < ${today(ctx)}::date`.execute(
    ctx.db,
  );
}
