// SPDX-License-Identifier: Apache-2.0
import { changePassword, givePost, importStaff, signIn } from '@lilong/contracts/identity';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City } from '../../test/city.ts';
import { refusal } from '../../test/refusal.ts';
import { makeFirstAdmins } from './index.ts';

const HUANGPU = 310101000000000;
const beginning = { place: HUANGPU, organisation: '黄浦区城市运行管理中心' };
let city: City;
beforeAll(async () => {
  city = await aCity();
});
afterAll(() => city.close());

const begin = () => makeFirstAdmins(city.db, city.host, city.now, beginning);

test('a deployment with staff gets no second set of first administrators', async () => {
  await expect(begin()).rejects.toMatchObject({ code: 'auth.staff-there' });
});

test('a new deployment begins with three people, who set their own passwords', async () => {
  await city.asOwner('delete from identity.post');
  await city.asOwner("delete from identity.account where kind = 'staff'");
  const nowhere = { ...beginning, place: 310199000000000 };
  const failing = makeFirstAdmins(city.db, city.host, city.now, nowhere);
  await expect(failing).rejects.toMatchObject({ code: 'places.unknown' });

  const both = await Promise.allSettled([begin(), begin()]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const admins = both.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
  expect(admins.map(({ role }) => role)).toEqual(['system_admin', 'safety_admin', 'auditor']);
  for (const { login, password, role } of admins) {
    const browser = city.anyone();
    expect(await browser.call(signIn, { login, password })).toMatchObject({ mustChange: true });
    await browser.call(changePassword, { current: password, fresh: `${role} on her own` });
    const me = await browser.call(signIn, { login, password: `${role} on her own` });
    expect(me.post).toMatchObject({ role, organisationName: beginning.organisation });
    const importing = browser.call(importStaff, {
      csv: 'organisation,organisation_kind,place_code_or_name,name,login,role\n',
      dry: true,
    });
    if (role === 'system_admin') expect((await importing).lines).toBe(0);
    else expect((await refusal(importing)).code).toBe('auth.denied');
  }
  const safety = await city.asOwner("select no from identity.account where login = 'safety'");
  const system = city.anyone();
  await system.call(signIn, { login: 'system', password: 'system_admin on her own' });
  const second = system.call(givePost, {
    account: Number(safety[0]?.no),
    role: 'auditor',
    organisation: (await city.organisation(beginning.organisation)).no,
    places: [HUANGPU],
    validFrom: city.now.toISOString(),
  });
  expect((await refusal(second)).code).toBe('auth.roles-apart');
});
