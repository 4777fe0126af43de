// SPDX-License-Identifier: Apache-2.0
// Consents and what is lent by them. Row-level security lets whoever sees the application see them, and nobody else.
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { json } from '../kernel/db.ts';
import { runLater } from '../kernel/pipelined.ts';
import { affairPolicy } from './policy.ts';
import type { ApplicationRow, ConsentRow, LentRow } from './tables.ts';

type Key = Pick<ApplicationRow, 'street' | 'no'>;

export const consentInsertion = (
  { now, actor: { account, post } }: Ctx,
  { street, no, item }: ApplicationRow,
  { how, takes }: Pick<ConsentRow, 'how' | 'takes'>,
) => sql`
  insert into affairs.consent (street, application, item, how, takes, account, reason, organisation, at)
  values (${street}, ${no}, ${item}, ${how}, ${json(takes)}, ${account}, 'affair', ${post?.organisation ?? null}, ${now}::timestamptz)`;

export const lentInsertion = (
  { street, no }: Key,
  { material, matter, files }: Pick<LentRow, 'material' | 'matter' | 'files'>,
) => sql`
  insert into affairs.lent (street, application, material, matter, files)
  values (${street}, ${no}, ${material}, ${matter}, ${files}::bigint[])`;

export async function deleteLent({ db }: Ctx, { street, no }: Key): Promise<void> {
  await runLater(
    db,
    sql`delete from affairs.lent where street = ${street} and application = ${no}`,
  );
}

export type ConsentFound = Pick<ConsentRow, 'how' | 'at' | 'takes' | 'ended_at' | 'ended'>;
/** The last one. */
export const consentOf = ({ street, no }: Key) => sql<ConsentFound>`
  select how, at, takes, ended_at, ended from affairs.consent
  where street = ${street} and application = ${no} order by no desc limit 1`;

/** A part has what concerns it of the consent to its whole. */
export async function insertPartConsent(
  { db }: Ctx,
  { street, no, joint }: Pick<ApplicationRow, 'street' | 'no' | 'joint'>,
  keys: ReadonlySet<string>,
): Promise<void> {
  await runLater(
    db,
    sql`insert into affairs.consent (street, application, reason, item, how, account, organisation, at, takes)
      select street, ${no}, reason, item, how, account, organisation, at,
        (select coalesce(jsonb_agg(t.value order by t.ordinality), '[]') from jsonb_array_elements(takes) with ordinality t
          where t.value->>'key' = any(${[...keys]}::text[]))
      from affairs.consent where street = ${street} and application = ${joint} and ended_at is null`,
  );
}

export async function endConsentOf(
  { db, now }: Ctx,
  { street, no }: Key,
  why: 'over' | 'taken_back',
): Promise<void> {
  await runLater(
    db,
    sql`update affairs.consent set ended_at = ${now}::timestamptz, ended = ${why}
      where street = ${street} and application = ${no} and ended_at is null`,
  );
}

/** A picture of one matter was lent to another that the actor may read, and the consent holds. */
export async function isLent(ctx: Ctx, matter: string, file: number): Promise<boolean> {
  const { rows } = await sql`
    select 1 from affairs.lent l join affairs.application p on p.street = l.street and l.application in (p.no, p.joint)
    join affairs.consent c on c.street = p.street and c.application = p.no and c.ended_at is null
    where l.matter = ${matter} and ${file} = any(l.files) and ${ctx.may(affairPolicy, 'read', 'p')} limit 1`.execute(
    ctx.db,
  );
  return rows.length > 0;
}
