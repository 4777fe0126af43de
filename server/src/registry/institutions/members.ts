// SPDX-License-Identifier: Apache-2.0
// Who holds an office in an institution, since when, and how to reach them.
import { Refusal } from '@lilong/contracts/refusals';
import type { endMember, putMember, revealMember } from '@lilong/contracts/registry-institutions';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { today } from '../../kernel/today.ts';
import { checkPurpose, logAccess } from '../access.ts';
import { selectPerson } from '../card-queries.ts';
import { openValue, sealValue } from '../sealed.ts';
import { requirePerson } from '../ties/stand-aside.ts';
import { lockOpen, phoneOf } from './keep.ts';
import { goToInstitution, lookAtOffices } from './look.ts';
import type { MemberRow } from './queries.ts';

export async function putIn(
  ctx: Ctx,
  { institution: ref, position, phone, from, ...who }: InputOf<typeof putMember>,
): Promise<ReplyOf<typeof putMember>> {
  const { key, row } = await lockOpen(ctx, ref);
  const day = from ?? today(ctx);
  if (day > today(ctx)) throw new Refusal('registry.not-yet', { day: today(ctx) }, 'from');
  const { person, name } = await whoIs(ctx, who);
  const number = phone === undefined ? null : phoneOf(phone);
  const sealed = number === null ? null : sealValue(ctx.keys, number);
  if (person !== null) await lookAtOffices(ctx, [person]);
  await sql`
    insert into registry.member (street, institution, place, person, name, position, phone, from_on, source, recorded_at)
    values (${key.street}, ${key.no}, ${row.place}, ${person}, ${name}, ${position.trim()}, ${sealed}, ${day}::date,
      'committee', ${ctx.now}::timestamptz)`.execute(ctx.db);
  if (person !== null)
    await logAccess(ctx, { person, act: 'change', elements: ['member'], purpose: 'daily' });
  ctx.note({ act: 'registry.member-kept', subject: ref, place: row.place, facts: { position } });
  return { done: true };
}

/** Somebody of the registry, whom the actor may open; or a name. */
export async function whoIs(
  ctx: Ctx,
  { person: no, name }: Pick<InputOf<typeof putMember>, 'person' | 'name'>,
): Promise<{ readonly person: number | null; readonly name: string }> {
  if (no === undefined) {
    const plain = name?.trim() ?? '';
    if (plain === '') throw new Refusal('institution.member', {}, 'name');
    return { person: null, name: plain };
  }
  await requirePerson(ctx, 'open', no);
  const person = await selectPerson(ctx, no);
  if (person === undefined) throw new Refusal('found.nothing', { what: 'person' }, 'person');
  if (person.died_on !== null) throw new Refusal('registry.died', {}, 'person');
  return { person: no, name: person.name };
}

export async function takeOut(
  ctx: Ctx,
  { institution: ref, member: no, on }: InputOf<typeof endMember>,
): Promise<ReplyOf<typeof endMember>> {
  const { key, row } = await lockOpen(ctx, ref);
  const member = await memberAt(ctx, key.street, key.no, no);
  if (on > today(ctx)) throw new Refusal('registry.not-yet', { day: today(ctx) }, 'on');
  if (on < member.from_on) throw new Refusal('registry.before', { day: member.from_on }, 'on');
  await sql`update registry.member set to_on = ${on}::date, recorded_at = ${ctx.now}::timestamptz
    where street = ${key.street} and no = ${no}`.execute(ctx.db);
  if (member.person !== null)
    await logAccess(ctx, {
      ...{ person: member.person, act: 'change', elements: ['member'], purpose: 'daily' },
    });
  ctx.note({ act: 'registry.member-kept', subject: ref, place: row.place, facts: { on } });
  return { done: true };
}

export async function openPhone(
  ctx: Ctx,
  { institution: ref, member: no, purpose }: InputOf<typeof revealMember>,
): Promise<ReplyOf<typeof revealMember>> {
  const key = await goToInstitution(ctx, ref, 'open');
  await checkPurpose(ctx, purpose);
  const { phone, person, place } = await memberAt(ctx, key.street, key.no, no);
  if (phone === null) throw new Refusal('found.nothing', { what: 'phone' }, 'member');
  if (person !== null)
    await logAccess(ctx, { person, act: 'reveal', elements: ['member phone'], purpose });
  ctx.note({ act: 'registry.member-reveal', subject: ref, place, purpose, facts: { no } });
  return { value: openValue(ctx.keys, phone) };
}

/** @throws {Refusal} `found.nothing` */
async function memberAt(
  ctx: Ctx,
  street: number,
  institution: number,
  no: number,
): Promise<MemberRow> {
  const row = await ctx.db
    .selectFrom('registry.member')
    .selectAll()
    .where('street', '=', street)
    .where('institution', '=', institution)
    .where('no', '=', no)
    .executeTakeFirst();
  if (row === undefined) throw new Refusal('found.nothing', { what: 'member' }, 'member');
  return row;
}
