// SPDX-License-Identifier: Apache-2.0
import { readCredit } from '@lilong/contracts/id-number';
import { maskPhone } from '@lilong/contracts/mask';
import { formatRef } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type {
  InstitutionLine,
  institutionCard,
  listInstitutions,
  Member,
} from '@lilong/contracts/registry-institutions';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../../kernel/ctx.ts';
import { today } from '../../kernel/today.ts';
import { institutionPolicy } from '../policy.ts';
import { openValue } from '../sealed.ts';
import { goToInstitution, lookAtOffices } from './look.ts';
import {
  countKinds,
  type LineRow,
  type MemberRow,
  selectInstitution,
  selectLines,
  selectMembers,
  selectPlaces,
} from './queries.ts';

const most = 200;
/** So many days before a term is over its renewal stands on the list. */
const noticeDays = 90;

export async function showInstitutions(
  ctx: Ctx,
  { kind, q }: InputOf<typeof listInstitutions>,
): Promise<ReplyOf<typeof listInstitutions>> {
  ctx.requireEver(institutionPolicy, 'open');
  await lookAtOffices(ctx);
  const day = today(ctx);
  const words = q?.trim() === '' ? undefined : q?.trim();
  const rows = await selectLines(ctx, { kind, q: words }, day, most + 1);
  const keeps = institutionPolicy.mayEver('begin', ctx.actor);
  return {
    institutions: rows.slice(0, most).map((row) => lineOf(row, day)),
    counts: await countKinds(ctx, words, day),
    more: rows.length > most,
    places: keeps ? await selectPlaces(ctx, ctx.actor.post?.places ?? []) : [],
  };
}

const lineOf = (row: LineRow, day: string): InstitutionLine => ({
  institution: formatRef('Z', row),
  kind: row.kind,
  name: row.name,
  placeName: row.placeName,
  phone: row.phone,
  members: row.members,
  termTo: row.term_to,
  due: isDue(row.term_to, day),
});

function isDue(termTo: string | null, day: string): boolean {
  if (termTo === null) return false;
  return Date.parse(termTo) - Date.parse(day) <= noticeDays * 86_400_000;
}

export async function showInstitution(
  ctx: Ctx,
  { institution: ref }: InputOf<typeof institutionCard>,
): Promise<ReplyOf<typeof institutionCard>> {
  const key = await goToInstitution(ctx, ref, 'open');
  const row = await selectInstitution(ctx, key);
  if (row === undefined) throw new Refusal('found.nothing', { what: 'institution' });
  const day = today(ctx);
  const members = await selectMembers(ctx, key);
  const isPast = ({ to_on }: MemberRow): boolean => to_on !== null && to_on < day;
  ctx.note({ act: 'registry.institution', subject: ref, place: row.place });
  return {
    institution: formatRef('Z', key),
    kind: row.kind,
    name: row.name,
    placeName: row.placeName,
    creditCode: row.credit_code,
    credit: row.credit_code === null ? null : creditOf(row.credit_code),
    address: row.address,
    phone: row.phone,
    termFrom: row.term_from,
    termTo: row.term_to,
    due: row.to_on === null && isDue(row.term_to, day),
    from: row.from_on,
    to: row.to_on,
    source: row.source,
    recordedAt: row.recorded_at.toISOString(),
    members: members.filter((one) => !isPast(one)).map((one) => memberOf(ctx, one)),
    past: members
      .filter(isPast)
      .reverse()
      .map((one) => memberOf(ctx, one)),
    can: { change: row.can.change === true && (row.to_on === null || row.to_on >= day) },
  };
}

const creditOf = (code: string) => (readCredit(code) === 'good' ? 'good' : 'doubtful');

const memberOf = (ctx: Ctx, row: MemberRow): Member => ({
  no: row.no,
  person: row.person,
  name: row.name,
  position: row.position,
  phone: row.phone === null ? null : maskPhone(openValue(ctx.keys, row.phone)),
  from: row.from_on,
  to: row.to_on,
});
