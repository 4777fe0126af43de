// SPDX-License-Identifier: Apache-2.0
// The street walks its addresses, adds, renames and closes them; two doors that are one become one, and two again exactly.

import { searchPlaces } from '@lilong/contracts/places';
import { homeCard, personCard } from '@lilong/contracts/registry';
import {
  besideDoors,
  closeDoor,
  type DoorNode,
  findDoors,
  keepDoorsApart,
  listDoors,
  listDoorTwins,
  mergeDoors,
  putDoor,
  renameDoor,
  undoDoorMerge,
} from '@lilong/contracts/registry-doors';
import { findInRegistry } from '@lilong/contracts/registry-find';
import { groupCard, putGroup, setGroupDoors } from '@lilong/contracts/registry-groups';
import { moveIn, moveOut } from '@lilong/contracts/registry-moves';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City, type Person } from '../../../test/city.ts';
import { refusal } from '../../../test/refusal.ts';
import { type Put, putPerson } from '../../../test/registry-people.ts';
import { doorFollowers, doorsStaying } from './followers.ts';

const lane = 310101002001000; // 云南中路居委会
const next = 310101002002000;
const street = 310101002000000;
const other = 310101013000000; // 外滩街道

let city: City;
let qian: Person;
let far: Person;
let wu: Person;
beforeAll(async () => {
  city = await aCity();
  qian = await city.person('钱主任', { as: 'street_leader', at: street });
  far = await city.person('别街主任', { as: 'street_leader', at: other });
  wu = await city.person('吴干部', { as: 'committee_worker', at: lane });
});
afterAll(() => city.close());

const stated = (persons: readonly number[] = []) =>
  `select set_config('lilong.ranges', '{[${street},${street + 999999}]}', true), set_config('lilong.doors_kept', '{[${street},${street + 999999}]}', true),
    set_config('lilong.persons', '{${persons.join()}}', true);`;
const add = (name: string, place?: number) =>
  qian.call(putDoor, { name, ...(place === undefined ? {} : { place }) });
const below = async (at: Parameters<typeof qian.call<typeof listDoors>>[1] = {}) =>
  (await qian.call(listDoors, at)).below;
const names = (nodes: readonly DoorNode[]) => nodes.map(({ name }) => name);

let count = 0;
/** A road of its own for each story. */
const aRoad = () => {
  count += 1;
  const figures = '零一二三四五六七八九';
  return `试${figures[Math.floor(count / 10)]}${figures[count % 10]}路`;
};
/** Somebody who lives behind a door, in a room. */
async function dweller(
  address: number,
  line: string,
  room: string,
  isProtected = false,
): Promise<Put> {
  const put = await putPerson(city, lane, { role: 'lives', until: null, protected: isProtected });
  await city.asOwner(`${stated()}
    update registry.home h set address = ${address}, room = '${room}', door = '${line}${room}', place = a.place
      from places.address a where h.door = '${put.door}' and a.no = ${address}`);
  await city.asOwner(`${stated([put.person])} update registry.presence p set place = a.place, standing = 2 from places.address a where a.no = ${address} and p.person = ${put.person};
    update registry.household u set place = a.place from registry.presence p, places.address a where a.no = ${address} and p.person = ${put.person} and u.no = p.household`);
  return { ...put, door: `${line}${room}` };
}

test('the street walks from the road down to the room, and sees how much hangs beneath', async () => {
  const road = aRoad();
  const { address, line } = await add(`${road}7弄2支弄4号`, lane);
  expect(line).toBe(`${road}7弄2支弄4号`);
  await add(`上海市黄浦区南京东路街道${road} 7 弄 12 號`, lane);
  await qian.call(putDoor, { address, name: '2单元501' });
  const room = await qian.call(putDoor, { address, name: '2单元502室' });
  await qian.call(putDoor, { address, unit: '2单元', name: '503室' });
  expect((await below()).find(({ name }) => name === road)).toMatchObject({
    ...{ part: 'road', doors: 2, homes: 3, closed: null, placeNames: ['云南中路居委会'] },
  });
  expect(names(await below({ path: road }))).toEqual(['7弄']);
  const atLane = await below({ path: `${road}7弄` });
  expect(
    atLane.map(({ name, part, doors, address: no }) => [name, part, doors, no === null]),
  ).toEqual([
    ['2支弄', 'sublane', 1, true],
    ['12号', 'number', 1, false],
  ]);
  const door = await qian.call(listDoors, { address });
  expect(door.above.map(({ name }) => name)).toEqual([road, '7弄', '2支弄']);
  expect(door.here).toMatchObject({ name: '4号', homes: 3, people: null, cases: 0, about: true });
  expect(names(door.below)).toEqual(['2单元']);
  expect(names(await below({ address, unit: '2单元' }))).toEqual(['501室', '502室', '503室']);
  const atRoom = await qian.call(listDoors, { home: room.home ?? '' });
  expect(atRoom.above.map(({ name }) => name)).toEqual([road, '7弄', '2支弄', '4号', '2单元']);
  const { found } = await qian.call(findDoors, { q: road });
  expect(found.map(({ line: one }) => one)).toEqual([`${road}7弄12号`, `${road}7弄2支弄4号`]);
  expect((await qian.call(findDoors, { q: `${road}7弄2支弄4号2单元502` })).found).toMatchObject([
    { home: room.home, part: 'room' },
  ]);
  expect((await refusal(far.call(listDoors, { address }))).code).toBe('found.nothing');
  expect((await refusal(far.call(renameDoor, { address, name: '6号' }))).code).toBe(
    'found.nothing',
  );
  expect((await far.call(findDoors, { q: road })).found).toEqual([]);
});

test('what is no address is refused at its field; what is there already, too', async () => {
  const road = aRoad();
  const { address } = await add(`${road}3号`, lane);
  const why = async (name: string, at: object = {}) => refusal(qian.call(putDoor, { name, ...at }));
  for (const name of ['人民广场', '139弄', '2号线'])
    expect(await why(name, { path: road })).toMatchObject({ code: 'door.grammar', field: 'name' });
  expect(await why('5号', { path: '没有这条路' })).toMatchObject({ code: 'found.nothing' });
  expect(await why('没见过的路5号')).toMatchObject({ code: 'door.place', field: 'place' });
  expect(await why(`${road}3号`)).toMatchObject({ code: 'door.there', field: 'name' });
  expect(await why('人民广场', { address })).toMatchObject({ code: 'door.grammar', field: 'name' });
  await qian.call(putDoor, { path: road, name: '5号' }); // its committee is that of the road
  await qian.call(putDoor, { address, name: '101' });
  expect((await why('101室', { address })).code).toBe('door.there');
  expect((await why('5号', { path: road, place: 310101013001000 })).code).toBe('door.place');
});

test('renamed, all beneath is written anew, and found by its new words', async () => {
  const road = aRoad();
  const { address } = await add(`${road}9弄1号`, lane);
  await add(`${road}9弄3号`);
  const put = await dweller(address, `${road}9弄1号`, '201室');
  await qian.call(renameDoor, { path: `${road}9弄`, name: '19弄' });
  expect(names(await below({ path: `${road}19弄` }))).toEqual(['1号', '3号']);
  expect((await wu.call(homeCard, { home: put.home })).door).toBe(`${road}19弄1号201室`);
  expect(await refusal(qian.call(renameDoor, { address, name: '3号' }))).toMatchObject({
    ...{ code: 'door.there', field: 'name' },
  });
  expect((await refusal(qian.call(renameDoor, { address, name: '三楼' }))).code).toBe(
    'door.grammar',
  );
  expect((await refusal(qian.call(renameDoor, { path: `${road}19弄`, name: '7号' }))).code).toBe(
    'door.grammar',
  );
  const { line } = await qian.call(renameDoor, { home: put.home, name: '202' });
  expect(line).toBe(`${road}19弄1号202室`);
});

test('closed with a day once nobody lives there; nothing is deleted, and added again it is open', async () => {
  const road = aRoad();
  const { address } = await add(`${road}8号`, lane);
  const put = await dweller(address, `${road}8号`, '301室', true);
  const close = (on = '2026-03-01') => qian.call(closeDoor, { path: road, on });
  expect(await refusal(close())).toMatchObject({
    ...{ code: 'door.lived-in', facts: { line: `${road}8号301室` } },
  });
  await city.asOwner(
    `${stated([put.person])} update registry.presence set to_on = '2026-02-20' where person = ${put.person}`,
  );
  expect(await refusal(close('2026-03-03'))).toMatchObject({
    code: 'registry.not-yet',
    field: 'on',
  });
  expect(await refusal(close('2026-02-19'))).toMatchObject({
    code: 'door.lived-until',
    field: 'on',
  });
  await close();
  const { here, below: rooms } = await qian.call(listDoors, { address });
  expect(here).toMatchObject({ closed: '2026-03-01', doors: 0, homes: 0 });
  expect(rooms).toMatchObject([{ name: '301室', closed: '2026-03-01' }]);
  expect((await wu.call(findInRegistry, { q: `${road}8号` })).homes).toEqual([]);
  await add(`${road}8号`);
  expect((await qian.call(listDoors, { address })).here).toMatchObject({ closed: null, homes: 1 });
});

test('two spellings are suggested, seen side by side, merged; the old address finds the survivor', async () => {
  const road = aRoad();
  const [one, two] = [`${road}5弄4号`, `${road}5弄大华公寓04号`];
  const { address } = await add(one, lane);
  const { address: gone } = await add(two);
  const stays = await dweller(address, one, '501室');
  const moves = await dweller(gone, two, '502室');
  const joins = await dweller(gone, two, '501');
  const hidden = await dweller(gone, two, '503室', true);
  const { group } = await wu.call(putGroup, { name: `${road}组` });
  await wu.call(setGroupDoors, { group, add: [gone], take: [] });
  const mine = async () =>
    (await qian.call(listDoorTwins, {})).pairs.filter(({ keep }) => keep.line.startsWith(road));
  expect(await mine()).toMatchObject([
    { because: 'spelling', keep: { line: two, homes: 3 }, other: { line: one, homes: 1 } },
  ]);
  const sides = await qian.call(besideDoors, { address, other: gone });
  expect(sides).toMatchObject({
    one: { rooms: ['501室'], people: null, groupName: null, cases: 0 },
    other: { rooms: ['502室', '501', '503室'], people: null, groupName: `${road}组` },
  });
  const { undoUntil } = await qian.call(mergeDoors, { address, other: gone });
  expect(undoUntil).toBe('2026-05-31');
  expect(await mine()).toEqual([]);
  expect((await qian.call(listDoorTwins, {})).merged[0]).toMatchObject({ line: one, was: two });
  const there = async ({ person }: Put) => {
    const { presences } = await wu.call(personCard, { person });
    return presences.map(({ door }) => door);
  };
  expect(await there(moves)).toEqual([`${one}502室`]);
  expect(await there(joins)).toEqual([stays.door]);
  const rooms =
    await city.asOwner(`${stated([hidden.person])} select h.door from registry.presence p
    join registry.home h on h.street = p.street and h.no = p.home where p.person = ${hidden.person}`);
  expect(rooms.at(-1)).toEqual({ door: `${one}503室` });
  expect((await wu.call(groupCard, { group })).own).toMatchObject([{ address, line: one }]);
  const byOld = await wu.call(findInRegistry, { q: `${two}502` });
  expect(byOld.homes).toMatchObject([{ door: `${one}502室` }]);
  expect((await qian.call(findDoors, { q: two })).found).toMatchObject([{ address, was: two }]);
  expect((await qian.call(listDoors, { address: gone })).here).toMatchObject({
    line: one,
    merged: [two],
  });
  const { found } = await city.anyone().call(searchPlaces, { q: two });
  expect(found.map(({ address: line }) => line)).toEqual([one]);
  expect((await refusal(add(two))).code).toBe('door.merged');
});

test('what came meanwhile stays; a chain is undone from its end, and nothing after ninety days', async () => {
  const road = aRoad();
  const [a, b, c] = [
    await add(`${road}1号`, lane),
    await add(`${road}2号`),
    await add(`${road}3号`),
  ];
  const put = await dweller(b.address, b.line, '101室');
  const merge = async (address: number, gone: number) =>
    (await qian.call(mergeDoors, { address, other: gone })).merge;
  const first = await merge(a.address, b.address);
  const second = await merge(c.address, a.address);
  expect((await refusal(qian.call(undoDoorMerge, { merge: first }))).code).toBe('door.merge-since');
  await qian.call(undoDoorMerge, { merge: second });
  await wu.call(moveOut, { person: put.person, on: '2026-03-02' });
  await qian.call(renameDoor, { address: a.address, name: '11号' });
  await qian.call(undoDoorMerge, { merge: first });
  const card = await wu.call(homeCard, { home: put.home });
  expect(card.door).toBe(`${road}2号101室`);
  expect(
    (await wu.call(personCard, { person: put.person, at: '2026-03-01' })).presences,
  ).toMatchObject([{ door: `${road}2号101室`, to: '2026-03-02' }]);
  const last = await merge(a.address, b.address);
  await city.asOwner(
    `${stated()} update registry.door_merge set undo_until = '2026-03-01' where no = ${last}`,
  );
  expect((await refusal(qian.call(undoDoorMerge, { merge: last }))).code).toBe(
    'registry.merge-over',
  );
  expect((await refusal(far.call(undoDoorMerge, { merge: last }))).code).toBe('found.nothing');
});

test('whoever joined a household since goes with it; whoever came to the door that stays, stays', async () => {
  const road = aRoad();
  const [a, b] = [await add(`${road}1号`, lane), await add(`${road}2号`, next)];
  const [stays, goes] = [
    await dweller(a.address, a.line, '101室'),
    await dweller(b.address, b.line, '101室'),
  ];
  const { merge } = await qian.call(mergeDoors, { address: a.address, other: b.address });
  const joins = async (household: string, name: string) => {
    const relation = { relation: '20', staysAs: 'family', from: '2026-03-01' } as const;
    const { person } = await wu.call(moveIn, {
      home: stays.home,
      household,
      ...relation,
      fresh: { name, sex: '1' },
    });
    return person;
  };
  const [first, second] = [
    await joins(stays.household, '新来甲'),
    await joins(goes.household, '新来乙'),
  ];
  await qian.call(undoDoorMerge, { merge });
  const where =
    await city.asOwner(`${stated([first, second])} select h.door, p.place from registry.presence p
    join registry.home h on h.street = p.street and h.no = p.home where p.person in (${first}, ${second}) order by h.door`);
  expect(where.filter(({ door }) => door !== undefined)).toMatchObject([
    { door: `${road}1号101室`, place: lane },
    { door: `${road}2号101室`, place: next },
  ]);
});

test('two that are two are not proposed again', async () => {
  const road = aRoad();
  const [one, two] = [await add(`${road}6号`, lane), await add(`${road}6号`, next)];
  const mine = async () =>
    (await qian.call(listDoorTwins, {})).pairs.filter(({ keep }) => keep.line.startsWith(road));
  expect(await mine()).toMatchObject([{ because: 'same' }]);
  await qian.call(keepDoorsApart, { address: two.address, other: one.address });
  expect(await mine()).toEqual([]);
});

/** All rows about two doors. */
async function everything(doors: readonly number[], persons: readonly number[]): Promise<string> {
  const homes = `(select street, no from registry.home where address in (${doors.join()}))`;
  const tables = { household: 1, presence: 1, objection: 1, fact: 1 };
  const rows = await city.asOwner(`${stated(persons)} select t || row::text as row from (
    select 'home' as t, to_jsonb(h) as row from registry.home h where address in (${doors.join()})
    union all select 'address', to_jsonb(a) from places.address a where no in (${doors.join()})
    union all select 'door', to_jsonb(d) from registry.group_door d where address in (${doors.join()})
    ${Object.keys(tables)
      .map(
        (t) =>
          `union all select '${t}', to_jsonb(x) from registry.${t} x where (street, home) in ${homes}`,
      )
      .join(' ')}
  ) all_rows order by 1`);
  return rows.map(({ row }) => String(row)).join('\n');
}

test('merged and undone, everything is as it was', async () => {
  const room = fc.constantFrom('101室', '102室', '102', '2单元103室');
  const someone = fc.record({ room, behind: fc.boolean(), hidden: fc.boolean() });
  const drawn = fc.uniqueArray(someone, {
    ...{ minLength: 1, maxLength: 4, selector: ({ room: one, behind }) => `${one} ${behind}` },
  });
  const property = fc.asyncProperty(
    drawn,
    fc.boolean(),
    fc.boolean(),
    async (all, isFar, isOwner) => {
      const road = aRoad();
      const one = await add(`${road}1号`, lane);
      const two = await add(`${road}01号`, isFar ? next : lane);
      const persons: number[] = [];
      for (const { room: at, behind, hidden } of all) {
        const { address, line } = behind ? two : one;
        persons.push((await dweller(address, line, at, hidden)).person);
      }
      const doors = [one.address, two.address];
      if (isOwner)
        await city.asOwner(`${stated(persons)} insert into registry.presence (street, place, person, role, home, standing, name, pinyin, sex, from_on, source, recorded_at)
        select h.street, h.place, ${persons[0]}, 'owns', h.no, 2, '某', 'mou', 1, '2020-01-01', 'test', '2026-01-01' from registry.home h where h.address in (${doors.join()});
        insert into registry.group_door (street, building_group, address, from_on) select street, min(no), ${two.address}, '2026-01-01' from registry.building_group where to_on is null group by street`);
      const before = await everything(doors, persons);
      const { merge } = await qian.call(mergeDoors, { address: one.address, other: two.address });
      expect(await everything(doors, persons)).not.toBe(before);
      await qian.call(undoDoorMerge, { merge });
      expect(await everything(doors, persons)).toBe(before);
    },
  );
  await fc.assert(property, { numRuns: 8, endOnFailure: true });
});

test('every column that names a door or a home follows, or says why not', async () => {
  const { rows } = await city.host.db.run(`
    select c.table_name || '.' || c.column_name as name from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'registry' and t.table_type = 'BASE TABLE' and c.data_type = 'bigint'
      and c.column_name ~ '^(address|home|.*_door)$' order by 1`);
  const following = Object.entries(doorFollowers).flatMap(([table, { columns }]) =>
    (columns as readonly string[])
      .filter((name) => name === 'address' || name === 'home')
      .map((name) => `${table}.${name}`),
  );
  expect([...following, ...Object.keys(doorsStaying)].sort()).toEqual(rows.map(({ name }) => name));
});

test('asked directly, the database shows merges and homes to whom the doors belong, and nobody who lives there', async () => {
  const road = aRoad();
  const [one, two] = [await add(`${road}1号`, lane), await add(`${road}2号`)];
  const put = await dweller(one.address, one.line, '101室');
  await qian.call(mergeDoors, { address: one.address, other: two.address });
  const seen = (doors: string, kept = '') =>
    city.db.kysely.transaction().execute(async (db) => {
      await sql`select set_config('lilong.doors', ${doors}, true), set_config('lilong.doors_kept', ${kept}, true)`.execute(
        db,
      );
      const { rows } = await sql<Record<string, number>>`
        with changed as (update registry.home set floor = 3 where address = ${one.address} returning 1)
        select (select count(*)::int from registry.door_merge where survivor_door = ${one.address}) as merges,
          (select count(*)::int from registry.home where address = ${one.address}) as homes,
          (select count(*)::int from changed) as changed,
          (select count(*)::int from registry.presence where person = ${put.person}) as people`.execute(
        db,
      );
      return rows[0];
    });
  const ours = `{[${street},${street + 999999}]}`;
  const nothing = { merges: 0, homes: 0, changed: 0, people: 0 };
  expect(await seen('')).toEqual(nothing);
  expect(await seen(`{[${other},${other + 999999}]}`)).toEqual(nothing);
  expect(await seen(ours)).toEqual({ ...nothing, homes: 1 });
  expect(await seen(ours, ours)).toEqual({ merges: 1, homes: 1, changed: 1, people: 0 });
});
