// SPDX-License-Identifier: Apache-2.0
import {
  changePassword,
  listStaff,
  resetPassword,
  signIn,
  whoAmI,
} from '@lilong/contracts/identity';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City, type Person } from '../../test/city.ts';
import { refusal } from '../../test/refusal.ts';
import { recover } from './index.ts';

let city: City;
let admin: Person;
beforeAll(async () => {
  city = await aCity();
  admin = await city.person('许工', { as: 'system_admin' });
});
afterAll(() => city.close());

test('a one-time password comes back to a retry, and is not kept in the open', async () => {
  const wang = await city.person('王芳', { as: 'committee_worker' });
  const key = { 'idempotency-key': 'reset-1' };
  const first = await admin.call(resetPassword, { account: wang.account }, key);
  expect(await admin.call(resetPassword, { account: wang.account }, key)).toEqual(first);
  const kept = await city.asOwner("select reply from kernel.idempotency where key = 'reset-1'");
  expect(JSON.stringify(kept)).not.toContain(first.password);

  const other = await city.person('王萍', { as: 'committee_worker' });
  const changed = admin.call(resetPassword, { account: other.account }, key);
  expect(await refusal(changed)).toMatchObject({ status: 422, code: 'retry.other-body' });
});

test('a password for an administrator comes from one of the same kind only', async () => {
  const safety = await city.person('郑安', { as: 'safety_admin' });
  const auditor = await city.person('梁清', { as: 'auditor' });
  const other = await city.person('许明', { as: 'system_admin' });
  const peer = await city.person('郑和', { as: 'safety_admin' });
  for (const { account } of [safety, auditor, admin])
    expect((await refusal(admin.call(resetPassword, { account }))).code).toBe('auth.denied');
  await admin.call(resetPassword, { account: other.account });
  await peer.call(resetPassword, { account: safety.account });
  const worker = await city.person('王刚', { as: 'committee_worker' });
  expect((await refusal(peer.call(resetPassword, { account: worker.account }))).code).toBe(
    'auth.denied',
  );
});

test('a password comes from an administrator of the whole area that somebody works in', async () => {
  const town = await city.person('镇管', { as: 'system_admin', at: '南京东路街道' });
  const near = await city.person('王近', { as: 'committee_worker' });
  const far = await city.person('王远', { as: 'dispatcher', at: '外滩街道' });
  const above = await city.person('何上', { as: 'district' });
  await town.call(resetPassword, { account: near.account });
  for (const { account } of [far, above])
    expect((await refusal(town.call(resetPassword, { account }))).code).toBe('auth.denied');
});

test('a post that is over neither blocks a new password nor passes for one in force', async () => {
  const town = await city.person('镇管二', { as: 'system_admin', at: '南京东路街道' });
  const moved = await city.person('王调走', { as: 'committee_worker' });
  const yesterday = new Date(city.clock().getTime() - 24 * 3_600_000);
  const before = new Date(yesterday.getTime() - 24 * 3_600_000);
  const once = async (role: string, place: number) =>
    city.asOwner(
      `insert into identity.post (account, organisation, role, places, status, valid_from, valid_to, made_at)
       select $1, organisation, $2, array[$3::bigint], 'approved', $4, $5, $4 from identity.post where no = $6`,
      [moved.account, role, place, before, yesterday, moved.post],
    );
  await once('auditor', (await city.place('南京东路街道')).no); // was another kind of administrator
  await once('dispatcher', (await city.place('外滩街道')).no); // worked outside

  const { people } = await town.call(listStaff, { q: '王调走' });
  expect(people[0]?.mayReset).toBe(true);
  expect(people[0]?.posts.map(({ role, status, can }) => [role, status, can.end])).toEqual([
    ['committee_worker', 'approved', true],
    ['auditor', 'ended', false],
  ]);
  await town.call(resetPassword, { account: moved.account });
});

test('the list offers a new password exactly where one would be given', async () => {
  const peer = await city.person('郑同', { as: 'safety_admin' });
  const safety = await city.person('郑锁', { as: 'safety_admin' });
  const worker = await city.person('王锁', { as: 'committee_worker' });
  const offered = async (who: Person, of: Person) =>
    (await who.call(listStaff, { q: of.login ?? '' })).people[0]?.mayReset;
  expect(await offered(peer, safety)).toBe(true);
  expect(await offered(peer, peer)).toBe(false);
  expect(await offered(peer, worker)).toBe(false);
  expect(await offered(admin, worker)).toBe(true);
  expect(await offered(admin, safety)).toBe(false);
});

test('an administrator whom nobody can help gets back in from the machine itself', async () => {
  const only = await city.person('郑独', { as: 'safety_admin' });
  await expect(recover(city.db, city.host, city.clock(), 'nobody-here')).rejects.toMatchObject({
    code: 'found.nothing',
  });

  const password = await recover(city.db, city.host, city.clock(), only.login?.toUpperCase() ?? '');
  await expect.poll(async () => (await only.call(whoAmI, {})).me).toBeNull();
  const browser = city.anyone();
  const login = only.login ?? '';
  expect(await browser.call(signIn, { login, password })).toMatchObject({
    mustChange: true,
    posts: [],
  });
  await browser.call(changePassword, { current: password, fresh: 'chosen by herself' });
  const me = await browser.call(signIn, { login, password: 'chosen by herself' });
  expect(me.post?.role).toBe('safety_admin');
  const lines = await city.asOwner(
    "select account, outcome from kernel.audit where act = 'password.recovered' and subject = $1",
    [`account:${only.account}`],
  );
  expect(lines).toEqual([{ account: null, outcome: 'done' }]);
});
