// SPDX-License-Identifier: Apache-2.0
// 亮证: a resident shows a code; a kiosk or a clerk reads whose it is, once, within two minutes.
import type { Refusal } from '@lilong/contracts/refusals';
import { bindMe, offerBinding, ownLooks, unbindMe } from '@lilong/contracts/registry-own';
import { showMe, shownYet } from '@lilong/contracts/registry-show';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City, type Person } from '../../../test/city.ts';
import { refusal } from '../../../test/refusal.ts';
import { type Put, putPerson } from '../../../test/registry-people.ts';
import { publicActor } from '../../kernel/actor.ts';
import { asSystem } from '../../kernel/serve.ts';
import { redeemShown, type ShownBy } from './show.ts';

const lane = 310101002001000; // 云南中路居委会
const hall = { organisation: 1 };

let city: City;
let wu: Person;
beforeAll(async () => {
  city = await aCity();
  wu = await city.person('吴干部', { as: 'committee_worker', at: lane });
});
afterAll(() => city.close());

async function bound(name: string): Promise<{ who: Person; put: Put }> {
  const put = await putPerson(city, lane, { role: 'lives', until: null, protected: false });
  const who = await city.resident(name);
  const offered = { person: put.person, document: '111', number: put.id } as const;
  await who.call(bindMe, { code: (await wu.call(offerBinding, offered)).code });
  return { who, put };
}

let kiosks = 0;
/** A kiosk that nobody has used yet. */
function atKiosk(code: string, address = `10.0.0.${++kiosks}`): Promise<ShownBy> {
  const kiosk = publicActor('zh', address);
  return asSystem(city.host, 'test', kiosk, (ctx) => redeemShown(ctx, code, hall));
}

const no = (asked: Promise<unknown>): Promise<Refusal> =>
  asked.then(
    () => Promise.reject(new Error('this was allowed, and must not be')),
    (thrown: Refusal) => thrown,
  );

test('a code says once who stands there; the person reads where it was read', async () => {
  const { who, put } = await bound('林桂英');
  expect(await who.call(shownYet, {})).toEqual({ until: null });
  const { number, qrSvg, until, seconds } = await who.call(showMe, {});
  expect(number).toMatch(/^\d{8}$/);
  expect(qrSvg).toContain('<svg');
  expect(seconds).toBe(120);
  expect(await who.call(shownYet, {})).toEqual({ until });
  const kept = await city.asOwner(`select set_config('lilong.persons', '{${put.person}}', true);
    select encode(number, 'escape') || encode(digest, 'escape') as said from registry.shown_code`);
  expect(kept.at(-1)?.said).toEqual(expect.not.stringContaining(number));
  expect(await atKiosk(number)).toEqual({
    ...{ person: put.person, account: who.account, name: put.name, bornOn: '1980-01-10' },
  });
  expect(await who.call(shownYet, {})).toEqual({ until: null });
  expect((await no(atKiosk(number))).code).toBe('registry.shown-code');
  const { looks } = await who.call(ownLooks, {});
  expect(looks[0]).toMatchObject({
    roleName: '自助机',
    says: '凭您亮的证认出了您',
    purpose: '窗口办事',
  });
});

test('the newest code is the only one; it is over after two minutes, and with the binding', async () => {
  const { who } = await bound('陈阿婆');
  const first = await who.call(showMe, {});
  const second = await who.call(showMe, {});
  expect((await no(atKiosk(first.number))).code).toBe('registry.shown-code');
  city.clock.advance(120_000);
  expect((await no(atKiosk(second.number))).code).toBe('registry.shown-code');
  const third = await who.call(showMe, {});
  await who.call(unbindMe, {});
  expect(await no(atKiosk(third.number))).toMatchObject({
    ...{ code: 'registry.shown-code', field: 'code' },
  });
  expect((await refusal(who.call(showMe, {}))).code).toBe('registry.not-bound');
  expect((await refusal(wu.call(showMe, {}))).code).toBe('auth.denied');
});

test('whoever guesses is stopped; nobody sees a code that is not in their hand', async () => {
  const { who } = await bound('王阿公');
  const { number } = await who.call(showMe, {});
  const wrong = number === '00000000' ? '00000001' : '00000000';
  for (let tried = 0; tried < 30; tried++)
    expect((await no(atKiosk(wrong, '10.9.9.9'))).code).toBe('registry.shown-code');
  expect((await no(atKiosk(number, '10.9.9.9'))).code).toBe('auth.too-many');
  expect((await atKiosk(number)).account).toBe(who.account);
});
