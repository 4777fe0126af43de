// SPDX-License-Identifier: Apache-2.0
// 楼组长: who looks after a group, since when, and how to reach them.
import { daysAfter } from '@lilong/contracts/days';
import { Refusal } from '@lilong/contracts/refusals';
import type { endLeader, revealLeader, setLeader } from '@lilong/contracts/registry-groups';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { today } from '../../kernel/today.ts';
import { checkPurpose, logAccess } from '../access.ts';
import { phoneOf } from '../institutions/keep.ts';
import { lookAtOffices } from '../institutions/look.ts';
import { whoIs } from '../institutions/members.ts';
import { openValue, sealValue } from '../sealed.ts';
import { goToGroup, lockGroup } from './at.ts';
import { type GroupRow, type LeaderRow, selectLeaders } from './queries.ts';

export async function putLeader(
  ctx: Ctx,
  { group: ref, phone, from, ...who }: InputOf<typeof setLeader>,
): Promise<ReplyOf<typeof setLeader>> {
  const row = await lockGroup(ctx, ref);
  const day = from ?? today(ctx);
  if (day > today(ctx)) throw new Refusal('registry.not-yet', { day: today(ctx) }, 'from');
  const { person, name } = await whoIs(ctx, who);
  const number = phone === undefined ? null : phoneOf(phone);
  const sealed = number === null ? null : sealValue(ctx.keys, number);
  await endLeaders(ctx, row, daysAfter(day, -1));
  await lookAtOffices(ctx, person === null ? [] : [person]);
  await sql`
    insert into registry.group_leader (street, building_group, place, person, name, phone, from_on, source, recorded_at)
    values (${row.street}, ${row.no}, ${row.place}, ${person}, ${name}, ${sealed}, ${day}::date, 'committee',
      ${ctx.now}::timestamptz)`.execute(ctx.db);
  if (person !== null) await logChange(ctx, person);
  ctx.note({ act: 'registry.group-leader', subject: ref, place: row.place, facts: { day } });
  return { done: true };
}

const logChange = (ctx: Ctx, person: number): Promise<void> =>
  logAccess(ctx, { person, act: 'change', elements: ['leader'], purpose: 'daily' });

/** Whoever looks after it does so until the day, and not before they began. */
export async function endLeaders(
  ctx: Ctx,
  { street, no }: Pick<GroupRow, 'street' | 'no'>,
  last: string,
): Promise<void> {
  const { rows } = await sql<Pick<LeaderRow, 'person'>>`
    update registry.group_leader set to_on = greatest(from_on, ${last}::date), recorded_at = ${ctx.now}::timestamptz
    where street = ${street} and building_group = ${no} and to_on is null returning person`.execute(
    ctx.db,
  );
  for (const { person } of rows) if (person !== null) await logChange(ctx, person);
}

export async function takeOffLeader(
  ctx: Ctx,
  { group: ref, on }: InputOf<typeof endLeader>,
): Promise<ReplyOf<typeof endLeader>> {
  const row = await lockGroup(ctx, ref);
  const leader = await leaderOf(ctx, row);
  if (on > today(ctx)) throw new Refusal('registry.not-yet', { day: today(ctx) }, 'on');
  if (on < leader.from_on) throw new Refusal('registry.before', { day: leader.from_on }, 'on');
  await endLeaders(ctx, row, on);
  ctx.note({ act: 'registry.group-leader', subject: ref, place: row.place, facts: { on } });
  return { done: true };
}

/** @throws {Refusal} `found.nothing` when nobody looks after it */
async function leaderOf(ctx: Ctx, key: Pick<GroupRow, 'street' | 'no'>): Promise<LeaderRow> {
  const leader = (await selectLeaders(ctx, [key])).find(({ to_on }) => to_on === null);
  if (leader === undefined) throw new Refusal('found.nothing', { what: 'leader' }, 'group');
  return leader;
}

export async function openLeaderPhone(
  ctx: Ctx,
  { group: ref, purpose }: InputOf<typeof revealLeader>,
): Promise<ReplyOf<typeof revealLeader>> {
  const key = await goToGroup(ctx, ref, 'open');
  await checkPurpose(ctx, purpose);
  const { phone, person, place } = await leaderOf(ctx, key);
  if (phone === null) throw new Refusal('found.nothing', { what: 'phone' }, 'group');
  if (person !== null)
    await logAccess(ctx, { person, act: 'reveal', elements: ['leader phone'], purpose });
  ctx.note({ act: 'registry.member-reveal', subject: ref, place, purpose });
  return { value: openValue(ctx.keys, phone) };
}
