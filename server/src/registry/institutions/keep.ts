// SPDX-License-Identifier: Apache-2.0
// Institutions come, are corrected, begin another term, and go.
import { readCredit, tidyId } from '@lilong/contracts/id-number';
import { isWithin, streetOf } from '@lilong/contracts/place-no';
import { formatRef, type RowKey } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type {
  changeInstitution,
  endInstitution,
  putInstitution,
} from '@lilong/contracts/registry-institutions';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { today } from '../../kernel/today.ts';
import { institutionPolicy } from '../policy.ts';
import { goToInstitution, lookAtOffices } from './look.ts';
import { type InstitutionRow, selectPlaces } from './queries.ts';

type Typed = Pick<
  InputOf<typeof changeInstitution>,
  'name' | 'creditCode' | 'address' | 'phone' | 'termFrom' | 'termTo'
>;
type Facts = Pick<
  InstitutionRow,
  'name' | 'credit_code' | 'address' | 'phone' | 'term_from' | 'term_to'
>;

export async function putOnRecord(
  ctx: Ctx,
  { kind, place, from, ...typed }: InputOf<typeof putInstitution>,
): Promise<ReplyOf<typeof putInstitution>> {
  ctx.requireEver(institutionPolicy, 'begin');
  const at = await placeFor(ctx, place);
  const facts = factsOf(typed);
  await lookAtOffices(ctx);
  const { rows } = await sql<RowKey>`
    insert into registry.institution (street, place, kind, name, credit_code, address, phone, term_from, term_to, from_on, source, recorded_at)
    values (${streetOf(at)}, ${at}, ${kind}, ${facts.name}, ${facts.credit_code}, ${facts.address}, ${facts.phone},
      ${facts.term_from}::date, ${facts.term_to}::date, ${from ?? null}::date, 'committee', ${ctx.now}::timestamptz)
    on conflict (street, place, kind, name) where to_on is null do nothing returning street, no`.execute(
    ctx.db,
  );
  const [made] = rows;
  if (made === undefined) throw new Refusal('institution.there', { name: facts.name }, 'name');
  const institution = formatRef('Z', made);
  ctx.note({ act: 'registry.institution-kept', subject: institution, place: at, facts: { kind } });
  return { institution };
}

/** The post's own place unless it is told; an estate is no place for an institution, its committee is. */
async function placeFor(ctx: Ctx, place: number | undefined): Promise<number> {
  const own = ctx.actor.post?.places ?? [];
  const offered = await selectPlaces(ctx, own);
  const at = place ?? offered[0]?.place;
  const isOwn = at !== undefined && own.some((one) => isWithin(at, one));
  if (at === undefined || !isOwn || !offered.some((one) => one.place === at))
    throw new Refusal('institution.place', {}, 'place');
  return at;
}

export async function correct(
  ctx: Ctx,
  { institution: ref, ...typed }: InputOf<typeof changeInstitution>,
): Promise<ReplyOf<typeof changeInstitution>> {
  const { key, row } = await lockOpen(ctx, ref);
  const facts = { ...row, ...factsOf(typed) };
  const { rows } = await sql`
    update registry.institution i set name = ${facts.name}, credit_code = ${facts.credit_code}, address = ${facts.address},
      phone = ${facts.phone}, term_from = ${facts.term_from}::date, term_to = ${facts.term_to}::date,
      source = 'committee', recorded_at = ${ctx.now}::timestamptz
    where i.street = ${key.street} and i.no = ${key.no} and not exists (
      select from registry.institution o where o.street = i.street and o.place = i.place and o.kind = i.kind
        and o.name = ${facts.name} and o.no <> i.no and o.to_on is null)
    returning i.no`.execute(ctx.db);
  if (rows.length === 0) throw new Refusal('institution.there', { name: facts.name }, 'name');
  ctx.note({ act: 'registry.institution-kept', subject: ref, place: row.place, facts });
  return { done: true };
}

export async function end(
  ctx: Ctx,
  { institution: ref, on }: InputOf<typeof endInstitution>,
): Promise<ReplyOf<typeof endInstitution>> {
  const { key, row } = await lockOpen(ctx, ref);
  if (on > today(ctx)) throw new Refusal('registry.not-yet', { day: today(ctx) }, 'on');
  if (row.from_on !== null && on < row.from_on)
    throw new Refusal('registry.before', { day: row.from_on }, 'on');
  await sql`update registry.member set to_on = greatest(from_on, ${on}::date)
    where street = ${key.street} and institution = ${key.no} and to_on is null`.execute(ctx.db);
  await sql`update registry.institution set to_on = ${on}::date, recorded_at = ${ctx.now}::timestamptz
    where street = ${key.street} and no = ${key.no}`.execute(ctx.db);
  ctx.note({ act: 'registry.institution-kept', subject: ref, place: row.place, facts: { on } });
  return { done: true };
}

/**
 * Locked: two who keep one institution take turns.
 *
 * @throws {Refusal} `institution.ended` when it acts no longer
 */
export async function lockOpen(
  ctx: Ctx,
  ref: string,
): Promise<{ readonly key: RowKey; readonly row: InstitutionRow }> {
  const key = await goToInstitution(ctx, ref, 'change');
  const row = await ctx.db
    .selectFrom('registry.institution')
    .selectAll()
    .where('street', '=', key.street)
    .where('no', '=', key.no)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (row.to_on !== null) throw new Refusal('institution.ended', {});
  return { key, row };
}

/** What was typed, tidied: what is empty is not known; what was left out stays as it was. */
function factsOf({ name, creditCode, address, phone, termFrom, termTo }: Typed): Facts {
  const facts = {
    name: name.trim(),
    ...(creditCode === undefined ? {} : { credit_code: creditOf(creditCode) }),
    ...(address === undefined ? {} : { address: address.trim() || null }),
    ...(phone === undefined ? {} : { phone: phoneOf(phone) }),
    ...(termFrom === undefined ? {} : { term_from: termFrom }),
    ...(termTo === undefined ? {} : { term_to: termTo }),
  } as Facts;
  if (facts.term_from != null && facts.term_to != null && facts.term_to <= facts.term_from)
    throw new Refusal('institution.term', {}, 'termTo');
  return facts;
}

function creditOf(typed: string): string | null {
  const code = tidyId(typed);
  if (code === '') return null;
  if (readCredit(code) === 'none') throw new Refusal('institution.credit', {}, 'creditCode');
  return code;
}

/** As it is dialled: digits and hyphens. */
export function phoneOf(typed: string): string | null {
  const phone = typed.replace(/\s/g, '');
  if (phone === '') return null;
  if (!/^\+?[\d-]{7,20}$/.test(phone)) throw new Refusal('institution.phone', {}, 'phone');
  return phone;
}
