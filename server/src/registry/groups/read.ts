// SPDX-License-Identifier: Apache-2.0
// 楼组 as they are listed, and one by itself.
import { maskPhone } from '@lilong/contracts/mask';
import { levelOf } from '@lilong/contracts/place-no';
import { formatRef, type RowKey } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type {
  GroupDoor,
  GroupLine,
  groupCard,
  Leader,
  listGroupDoors,
  listGroups,
} from '@lilong/contracts/registry-groups';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../../kernel/ctx.ts';
import { today } from '../../kernel/today.ts';
import { lookAtOffices } from '../institutions/look.ts';
import { selectPlaces } from '../institutions/queries.ts';
import { groupPolicy, registryReaders } from '../policy.ts';
import { openValue } from '../sealed.ts';
import { goToGroup } from './at.ts';
import {
  countFree,
  type DoorRow,
  type GroupRow,
  type LeaderRow,
  type LineRow,
  selectDoors,
  selectGroup,
  selectLeaders,
  selectLines,
} from './queries.ts';

export async function showGroups(ctx: Ctx): Promise<ReplyOf<typeof listGroups>> {
  ctx.requireEver(groupPolicy, 'open');
  await lookAtOffices(ctx);
  const rows = await selectLines(ctx);
  const leaders = await selectLeaders(ctx, rows);
  const keeps = groupPolicy.mayEver('begin', ctx.actor);
  const all = keeps ? await selectPlaces(ctx, ctx.actor.post?.places ?? []) : [];
  const places = all.filter(({ place }) => levelOf(place) === 'committee');
  return {
    groups: rows.map((row) => lineOf(ctx, row, leaders)),
    free: keeps
      ? await countFree(
          ctx,
          places.map(({ place }) => place),
        )
      : null,
    places,
  };
}

/** How many live there only the committee is told. */
const counts = (ctx: Ctx): boolean =>
  ctx.actor.post !== null && registryReaders.includes(ctx.actor.post.role);

function lineOf(ctx: Ctx, row: LineRow, leaders: readonly LeaderRow[]): GroupLine {
  const leader = leaders.find((one) => isOf(one, row) && isNow(ctx, one));
  return {
    group: formatRef('G', row),
    name: row.name,
    placeName: row.placeName,
    doors: row.doors,
    homes: counts(ctx) ? row.homes : null,
    people: counts(ctx) ? row.people : null,
    leader: leader === undefined ? null : leaderOf(ctx, leader),
  };
}

const isOf = (leader: LeaderRow, { street, no }: RowKey): boolean =>
  leader.street === street && leader.building_group === no;
const isNow = (ctx: Ctx, { to_on }: LeaderRow): boolean => to_on === null || to_on >= today(ctx);

const leaderOf = (ctx: Ctx, row: LeaderRow): Leader => ({
  person: row.person,
  name: row.name,
  phone: row.phone === null ? null : maskPhone(openValue(ctx.keys, row.phone)),
  from: row.from_on,
  to: row.to_on,
});

export async function showGroup(
  ctx: Ctx,
  { group: ref }: InputOf<typeof groupCard>,
): Promise<ReplyOf<typeof groupCard>> {
  const key = await goToGroup(ctx, ref, 'open');
  const row = await selectGroup(ctx, key);
  if (row === undefined) throw new Refusal('found.nothing', { what: 'group' });
  const leaders = await selectLeaders(ctx, [key]);
  const doors = await selectDoors(ctx, row);
  ctx.note({ act: 'registry.group', subject: ref, place: row.place });
  return {
    ...lineOf(ctx, row, leaders),
    place: row.place,
    from: row.from_on,
    to: row.to_on,
    own: doors.filter(({ groupNo }) => groupNo === row.no).map((door) => doorOf(ctx, row, door)),
    past: leaders.filter((one) => !isNow(ctx, one)).map((one) => leaderOf(ctx, one)),
    can: { change: row.can.change === true && row.to_on === null },
  };
}

const doorOf = (
  ctx: Ctx,
  { street }: Pick<GroupRow, 'street'>,
  { groupNo, homes, ...door }: DoorRow,
): GroupDoor => ({
  ...door,
  homes: counts(ctx) ? homes : null,
  group: groupNo === null ? null : formatRef('G', { street, no: groupNo }),
});

export async function showDoors(
  ctx: Ctx,
  { group: ref }: InputOf<typeof listGroupDoors>,
): Promise<ReplyOf<typeof listGroupDoors>> {
  const key = await goToGroup(ctx, ref, 'open');
  const row = await selectGroup(ctx, key);
  if (row === undefined) throw new Refusal('found.nothing', { what: 'group' });
  const doors = await selectDoors(ctx, row);
  return { doors: doors.map((door) => doorOf(ctx, row, door)) };
}
