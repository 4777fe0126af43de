// SPDX-License-Identifier: Apache-2.0
import {
  changePassword,
  decidePost,
  importStaff,
  listStaff,
  signIn,
} from '@lilong/contracts/identity';
import { getPlace } from '@lilong/contracts/places';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City, type Person } from '../../test/city.ts';
import { refusal } from '../../test/refusal.ts';

const header =
  'organisation,organisation_kind,place_code_or_name,phone,hours,name,login,role,range';
const csvOf = (...lines: string[]) => [header, ...lines].join('\n');
let city: City;
let system: Person;
let safety: Person;
beforeAll(async () => {
  city = await aCity();
  system = await city.person('许工', { as: 'system_admin', at: '南京东路街道' });
  safety = await city.person('郑安', { as: 'safety_admin', at: '南京东路街道' });
});
afterAll(() => city.close());

const countRows = async () =>
  (
    await city.asOwner(`select (select count(*) from identity.account) as accounts,
      (select count(*) from identity.post) as posts, (select count(*) from places.organisation) as organisations`)
  )[0];

test('a town comes in by one file: tried dry, imported, approved, signed in', async () => {
  const csv = csvOf(
    '便民服务队,作业队,南京东路街道,021-55550001,周一至周五,马力,ma-li,处置人员,云南中路居委会',
    '便民服务队,crew,310101002000,,,朱红,zhu.hong,department_officer,',
    '便民服务队,Work crew,南京东路街道,,,马力,ma-li,crew,云南中路居委会；310101002002',
    '河滨小站,作业队,云南中路居委会,,,,,,',
  );
  const before = await countRows();
  const tried = await system.call(importStaff, { csv, dry: true });
  expect(tried).toEqual({
    lines: 4,
    good: 4,
    faults: [],
    organisations: 2,
    accounts: 2,
    posts: 3,
    passwords: [],
  });
  expect(await countRows()).toEqual(before);

  const done = await system.call(importStaff, { csv, dry: false });
  expect(done).toMatchObject({ ...tried, passwords: [{ login: 'ma-li' }, { login: 'zhu.hong' }] });
  const zhu = city.anyone();
  const password = done.passwords[1]?.password ?? '';
  expect(password).toMatch(/^[2-9a-z]{4}(-[2-9a-z]{4}){2}$/);
  expect(await zhu.call(signIn, { login: 'zhu.hong', password })).toMatchObject({
    name: '朱红',
    mustChange: true,
    posts: [],
  });

  const waiting = await safety.call(listStaff, { q: '便民服务队', waiting: true });
  expect(waiting.total).toBe(2);
  for (const { no } of waiting.people.flatMap(({ posts }) => posts))
    await safety.call(decidePost, { post: no, approve: true });
  await zhu.call(changePassword, { current: password, fresh: 'a password of her own' });
  const me = await city
    .anyone()
    .call(signIn, { login: 'ZHU.HONG', password: 'a password of her own' });
  expect(me.post).toMatchObject({ role: 'department_officer', places: [{ name: '南京东路街道' }] });
});

test('the same file again changes nothing, and a corrected telephone only that', async () => {
  const line = (phone: string) =>
    csvOf(`夜间服务点,居村委会,云南中路居委会,${phone},全天,丁一,ding-yi,committee_worker,`);
  expect(await system.call(importStaff, { csv: line('021-55550002'), dry: false })).toMatchObject({
    organisations: 1,
    accounts: 1,
    posts: 1,
  });
  const before = await countRows();
  for (const [phone, organisations] of [
    ['021-55550002', 0],
    ['', 0],
    ['021-55550003', 1],
  ] as const)
    expect(await system.call(importStaff, { csv: line(phone), dry: false })).toMatchObject({
      good: 1,
      organisations,
      accounts: 0,
      posts: 0,
      passwords: [],
    });
  expect(await countRows()).toEqual(before);
  const kept = await city.asOwner(
    "select phone, hours from places.organisation where name = '夜间服务点'",
  );
  expect(kept).toEqual([{ phone: '021-55550003', hours: '全天' }]);
});

test('a committee that is there already gets its telephone corrected, and the public sees it', async () => {
  const { no } = await city.place('云南中路居委会');
  const csv = csvOf('云南中路居委会,居村委会,310101002001,021-55551234,,,,,');
  expect(await system.call(importStaff, { csv, dry: false })).toMatchObject({ organisations: 1 });
  expect((await city.anyone().call(getPlace, { no })).phone).toBe('021-55551234');
});

test('every bad line is named with number, field and words; the good ones go in', async () => {
  const taken = await city.person('别人', { as: 'dispatcher' });
  const office = '上海市城市运行管理中心（示例）,市级部门,上海市';
  const csv = csvOf(
    '好小组,作业队,南京东路街道,,,洪七,hong-qi,crew,', // 2
    ',作业队,南京东路街道,,,洪八,hong-ba,crew,', // 3
    '坏小组,不知道,南京东路街道,,,,,,', // 4
    '坏小组,作业队,没有的街道,,,,,,', // 5
    '坏小组,作业队,外滩街道,,,,,,', // 6
    `${office},,,洪九,hong-jiu,city,`, // 7
    '好小组,作业队,南京东路街道,,,洪十,,crew,', // 8
    '好小组,作业队,南京东路街道,,,洪十,h,god,', // 9: two faults
    `好小组,作业队,南京东路街道,,,洪十,${taken.login},crew,`, // 10
    '好小组,作业队,南京东路街道,,,洪七一,HONG-QI,crew,', // 11
    `好小组,作业队,南京东路街道,,,许工,${system.login},crew,`, // 12
    `好小组,作业队,南京东路街道,,,郑安,${safety.login},auditor,`, // 13
    '好小组,作业队,南京东路街道,,,双面,shuang,auditor,', // 14
    '好小组,作业队,南京东路街道,,,双面,shuang,system_admin,', // 15
    '好小组,作业队,南京东路街道,,,洪十,hong-shi,crew,外滩街道', // 16
    `${'长'.repeat(101)},作业队,南京东路街道,,,,,,`, // 17
  );
  const english = { 'accept-language': 'en' };
  const { faults, ...reply } = await system.call(importStaff, { csv, dry: false }, english);
  expect(faults.map(({ line, field, code }) => [line, field, code])).toEqual([
    [3, 'organisation', 'input.invalid'],
    [4, 'organisation_kind', 'import.unknown-kind'],
    [5, 'place_code_or_name', 'import.unknown-place'],
    [6, 'place_code_or_name', 'import.outside'],
    [7, 'place_code_or_name', 'import.outside'],
    [8, 'login', 'input.invalid'],
    [9, 'login', 'input.invalid'],
    [9, 'role', 'import.unknown-role'],
    [10, 'login', 'import.login-taken'],
    [11, 'login', 'import.login-taken'],
    [12, 'login', 'auth.own-grant'],
    [13, 'role', 'auth.roles-apart'],
    [15, 'role', 'auth.roles-apart'],
    [16, 'range', 'import.outside'],
    [17, 'organisation', 'input.invalid'],
  ]);
  expect(faults[2]?.detail).toContain('There is no place called “没有的街道”');
  expect(reply).toMatchObject({ lines: 16, good: 2, organisations: 1, accounts: 2, posts: 2 });
  expect(reply.passwords.map(({ login }) => login)).toEqual(['hong-qi', 'shuang']);
  const bad = await city.asOwner("select no from places.organisation where name = '坏小组'");
  expect(bad).toEqual([]);
});

test('an organisation does not become another kind by an import', async () => {
  const made = csvOf('巡查小站,作业队,南京东路街道,,,,,,');
  await system.call(importStaff, { csv: made, dry: false });
  const csv = csvOf(
    '巡查小站,网格中心,南京东路街道,021-55559999,,,,,', // 2: it is a crew
    '新站,作业队,南京东路街道,,,,,,',
    '新站,公用企业,南京东路街道,,,,,,', // 4: the line before says otherwise
  );
  const { faults, ...reply } = await system.call(importStaff, { csv, dry: false });
  expect(faults.map(({ line, field, code }) => [line, field, code])).toEqual([
    [2, 'organisation_kind', 'import.kind-differs'],
    [4, 'organisation_kind', 'import.kind-differs'],
  ]);
  expect(faults[0]?.detail).toContain('已经登记为「作业队」，表里写的是「网格中心」');
  expect(reply).toMatchObject({ good: 1, organisations: 1 });
  const kept = await city.asOwner(
    "select kind, phone from places.organisation where name = '巡查小站'",
  );
  expect(kept).toEqual([{ kind: 'crew', phone: null }]);
});

test('a name that two committees share is asked for by code', async () => {
  const above = await city.person('许总', { as: 'system_admin' });
  const [twice] = await city.asOwner(
    'select name from places.place group by name having count(*) > 1 order by name limit 1',
  );
  const csv = csvOf(`某小组,作业队,${twice?.name},,,,,,`);
  const { faults } = await above.call(importStaff, { csv, dry: true });
  expect(faults).toMatchObject([{ line: 2, code: 'import.many-places' }]);
});

test('only a system administrator imports, and a file that cannot be read is refused whole', async () => {
  const csv = csvOf();
  for (const person of [safety, await city.person('周婷', { as: 'dispatcher' })])
    expect((await refusal(person.call(importStaff, { csv, dry: true }))).code).toBe('auth.denied');
  const garbled = system.call(importStaff, { csv: '\uFFFD', dry: true });
  expect(await refusal(garbled)).toMatchObject({ code: 'import.garbled', field: 'csv' });
  const other = system.call(importStaff, { csv: 'a,b,c', dry: true });
  expect(await refusal(other)).toMatchObject({ code: 'import.columns', field: 'csv' });
});

test('three thousand lines go in within seconds, and a retry shows the same passwords', async () => {
  const lines = Array.from(
    { length: 3000 },
    (_, n) => `大队,作业队,南京东路街道,,,队员${n},member-${n},crew,云南中路居委会`,
  );
  const key = { 'idempotency-key': 'big-import' };
  const input = { csv: csvOf(...lines), dry: false };
  const first = await system.call(importStaff, input, key);
  expect(first).toMatchObject({ good: 3000, organisations: 1, accounts: 3000, posts: 3000 });
  expect((await system.call(importStaff, input, key)).passwords).toEqual(first.passwords);
});
