// SPDX-License-Identifier: Apache-2.0
import {
  changePassword,
  demoDoors,
  listColleagues,
  requestCode,
  resetPassword,
  signIn,
  signInByCode,
  signInDemo,
  signOut,
  whoAmI,
} from '@lilong/contracts/identity';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { aCity, type City, type Person } from '../../test/city.ts';
import { refusal } from '../../test/refusal.ts';

let city: City;
let admin: Person;
beforeAll(async () => {
  city = await aCity({ settings: { PUBLIC_URL: 'https://lilong.example' } });
  admin = await city.person('许工', { as: 'system_admin' });
});
afterAll(() => city.close());

const chosen = 'a password of her own';

/** A dispatcher who has chosen her own password. */
async function dispatcher(name: string): Promise<Person & { readonly login: string }> {
  const person = await city.person(name, { as: 'dispatcher' });
  const { login } = person;
  if (login === null) throw new Error('staff have logins');
  const { password } = await admin.call(resetPassword, { account: person.account });
  const browser = city.anyone();
  await browser.call(signIn, { login, password });
  await browser.call(changePassword, { current: password, fresh: chosen });
  return { ...person, ...browser, login };
}

describe('a password', () => {
  test('lets its owner in, in a cookie that scripts and other sites cannot use', async () => {
    const { login, account } = await dispatcher('周婷');
    const browser = city.anyone();
    const response = await browser.fetch({
      method: 'POST',
      url: signIn.path,
      payload: { login: login.toUpperCase(), password: chosen },
    });
    expect(response.json()).toMatchObject({
      account,
      mustChange: false,
      post: { role: 'dispatcher' },
    });
    expect(response.cookies).toMatchObject([
      { name: 'lilong', httpOnly: true, sameSite: 'Lax', secure: true, path: '/', maxAge: 43_200 },
    ]);
    const [cookie] = response.cookies;
    expect(response.payload).not.toContain(cookie?.value);
    const kept = await city.asOwner('select token_hash from identity.session');
    expect(kept.map((row) => row.token_hash)).not.toContain(cookie?.value);
  });

  test('given by somebody else opens no post until it is changed', async () => {
    const wang = await city.person('王敏', { as: 'committee_worker' });
    const { password } = await admin.call(resetPassword, { account: wang.account });
    const browser = city.anyone();
    const me = await browser.call(signIn, { login: wang.login ?? '', password });
    expect(me).toMatchObject({ mustChange: true, post: null, posts: [] });
    expect((await refusal(browser.call(listColleagues, {}))).code).toBe('auth.denied');

    const same = browser.call(changePassword, { current: password, fresh: password });
    expect(await refusal(same)).toMatchObject({ code: 'auth.same-password', field: 'fresh' });
    await browser.call(changePassword, { current: password, fresh: chosen });
    expect((await browser.call(whoAmI, {})).me).toMatchObject({
      mustChange: false,
      post: { role: 'committee_worker' },
    });
    const again = city.anyone().call(signIn, { login: wang.login ?? '', password });
    expect((await refusal(again)).code).toBe('auth.wrong-password');
  });

  test('is refused in the reader’s language, at its field', async () => {
    const { login } = await dispatcher('沈丽');
    const english = { 'accept-language': 'en-GB' };
    const wrong = await refusal(city.anyone().call(signIn, { login, password: 'x' }, english));
    expect(wrong).toMatchObject({ status: 401, code: 'auth.wrong-password', field: 'password' });
    expect(wrong.detail).toContain('Login or password is wrong');
  });
});

describe('five wrong passwords', () => {
  const tryWrong = async (login: string, times: number) => {
    const codes: string[] = [];
    for (let n = 0; n < times; n += 1)
      codes.push((await refusal(city.anyone().call(signIn, { login, password: 'wrong' }))).code);
    return codes;
  };
  const right = (login: string) => city.anyone().call(signIn, { login, password: chosen });
  const fiveThenLocked = [...Array<string>(5).fill('auth.wrong-password'), 'auth.locked'];

  test('lock the account for a quarter of an hour, also for its owner', async () => {
    const { login } = await dispatcher('何静');
    expect(await tryWrong(login, 6)).toEqual(fiveThenLocked);
    expect(await refusal(right(login))).toMatchObject({ status: 429, facts: { minutes: 15 } });
    city.clock.advance(14 * 60_000 + 59_000);
    expect(await refusal(right(login))).toMatchObject({ facts: { minutes: 1 } });
    city.clock.advance(1_000);
    await right(login);
  });

  test('are counted one by one when they come at once', async () => {
    const { login } = await dispatcher('何芳');
    const tries = Array.from({ length: 8 }, () =>
      refusal(city.anyone().call(signIn, { login, password: 'wrong' })),
    );
    const codes = (await Promise.all(tries)).map(({ code }) => code).sort();
    expect(codes.filter((code) => code === 'auth.wrong-password')).toHaveLength(5);
    expect(codes.filter((code) => code === 'auth.locked')).toHaveLength(3);
  });

  test('are forgotten after a right one', async () => {
    const { login } = await dispatcher('何平');
    await tryWrong(login, 4);
    await right(login);
    expect(await tryWrong(login, 4)).not.toContain('auth.locked');
    await right(login);
  });

  test('lock a login that does not exist just the same', async () => {
    expect(await tryWrong('nobody-here', 6)).toEqual(fiveThenLocked);
  });

  test('are undone by a new password from the administrator', async () => {
    const { login, account } = await dispatcher('何军');
    await tryWrong(login, 5);
    const { password } = await admin.call(resetPassword, { account });
    await city.anyone().call(signIn, { login, password });
  });

  test('are audited without the password', async () => {
    const { login, account } = await dispatcher('何凤');
    await tryWrong(login, 5);
    const lines = await city.asOwner(
      'select act from kernel.audit where subject = $1 order by no',
      [`account:${account}`],
    );
    expect(lines.map(({ act }) => act).slice(-5)).toEqual([
      ...Array<string>(4).fill('password.wrong'),
      'account.locked',
    ]);
  });
});

describe('a session', () => {
  test('ends everywhere at once, in every process', async () => {
    const zhou = await dispatcher('周敏');
    const phone = city.anyone();
    await phone.call(signIn, { login: zhou.login, password: chosen });
    const other = await city.another();
    const phoneThere = phone.at(other.host.http);
    expect((await phoneThere.call(whoAmI, {})).me?.account).toBe(zhou.account); // now both processes know it

    await zhou.call(signOut, { everywhere: true });
    expect((await zhou.call(whoAmI, {})).me).toBeNull();
    expect((await phone.call(whoAmI, {})).me).toBeNull();
    await expect.poll(async () => (await phoneThere.call(whoAmI, {})).me).toBeNull();
  });

  test('ends alone when only this one is signed out', async () => {
    const zhou = await dispatcher('周文');
    const phone = city.anyone();
    await phone.call(signIn, { login: zhou.login, password: chosen });
    await phone.call(signOut, { everywhere: false });
    expect((await phone.call(whoAmI, {})).me).toBeNull();
    expect((await zhou.call(whoAmI, {})).me?.account).toBe(zhou.account);
  });

  test('of another device ends with a new password', async () => {
    const zhou = await dispatcher('周洁');
    const phone = city.anyone();
    await phone.call(signIn, { login: zhou.login, password: chosen });
    await zhou.call(changePassword, { current: chosen, fresh: 'another of her own' });
    expect((await phone.call(whoAmI, {})).me).toBeNull();
    expect((await zhou.call(whoAmI, {})).me?.account).toBe(zhou.account);
  });

  test('ends after its hours, to the second', async () => {
    const zhou = await city.person('周全', { as: 'dispatcher' });
    city.clock.advance(12 * 3_600_000 - 1_000);
    expect((await zhou.call(whoAmI, {})).me?.account).toBe(zhou.account);
    city.clock.advance(1_000);
    expect((await zhou.call(whoAmI, {})).me).toBeNull();
    expect((await refusal(zhou.call(listColleagues, {}))).code).toBe('auth.sign-in-first');
    admin = await city.person('许工', { as: 'system_admin' }); // hers was over too
  });

  test('writes only from our own pages', async () => {
    const zhou = await city.person('周强', { as: 'dispatcher' });
    for (const forged of ['', 'guessed']) {
      const calling = zhou.call(signOut, { everywhere: true }, { 'x-csrf': forged });
      expect(await refusal(calling)).toMatchObject({ status: 403, code: 'auth.csrf' });
    }
    expect((await zhou.call(whoAmI, {})).me?.account).toBe(zhou.account);
  });

  test('of a made-up token is nobody’s', async () => {
    const response = await city
      .anyone()
      .fetch({ method: 'GET', url: whoAmI.path, headers: { cookie: 'lilong=made-up' } });
    expect(response.json()).toEqual({ me: null, demo: false, timeZone: 'Asia/Shanghai' });
  });
});

describe('in the demonstration', () => {
  let demo: City;
  beforeAll(async () => {
    demo = await aCity({ demo: true });
  });
  afterAll(() => demo.close());

  test('every door of the landing page opens to somebody in that post', async () => {
    for (const as of demoDoors) {
      const visitor = demo.anyone();
      const me = await visitor.call(signInDemo, { as });
      expect(me.post?.role ?? me.kind).toBe(as);
      expect((await visitor.call(whoAmI, {})).me).toEqual(me);
    }
  });

  test('and nowhere else', async () => {
    const entering = city.anyone().call(signInDemo, { as: 'city' });
    expect(await refusal(entering)).toMatchObject({ status: 403, code: 'auth.not-demo' });
  });

  test('a one-time code goes to the console and is shown, and nothing is sent', async () => {
    const printed = vi.spyOn(demo.host.http.log, 'info');
    const lin = demo.anyone();
    const phone = '13800000001';
    const { shown } = await lin.call(requestCode, { phone });
    expect((await lin.call(signInByCode, { phone, code: shown ?? '' })).kind).toBe('resident');
    await demo.settleDown();
    expect(printed.mock.calls).toContainEqual([expect.stringMatching(`^138\\*{4}0001 .*${shown}`)]);
    expect(await demo.asOwner('select no from identity.message')).toEqual([]);

    const asking = city.anyone().call(requestCode, { phone }); // a real city without a gateway
    expect(await refusal(asking)).toMatchObject({ status: 503, code: 'sms.not-sent' });
  });

  test('the invented have no passwords', async () => {
    const entering = demo.anyone().call(signIn, { login: 'demo-00002', password: 'demo' });
    expect((await refusal(entering)).code).toBe('auth.wrong-password');
  });
});
