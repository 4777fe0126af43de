// SPDX-License-Identifier: Apache-2.0
// A committee walks the addresses of its own lanes and tells the street what is missing or twice there; a road that has
// another name now is found by the old one and by pinyin.
import {
  findDoors,
  keepDoorsApart,
  listDoorHints,
  listDoors,
  mergeDoors,
  putDoor,
  renameDoor,
  settleDoorHint,
  tellDoor,
} from '@lilong/contracts/registry-doors';
import { findInRegistry } from '@lilong/contracts/registry-find';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City, type Person } from '../../../test/city.ts';
import { refusal } from '../../../test/refusal.ts';

const lane = 310101002001000; // 云南中路居委会
const next = 310101002002000;
const street = 310101002000000;

let city: City;
let qian: Person; // leader of the street
let wu: Person; // committee worker
let zheng: Person; // of the committee beside
beforeAll(async () => {
  city = await aCity();
  qian = await city.person('钱主任', { as: 'street_leader', at: street });
  wu = await city.person('吴干部', { as: 'committee_worker', at: lane });
  zheng = await city.person('郑干部', { as: 'committee_worker', at: next });
});
afterAll(() => city.close());

const add = async (name: string, place = lane) =>
  (await qian.call(putDoor, { name, place })).address;
const lines = async (who: Person, q: string) =>
  (await who.call(findDoors, { q })).found.map(({ line, was }) => [line, was]);

test('a committee reads its own lanes and tells of a missing door and of two that are one; the street answers', async () => {
  const [here, there] = [await add('试提路5号'), await add('试提路7号', next)];
  expect(await lines(wu, '试提路')).toEqual([['试提路5号', null]]);
  expect((await refusal(wu.call(listDoors, { address: there }))).code).toBe('found.nothing');
  expect(await wu.call(listDoors, { address: here })).toMatchObject({
    can: { keep: false, hint: true },
  });
  expect((await refusal(wu.call(putDoor, { name: '试提路9号' }))).code).toBe('auth.denied');
  const tell = (name: string) => wu.call(tellDoor, { path: '试提路', name });
  expect((await refusal(tell('人民广场'))).code).toBe('door.grammar');
  expect((await refusal(tell('5号'))).code).toBe('door.there');
  expect(await tell('9号')).toEqual({ line: '试提路9号' });
  expect((await refusal(tell('9号'))).code).toBe('door.hinted');
  await tell('11号');
  const [one, other] = [await add('试提路21弄4号'), await add('试提路21弄大华公寓4号')];
  const [two, third] = [await add('试提路23号'), await add('试提路25号')];
  await wu.call(tellDoor, { address: one, other });
  await wu.call(tellDoor, { address: two, other: third });
  expect((await refusal(wu.call(tellDoor, { address: one, other: there }))).code).toBe(
    'found.nothing',
  );
  expect((await zheng.call(listDoorHints, {})).hints).toEqual([]);
  const { hints } = await qian.call(listDoorHints, {});
  expect(hints.map(({ line, otherLine, state }) => [line, otherLine, state])).toEqual([
    ['试提路9号', null, 'open'],
    ['试提路11号', null, 'open'],
    ['试提路21弄4号', '试提路21弄大华公寓4号', 'open'],
    ['试提路23号', '试提路25号', 'open'],
  ]);
  expect((await qian.call(listDoors, {})).hints).toBe(4);
  const [nine = 0, eleven = 0] = hints.map(({ hint }) => hint);
  expect((await refusal(wu.call(settleDoorHint, { hint: nine, accept: true }))).code).toBe(
    'auth.denied',
  );
  await qian.call(settleDoorHint, { hint: nine, accept: true });
  const no = qian.call(settleDoorHint, { hint: eleven, accept: false });
  expect((await refusal(no)).field).toBe('reason');
  await qian.call(settleDoorHint, { hint: eleven, accept: false, reason: '那里是围墙' });
  await qian.call(mergeDoors, { address: one, other });
  await qian.call(keepDoorsApart, { address: two, other: third });
  const told = (await wu.call(listDoorHints, {})).hints;
  expect(told.map(({ state, reason }) => [state, reason]).sort()).toEqual([
    ['declined', null],
    ['declined', '那里是围墙'],
    ['done', null],
    ['done', null],
  ]);
  expect((await lines(wu, '试提路9号'))[0]).toEqual(['试提路9号', null]);
  expect((await qian.call(listDoors, {})).hints).toBe(0);
});

test('a road that was renamed is found by its old name and by the pinyin of both, until another one is called so', async () => {
  const address = await add('试旧路13弄6号');
  await qian.call(putDoor, { address, name: '301室' });
  await qian.call(renameDoor, { path: '试旧路', name: '试新路' });
  expect(await lines(wu, '试旧路13弄')).toEqual([['试新路13弄6号', '试旧路13弄6号']]);
  expect(await lines(wu, 'sxl13')).toEqual([['试新路13弄6号', null]]);
  expect(await lines(wu, 'shijiulu 13弄')).toEqual([['试新路13弄6号', '试旧路13弄6号']]);
  expect(await lines(qian, 'sxl')).toEqual([['试新路', null]]);
  expect((await qian.call(listDoors, { address })).here?.merged).toEqual(['试旧路13弄6号']);
  for (const q of ['试旧路13弄6号301', '试旧路13弄'])
    expect((await wu.call(findInRegistry, { q })).homes.map(({ door }) => door)).toEqual([
      '试新路13弄6号301室',
    ]);
  const again = await add('试旧路13弄6号');
  expect(again).not.toBe(address);
  expect(await lines(wu, '试旧路13弄6号')).toEqual([['试旧路13弄6号', null]]);
  await qian.call(renameDoor, { path: '试新路', name: '试三路' });
  await qian.call(renameDoor, { path: '试三路', name: '试新路' });
  expect(await lines(wu, '试新路13弄')).toEqual([['试新路13弄6号', null]]);
});
