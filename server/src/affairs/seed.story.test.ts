// SPDX-License-Identifier: Apache-2.0
// The demonstration's applications: in every state, at home and at counters, for the centre and the departments.
import { affairStates } from '@lilong/contracts/affair-flow';
import { countAffairs, getAffair, listAffairs } from '@lilong/contracts/affair-work';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City } from '../../test/city.ts';
import { seedRegistry } from '../registry/index.ts';
import { liveApplications } from './index.ts';

let city: City;
beforeAll(async () => {
  city = await aCity();
  const { keys } = city.host;
  await city.db.kysely
    .transaction()
    .execute((db) => seedRegistry(db, { keys, now: city.now, people: 600 }));
  await liveApplications(city.host);
}, 120_000);
afterAll(() => city.close());

test('a few hundred, in every state there is; a second start adds none', async () => {
  const count = async () => {
    const rows = await city.asOwner(
      `select set_config('lilong.affairs', '{[0,999999999999999]}', true); select state, count(*) as many from affairs.application group by state;`,
    );
    return rows.filter(({ state }) => state !== undefined);
  };
  const rows = await count();
  expect(rows.map(({ state }) => String(state)).sort()).toEqual([...affairStates].sort());
  const all = rows.reduce((sum, { many }) => sum + Number(many), 0);
  expect(all).toBeGreaterThan(180);
  await liveApplications(city.host);
  expect(await count()).toEqual(rows);
});

test('the hall and the departments have something to do, and each opens', async () => {
  const organisation = '南京东路街道社区事务受理服务中心（示例）';
  const gu = await city.person('顾窗口', { as: 'counter_clerk', organisation });
  const { counts } = await gu.call(countAffairs, {});
  for (const tab of ['mine', 'incoming', 'running', 'waiting', 'deliver', 'late'])
    expect(counts[tab], tab).toBeGreaterThan(0);
  const { affairs, total } = await gu.call(listAffairs, { tab: 'mine', limit: 100 });
  expect(total).toBe(counts.mine);
  for (const { ref } of affairs.slice(0, 12)) {
    const page = await gu.call(getAffair, { ref });
    expect(page.timeline.at(0)?.did).toBe('started');
    expect(page.fields.length).toBeGreaterThan(0);
  }
  const bureau = { as: 'department_officer', organisation: '黄浦区民政局（示例）' } as const;
  const civil = await city.person('钱审核', bureau);
  expect((await civil.call(listAffairs, { tab: 'running' })).total).toBeGreaterThan(0);
});
