// SPDX-License-Identifier: Apache-2.0
// 楼组: a committee puts its doors into groups, each door into one, and says who looks after each.
import { homeCard } from '@lilong/contracts/registry';
import {
  endGroup,
  endLeader,
  groupCard,
  listGroupDoors,
  listGroups,
  putGroup,
  renameGroup,
  revealLeader,
  setGroupDoors,
  setLeader,
} from '@lilong/contracts/registry-groups';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City, type Person } from '../../../test/city.ts';
import { refusal } from '../../../test/refusal.ts';
import { type Put, putPerson } from '../../../test/registry-people.ts';

const lane = 310101002001000; // 云南中路居委会
const next = 310101002002000;
const street = 310101002000000;

let city: City;
let wu: Person;
let zheng: Person;
let leader: Person;
let lin: Put;
let doors: readonly number[];
beforeAll(async () => {
  city = await aCity();
  wu = await city.person('吴干部', { as: 'committee_worker', at: lane });
  zheng = await city.person('郑干部', { as: 'committee_worker', at: next });
  leader = await city.person('钱主任', { as: 'street_leader', at: street });
  lin = await putPerson(city, lane, { role: 'lives', until: null, protected: false });
  const rows = await city.asOwner(`
    select set_config('lilong.ranges', '{[${lane},${lane + 999}]}', true);
    update registry.home set address = (select min(no) from places.address where place = ${lane}) where door = '${lin.door}';
    select no from places.address where place = ${lane} order by no limit 6`);
  doors = rows.flatMap(({ no }) => (no === undefined ? [] : [Number(no)]));
});
afterAll(() => city.close());

let count = 0;
const make = async (own: readonly number[] = []) => {
  count += 1;
  const { group } = await wu.call(putGroup, { name: `第${count}楼组` });
  if (own.length > 0) await wu.call(setGroupDoors, { group, add: [...own], take: [] });
  return group;
};
const ownDoors = async (group: string) =>
  (await wu.call(groupCard, { group })).own.map(({ address }) => address).sort((a, b) => a - b);

test('a group is made, takes doors, and counts homes and people for its committee alone', async () => {
  const before = (await wu.call(listGroups, {})).free ?? 0;
  const group = await make(doors.slice(0, 2));
  expect(group).toMatch(/^G310101002-/);
  const line = { group, name: '第1楼组', placeName: '云南中路居委会', doors: 2, leader: null };
  const { groups, free, places } = await wu.call(listGroups, {});
  expect(groups).toEqual([{ ...line, homes: 1, people: 1 }]);
  expect([free, places]).toEqual([before - 2, [{ place: lane, name: '云南中路居委会' }]]);
  expect((await wu.call(homeCard, { home: lin.home })).group).toEqual({ group, name: '第1楼组' });
  const above = await leader.call(listGroups, {});
  expect(above.groups).toEqual([{ ...line, homes: null, people: null }]);
  expect(above.places).toContainEqual({ place: next, name: expect.any(String) });
  expect((await zheng.call(listGroups, {})).groups).toEqual([]);
  expect((await refusal(zheng.call(groupCard, { group }))).code).toBe('auth.denied');
});

test('the leader of the street keeps those of its committees too, and is told of nobody in them', async () => {
  expect(await refusal(leader.call(putGroup, { name: '街道的' }))).toMatchObject({
    ...{ code: 'group.place', field: 'place' },
  });
  const { group } = await leader.call(putGroup, { name: '东块楼组', place: next });
  const { doors: far } = await leader.call(listGroupDoors, { group });
  const [door] = far;
  await leader.call(setGroupDoors, { group, add: [door?.address ?? 0], take: [] });
  await leader.call(setLeader, { group, name: '胡师傅', phone: '13812345678' });
  const card = await zheng.call(groupCard, { group });
  expect(card.own.map(({ address }) => address)).toEqual([door?.address]);
  expect(card.leader).toMatchObject({ name: '胡师傅', phone: '138****5678' });
  const reached = leader.call(setLeader, { group, person: lin.person });
  expect((await refusal(reached)).code).toBe('auth.denied');
  const dispatcher = await city.person('林值班', { as: 'dispatcher', at: street });
  expect((await refusal(dispatcher.call(endGroup, { group }))).code).toBe('auth.denied');
  await leader.call(endGroup, { group });
});

test('a door is in one group: put into another, it comes over; doors of another committee do not', async () => {
  const [one, other] = [await make(doors.slice(2, 4)), await make(doors.slice(3, 5))];
  expect(await ownDoors(one)).toEqual(doors.slice(2, 3));
  expect(await ownDoors(other)).toEqual(doors.slice(3, 5));
  await wu.call(setGroupDoors, { group: other, add: [], take: doors.slice(3, 4) });
  expect(await ownDoors(other)).toEqual(doors.slice(4, 5));
  const all = (await wu.call(listGroupDoors, { group: one })).doors;
  expect(all.find(({ address }) => address === doors[4])).toMatchObject({ group: other });
  const [far] = await city.asOwner(
    `select min(no) as no from places.address where place = ${next}`,
  );
  await wu.call(setGroupDoors, { group: one, add: [Number(far?.no)], take: [] });
  expect(await ownDoors(one)).toEqual(doors.slice(2, 3));
});

test('names are given once in a committee; a group that is dissolved frees its doors', async () => {
  const group = await make(doors.slice(5, 6));
  expect(await refusal(wu.call(putGroup, { name: `第${count}楼组` }))).toMatchObject({
    ...{ code: 'group.there', field: 'name' },
  });
  await wu.call(renameGroup, { group, name: '北弄' });
  expect((await wu.call(groupCard, { group })).name).toBe('北弄');
  expect((await refusal(wu.call(putGroup, { name: '别处', place: next }))).code).toBe(
    'group.place',
  );
  await wu.call(endGroup, { group });
  expect(await ownDoors(group)).toEqual([]);
  expect((await refusal(wu.call(renameGroup, { group, name: '又来' }))).code).toBe('group.ended');
});

test('who looks after it is somebody of the registry or a name; the telephone is sealed, opened for a purpose', async () => {
  const group = await make();
  await wu.call(setLeader, { group, name: '周阿姨', phone: '13812345678', from: '2026-01-05' });
  await wu.call(setLeader, { group, person: lin.person, from: '2026-02-01' });
  const card = await leader.call(groupCard, { group });
  expect(card.leader).toMatchObject({ person: lin.person, name: lin.name, from: '2026-02-01' });
  expect(card.past).toMatchObject([{ name: '周阿姨', phone: '138****5678', to: '2026-01-31' }]);
  await wu.call(setLeader, { group, name: '吴伯伯', phone: '63210000' });
  expect(await leader.call(revealLeader, { group, purpose: 'contact' })).toEqual({
    value: '63210000',
  });
  expect((await refusal(leader.call(revealLeader, { group, purpose: '好奇' }))).code).toBe(
    'registry.purpose',
  );
  await wu.call(endLeader, { group, on: '2026-03-02' });
  expect((await refusal(wu.call(endLeader, { group, on: '2026-03-02' }))).code).toBe(
    'found.nothing',
  );
  const looks = await city.asOwner(
    `select set_config('lilong.persons', '{${lin.person}}', true); select elements from registry.access where person = ${lin.person}`,
  );
  expect(looks.filter(({ elements }) => String(elements) === 'leader')).toHaveLength(2);
});

test('asked directly, the database shows who looks after a group only to whom the place belongs', async () => {
  const group = await make();
  await wu.call(setLeader, { group, name: '丁某' });
  const seen = (offices: string) =>
    city.db.kysely.transaction().execute(async (db) => {
      await sql`select set_config('lilong.offices', ${offices}, true), set_config('lilong.ranges', '{[0,999999999999999]}', true)`.execute(
        db,
      );
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from registry.group_leader where name = '丁某'`.execute(db);
      return rows[0]?.count;
    });
  expect(await seen('')).toBe(0);
  expect(await seen(`{[${next},${next + 999}]}`)).toBe(0);
  expect(await seen(`{[${lane},${lane + 999}]}`)).toBe(1);
});
