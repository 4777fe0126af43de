// SPDX-License-Identifier: Apache-2.0
// Halls from a file: hours, windows, languages, equipment; lines that do not fit are named; the same file again changes nothing.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { centreCard, listCentres } from '@lilong/contracts/counters';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City } from '../../../test/city.ts';
import { systemActor } from '../../kernel/actor.ts';
import { asSystem } from '../../kernel/serve.ts';
import { importHalls } from '../index.ts';

const street = 310101013000000; // 外滩街道
const name = '外滩街道社区事务受理服务中心';
let city: City;
let folder: string;
beforeAll(async () => {
  city = await aCity();
  folder = mkdtempSync(join(tmpdir(), 'lilong-halls-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await city.close();
});

const titles = '名称,街镇,地址,经度,纬度,电话,工作日,休息日,语言,设备,窗口';
async function bring(...lines: string[]) {
  const file = join(folder, 'centres.csv');
  writeFileSync(file, [titles, ...lines].join('\n'));
  const wanted = { datum: 'wgs84', source: '民政局名册' } as const;
  return asSystem(city.host, 'test', systemActor, (ctx) => importHalls(ctx, file, wanted));
}
const own = `${name},外滩街道,四川中路1号,121.487,31.241,021-12345678,8:30-11:30 13-17,9-11:30,普通话、手语,取号机、母婴室,综合+社保医保；AC；帮办窗口：综合`;
const shop = '外滩街道第二分中心,外滩街道,福州路2号,,,,9-16:30,,普通话,,2';

test('halls come in with all they have; the same file again changes nothing', async () => {
  const before = (await city.anyone().call(listCentres, {})).centres.length;
  expect(await bring(own, shop)).toMatchObject({ read: 2, added: 1, changed: 1, faulty: 0 });
  const { centres } = await city.anyone().call(listCentres, { place: street });
  const centre = centres.find((one) => one.name === name)?.centre ?? 0;
  const card = await city.anyone().call(centreCard, { centre });
  expect(card).toMatchObject({
    ...{ address: '四川中路1号', phone: '021-12345678', generated: false, source: '民政局名册' },
    ...{ spoken: ['mandarin', 'sign'], equipment: ['kiosk', 'nursing_room'] },
    point: { lon: 121.487, lat: 31.241 },
    week: { holiday: [['09:00', '11:30']] },
  });
  expect(card.services.map(({ letter }) => letter)).toEqual(['A', 'B', 'C']);
  const windows = await city.asOwner(
    `select name, services from counters."window" where centre = ${centre} and retired_at is null order by ordinal`,
  );
  expect(windows).toMatchObject([
    ...[{ services: ['general', 'insurance'] }, { services: ['general', 'residence'] }],
    { name: '帮办窗口', services: ['general'] },
  ]);
  expect((await city.anyone().call(listCentres, {})).centres).toHaveLength(before + 1);
  expect(await bring(own, shop)).toMatchObject({ added: 0, changed: 0, same: 2, faulty: 0 });
  const shorter = own.replace('8:30-11:30 13-17', '8:30-11:30');
  expect(await bring(shorter)).toMatchObject({ changed: 1, same: 0 });
});

test('a line that does not fit is named by line, column and reason; the others go in', async () => {
  const { faults, same, read } = await bring(
    shop,
    own.replace('外滩街道,四川', '没有的街道,四川'),
    own.replace('8:30-11:30 13-17', '晚上'),
    own.replace('手语', '火星话'),
    own.replace('AC', 'AX'),
    shop,
  );
  expect({ read, same }).toEqual({ read: 6, same: 1 });
  expect(faults.map(({ at, field, code }) => [at, field, code])).toEqual([
    [3, 'place', 'import.unknown-place'],
    [4, 'working', 'import.hall-hours'],
    [5, 'spoken', 'import.hall-list'],
    [6, 'windows', 'import.hall-list'],
    [7, 'name', 'import.twice'],
  ]);
});
