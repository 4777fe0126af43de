// SPDX-License-Identifier: Apache-2.0
// A worker sees a document and gives a code; a resident types it, and reads all that is held and who looked.

import { whoAmI } from '@lilong/contracts/identity';
import { personCard, revealValue } from '@lilong/contracts/registry';
import { ownConsents } from '@lilong/contracts/registry-guardians';
import { lookUpNumber, recordDeath } from '@lilong/contracts/registry-moves';
import { ownObjections } from '@lilong/contracts/registry-objections';
import {
  bindMe,
  endBinding,
  endGrant,
  offerBinding,
  ownData,
  ownFile,
  ownGrants,
  ownLooks,
  ownNumber,
  unbindMe,
} from '@lilong/contracts/registry-own';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City, type Person } from '../../../test/city.ts';
import { fill, kept, shown } from '../../../test/own-columns.ts';
import { refusal } from '../../../test/refusal.ts';
import { type Put, putPerson } from '../../../test/registry-people.ts';
import { digestOf, keyOf, sealValue } from '../sealed.ts';

const lane = 310101002001000; // 云南中路居委会
const minute = 60_000;

let city: City;
let wu: Person;
beforeAll(async () => {
  city = await aCity({ settings: { RESIDENT_SESSION_DAYS: '120' } });
  wu = await city.person('吴干部', { as: 'committee_worker', at: lane });
});
afterAll(() => city.close());

const put = () => putPerson(city, lane, { role: 'lives', until: null, protected: false });
const offer = ({ person, id }: Put) =>
  wu.call(offerBinding, { person, document: '111', number: id });
let residents = 0;
const aResident = () => {
  residents += 1;
  return city.resident(`居民${residents}`);
};

/** Somebody with an account that is bound to them. */
async function bound(): Promise<{ who: Person; put: Put }> {
  const [who, one] = [await aResident(), await put()];
  const { code } = await offer(one);
  await who.call(bindMe, { code });
  return { who, put: one };
}

test('the worker sees the document, the code joins account and person, and both can read it', async () => {
  const [who, one] = [await aResident(), await put()];
  expect(await who.call(ownData, {})).toEqual({
    ...{ binding: null, ended: null, groups: [], grants: [], wards: [] },
  });
  const { code, until } = await offer(one);
  expect(code).toMatch(/^\d{6}$/);
  expect(until).toBe(new Date(city.clock().getTime() + 10 * minute).toISOString());
  await who.call(bindMe, { code });
  const { binding, groups } = await who.call(ownData, {});
  expect(binding).toMatchObject({ roleName: '居委会干部', documentName: '身份证' });
  expect(binding?.organisationName).toContain('云南中路');
  expect(groups[0]?.values[0]).toMatchObject({ name: '姓名', says: one.name });
  expect((await who.call(whoAmI, {})).me?.level).toBe(2);
  const { looks } = await who.call(ownLooks, {});
  expect(looks).toMatchObject([{ says: '看过证件，给了绑定码', purpose: '本人出示证件' }]);
  expect((await wu.call(personCard, { person: one.person })).boundSince).not.toBeNull();
});

test('another document, another committee, a second binding: refused, and the code works once', async () => {
  const { who, put: one } = await bound();
  const [other, else_] = [await put(), await aResident()];
  const wrong = { person: other.person, document: '111', number: one.id } as const;
  expect(await refusal(wu.call(offerBinding, wrong))).toMatchObject({
    ...{ code: 'registry.not-theirs', field: 'number' },
  });
  const zheng = await city.person('郑干部', { as: 'committee_worker', at: 310101002002000 });
  expect((await refusal(zheng.call(offerBinding, { ...wrong, number: other.id }))).code).toBe(
    'auth.denied',
  );
  expect((await refusal(offer(one))).code).toBe('registry.bound');
  const { code } = await offer(other);
  expect((await refusal(who.call(bindMe, { code }))).code).toBe('registry.account-bound');
  await else_.call(bindMe, { code });
  const late = await aResident();
  expect((await refusal(late.call(bindMe, { code }))).code).toBe('registry.binding-code');
});

test('a code ends after ten minutes, and five wrong ones close the way for an hour', async () => {
  const [who, one] = [await aResident(), await put()];
  const { code } = await offer(one);
  city.clock.advance(10 * minute);
  expect(await refusal(who.call(bindMe, { code }))).toMatchObject({
    ...{ code: 'registry.binding-code', field: 'code', facts: { left: 4 } },
  });
  const fresh = (await offer(one)).code;
  const wrong = fresh === '000000' ? '000001' : '000000';
  for (const left of [3, 2, 1, 0])
    expect((await refusal(who.call(bindMe, { code: wrong }))).facts).toEqual({ left });
  expect((await refusal(who.call(bindMe, { code: fresh }))).facts).toEqual({ left: 0 });
  city.clock.advance(60 * minute);
  await who.call(bindMe, { code: (await offer(one)).code });
});

test('every column that is about the person is in my data, or says why not', async () => {
  const { who, put: one } = await bound();
  await fill(city, wu, one);
  const { groups, grants, binding } = await who.call(ownData, {});
  const { looks } = await who.call(ownLooks, {});
  const { objections } = await who.call(ownObjections, {});
  const { consents } = await who.call(ownConsents, {});
  const said = JSON.stringify({ groups, grants, binding, looks, objections, consents });
  const told = said.replace(/(\d{4}) 年 (\d+) 月 (\d+) 日(\p{Script=Han})?/gu, (_, y, m, d, next) =>
    [`${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`, next ?? []].flat().join(' '),
  );
  const { rows } = await city.host.db.run(`
    select c.table_name || '.' || c.column_name as name from information_schema.columns c
    where c.table_schema not in ('information_schema', 'pg_catalog')
      and (c.table_schema = 'registry' and c.table_name = 'person' or exists (select from information_schema.columns p
        where p.table_schema = c.table_schema and p.table_name = c.table_name and p.column_name = 'person')) order by 1`);
  const names = rows.map(({ name }) => String(name));
  expect(names.filter((name) => !(name in shown) && !(name in kept))).toEqual([]);
  expect(
    [...Object.keys(shown), ...Object.keys(kept)].filter((name) => !names.includes(name)),
  ).toEqual([]);
  const missing = Object.entries(shown).filter(([, wanted]) => !told.includes(wanted(one, city)));
  expect(missing.map(([name]) => name)).toEqual([]);
  expect(told).not.toContain(one.id);
  expect(told).not.toContain(one.phone);
});

test('who looked, for what purpose; a grant is taken back; and nothing of it reaches another resident', async () => {
  const { who, put: one } = await bound();
  const { person } = one;
  await wu.call(revealValue, { person, element: 'phone', purpose: 'visit' });
  await wu.call(lookUpNumber, { document: '111', number: one.id });
  const { looks, more } = await who.call(ownLooks, {});
  expect(looks.map(({ says, purpose }) => [says, purpose])).toEqual([
    ['凭您出示的证件找到您的档案', '本人出示证件'],
    ['看了您的联系电话', '上门走访'],
    ['看过证件，给了绑定码', '本人出示证件'],
  ]);
  expect(more).toBe(false);
  expect(JSON.stringify(looks)).not.toContain('吴干部');
  expect((await who.call(ownLooks, { before: looks[1]?.no ?? 0 })).looks).toHaveLength(1);
  const { grants } = await who.call(ownData, {});
  expect(grants).toMatchObject([{ roleName: '居委会干部', purpose: '本人出示证件', holds: true }]);
  const other = await bound();
  const no = grants[0]?.no ?? 0;
  expect((await refusal(other.who.call(endGrant, { no }))).code).toBe('found.nothing');
  await who.call(endGrant, { no });
  expect((await who.call(ownData, {})).grants).toEqual([]);
  expect((await who.call(ownGrants, {})).grants).toMatchObject([{ holds: false }]);
  expect(JSON.stringify(await other.who.call(ownData, {}))).not.toContain(one.name);
  const unbound = await aResident();
  expect((await refusal(unbound.call(ownLooks, {}))).code).toBe('registry.not-bound');
  expect((await refusal(unbound.call(ownFile, { as: 'json' }))).code).toBe('registry.not-bound');
  expect((await refusal(wu.call(ownData, {}))).code).toBe('auth.denied');
});

test('one’s own number is opened without a purpose, and everything is taken away as JSON or as a page', async () => {
  const { who, put: one } = await bound();
  const { groups } = await who.call(ownData, {});
  const numbers = groups.find(({ group }) => group === 'numbers')?.values ?? [];
  const opened = numbers.map(({ number }) => who.call(ownNumber, { number: number ?? -1 }));
  expect((await Promise.all(opened)).map(({ value }) => value)).toEqual([one.id, one.phone]);
  const file = await who.call(ownFile, { as: 'json' });
  const made = JSON.parse(file.text) as Record<string, unknown>;
  expect(made).toMatchObject({ format: 'lilong.my-data/1', binding: { documentName: '身份证' } });
  expect(file.text).toContain(one.id);
  expect(file.name).toBe('my-data-2026-03-02.json');
  const page = await who.call(ownFile, { as: 'page' });
  for (const wanted of [
    '<!doctype html>',
    one.name,
    one.id,
    '谁看过我的信息',
    '看过证件，给了绑定码',
  ])
    expect(page.text).toContain(wanted);
  expect((await who.call(ownLooks, {})).looks).toHaveLength(1);
});

test('a number that the register now has for somebody else ends the binding; a family that shares one stays bound', async () => {
  const [mother, one, other] = [await put(), await put(), await put()];
  const phone = '13812340987';
  const { keys } = city.host;
  const has = ({ person }: Put) =>
    city.asOwner(`select set_config('lilong.persons', '{${person}}', true);
      delete from registry.person_key where person = ${person} and kind = 'phone';
      insert into registry.person_key (kind, digest, person, sealed) values ('phone',
        '${keyOf(digestOf(keys, 'phone', phone))}', ${person}, '\\x${sealValue(keys, phone).toString('hex')}'::bytea)`);
  await has(mother);
  const who = await aResident();
  await city.asOwner(`update identity.account set phone_sealed = '${keys.seal(phone)}',
    phone_digest = '${keys.digest('phone', phone)}' where no = ${who.account}`);
  await who.call(bindMe, { code: (await offer(one)).code });
  for (const _ of [1, 2]) expect((await who.call(ownData, {})).binding).not.toBeNull();
  await has(other);
  expect(await who.call(ownData, {})).toMatchObject({ binding: null, ended: { why: 'phone' } });
});

test('it ends by the resident, the worker, another phone, a long silence or a death, and says why', async () => {
  const end: Record<string, (of: { who: Person; put: Put }) => Promise<unknown>> = {
    resident: ({ who }) => who.call(unbindMe, {}),
    worker: ({ put: { person } }) => wu.call(endBinding, { person }),
    phone: ({ who: { account } }) =>
      city.asOwner(
        `update identity.account set phone_digest = 'another ${account}' where no = ${account}`,
      ),
    death: ({ put: { person } }) => wu.call(recordDeath, { person, on: '2026-03-01' }),
    unused: async () => city.clock.advance(91 * 24 * 60 * minute),
  };
  for (const [why, act] of Object.entries(end)) {
    const one = await bound();
    await act(one);
    expect(await one.who.call(ownData, {}), why).toMatchObject({ binding: null, ended: { why } });
    expect((await one.who.call(whoAmI, {})).me?.level).toBe(1);
    expect((await refusal(one.who.call(ownNumber, { number: 0 }))).code).toBe('registry.not-bound');
  }
});
