// SPDX-License-Identifier: Apache-2.0
// A committee worker finds who lives in her lanes, opens a number for a reason, and records who comes and goes.
import { idCheckOf } from '@lilong/contracts/id-number';
import { homeCard, householdCard, personCard, revealValue } from '@lilong/contracts/registry';
import { findInRegistry } from '@lilong/contracts/registry-find';
import { lookAgainAtLabel, putLabel, registryWords } from '@lilong/contracts/registry-labels';
import {
  lookUpNumber,
  moveIn,
  moveOut,
  recordBirth,
  recordDeath,
} from '@lilong/contracts/registry-moves';
import type { InputOf } from '@lilong/contracts/route';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City, type Person } from '../../test/city.ts';
import { refusal } from '../../test/refusal.ts';
import { aHome } from '../../test/registry-people.ts';

const lane = 310101002001000; // 云南中路居委会
const next = 310101002002000;
const withCheck = (first17: string) => first17 + idCheckOf(first17);
const grandmother = withCheck('31010019480305102');
const renter = withCheck('34010019950610103');

let city: City;
let wu: Person;
let zheng: Person;
let home: string;
let elsewhere: string;
let old: number;
beforeAll(async () => {
  city = await aCity();
  wu = await city.person('吴干部', { as: 'committee_worker', at: lane });
  zheng = await city.person('郑干部', { as: 'committee_worker', at: next });
  home = await aHome(city, lane, '南京东路123弄4号501室');
  elsewhere = await aHome(city, next, '西藏中路88弄2号301室');
  const fresh = { name: '王小妹', number: grandmother, phone: '13912345678' } as const;
  old = (await wu.call(moveIn, { home, fresh, staysAs: 'tenant', from: '2001-05-01' })).person;
});
afterAll(() => city.close());

const found = async (who: Person, q: string) =>
  (await who.call(findInRegistry, { q })).people.map(({ name }) => name);

test.each([
  ['wxm', 'pinyin'],
  ['wangxiao', 'pinyin'],
  ['王小', 'name'],
  ['南京东路 123弄 4号 501', 'door'],
  ['４号５０１', 'door'],
  ['四号五零一', 'door'],
  ['501室4号123弄南京东路', 'door'],
  ['上海市黄浦区南京东路街道123弄4号501', 'door'],
  ['Lane 123, No. 4, Room 501', 'door'],
  ['5678', 'phone_end'],
  ['13912345678', 'phone'],
  [grandmother, 'id'],
] as const)('%s finds her by %s, and nobody beyond the own committee', async (q, by) => {
  const reply = await wu.call(findInRegistry, { q });
  expect(reply.by).toBe(by);
  expect(reply.people).toMatchObject([
    { person: old, name: '王小妹', sex: '2', age: 77, door: '南京东路123弄4号501室' },
  ]);
  expect(await found(zheng, q)).toEqual([]);
});

test('a number that was searched by stands in no address, no audit line and no memory of retries', async () => {
  expect(findInRegistry.method).toBe('POST');
  await wu.call(findInRegistry, { q: grandmother }, { 'idempotency-key': 'once' });
  await city.host.reads.flush();
  const kept = await city.asOwner(`
    select to_jsonb(a)::text as line from kernel.audit a
    union all select to_jsonb(i)::text from kernel.idempotency i where i.route like '%find%'`);
  const searches = kept.filter(({ line }) => String(line).includes('registry.find'));
  expect(searches.length).toBeGreaterThan(0);
  expect(kept.filter(({ line }) => String(line).includes(grandmother))).toEqual([]);
  expect(kept.filter(({ line }) => String(line).includes('/find'))).toEqual([]);
});

test('those who look at the same moment find in their own reach alone, and each search is written down once', async () => {
  const bao = await city.person('包居民', {});
  const searches = async () => {
    await city.host.reads.flush();
    const [row] = await city.asOwner(`
      select count(*)::int as all, count(distinct request)::int as requests, count(distinct account)::int as people
      from kernel.audit where act = 'registry.find' and outcome = 'read'`);
    return row as { all: number; requests: number; people: number };
  };
  const before = await searches();
  const asked = [
    grandmother,
    '13912345678',
    'wxm',
    '王小',
    '王不在',
    '5678',
    '南京东路 123弄 4号 501',
  ];
  const all = await Promise.all(
    asked.flatMap((q) => [
      found(wu, q),
      found(zheng, q),
      refusal(found(bao, q)).then(({ code }) => code),
    ]),
  );
  const hers = ['王小妹'];
  expect(all).toEqual(asked.flatMap((q) => [q === '王不在' ? [] : hers, [], 'auth.denied']));
  const after = await searches();
  expect(after.all - before.all).toBe(2 * asked.length);
  expect(after.requests - before.requests).toBe(2 * asked.length);
});

test('three cards show the same rows; numbers are masked', async () => {
  const card = await wu.call(personCard, { person: old });
  expect(card.numbers.map(({ masked }) => masked)).toEqual([
    `310***********${grandmother.slice(-4)}`,
    '139****5678',
  ]);
  expect(card.presences).toMatchObject([
    { role: 'lives', staysAs: 'tenant', from: '2001-05-01', home },
  ]);
  const household = card.presences[0]?.household ?? '';
  const house = await wu.call(homeCard, { home });
  expect(house.households).toMatchObject([
    { household, people: [{ person: old, relation: '02' }] },
  ]);
  const kept = await wu.call(householdCard, { household });
  expect(kept).toMatchObject({ home, people: [{ person: old }], can: { change: true } });
  expect(JSON.stringify([card, house, kept])).not.toContain(grandmother);
});

test('another committee opens none of the three', async () => {
  const { presences } = await wu.call(personCard, { person: old });
  const household = presences[0]?.household ?? '';
  expect(await refusal(zheng.call(personCard, { person: old }))).toMatchObject({
    code: 'auth.denied',
  });
  expect(await refusal(zheng.call(homeCard, { home }))).toMatchObject({ code: 'auth.denied' });
  expect(await refusal(zheng.call(householdCard, { household }))).toMatchObject({
    code: 'auth.denied',
  });
});

test('a number is opened for a purpose of the registry, and the look is kept for the person', async () => {
  const asked = { person: old, element: 'phone' } as const;
  expect(await refusal(wu.call(revealValue, { ...asked, purpose: 'curious' }))).toMatchObject({
    code: 'registry.purpose',
    field: 'purpose',
  });
  expect(await refusal(wu.call(revealValue, { ...asked, purpose: 'daily?' }))).toMatchObject({
    code: 'registry.purpose',
  });
  const { purposes } = await wu.call(registryWords, {});
  expect(purposes.map(({ key }) => key)).toContain('visit');
  const { value } = await wu.call(revealValue, { ...asked, purpose: 'visit' });
  expect(value).toBe('13912345678');
  const log = await city.asOwner(`
    select set_config('lilong.persons', '{${old}}', true);
    select act, purpose, role, elements::text from registry.access where person = ${old} order by no`);
  expect(log.filter(({ act }) => act === 'reveal')).toEqual([
    { act: 'reveal', purpose: 'visit', role: 'committee_worker', elements: '{phone}' },
  ]);
  expect(log.filter(({ act }) => act === 'card').length).toBeGreaterThan(0);
});

test('somebody from outside moves in by document, and is from outside by computation', async () => {
  const shown = { document: '111', number: renter } as const;
  const { known, says } = await wu.call(lookUpNumber, shown);
  expect(known).toBeNull();
  expect(says).toEqual({ bornOn: '1995-06-10', sex: '1', area: '340100' });
  const { households } = await wu.call(homeCard, { home });
  const fresh = { name: '单晓明', number: renter } as const;
  const moving: InputOf<typeof moveIn> = {
    home,
    fresh,
    staysAs: 'renter',
    household: households[0]?.household ?? '',
    relation: '99',
    from: '2026-03-01',
  };
  const { person } = await wu.call(moveIn, moving);
  expect(await wu.call(personCard, { person })).toMatchObject({
    standing: 'from_outside',
    pinyin: 'shan xiao ming',
    companions: [{ person: old }],
  });
  expect(await refusal(wu.call(moveIn, moving))).toMatchObject({
    code: 'registry.known',
    field: 'fresh.number',
  });
});

test('who moves to another committee is found there and no more here; the old days stay', async () => {
  const shown = { document: '111', number: renter } as const;
  const { known } = await zheng.call(lookUpNumber, shown);
  const person = known?.person ?? 0;
  expect(known).toMatchObject({ name: '单晓明', livesHere: false });
  city.clock.advance(16 * 60_000);
  expect(
    await refusal(
      zheng.call(moveIn, { home: elsewhere, person, staysAs: 'renter', from: '2026-03-02' }),
    ),
  ).toMatchObject({ code: 'auth.denied' });
  await zheng.call(lookUpNumber, shown); // the document is shown again: the first quarter of an hour was over
  await zheng.call(moveIn, { home: elsewhere, person, staysAs: 'renter', from: '2026-03-02' });
  expect(await found(zheng, '单')).toEqual(['单晓明']);
  expect(await found(wu, '单')).toEqual([]);
  const before = await wu.call(homeCard, { home, at: '2026-03-01' });
  expect(before.households[0]?.people.map(({ name }) => name)).toEqual(['王小妹', '单晓明']);
  expect(before.asOf).toBe('2026-03-01');
  const shared = before.households[0]?.household ?? '';
  const namesOn = async (at?: string) => {
    const kept = await wu.call(householdCard, {
      household: shared,
      ...(at === undefined ? {} : { at }),
    });
    return kept.people.map(({ name }) => name);
  };
  expect(await namesOn('2026-03-01')).toEqual(['王小妹', '单晓明']);
  expect(await namesOn()).toEqual(['王小妹']);
  expect(await wu.call(personCard, { person, at: '2026-03-01' })).toMatchObject({
    asOf: '2026-03-01',
    presences: [{ role: 'lives', home, to: '2026-03-01' }],
    companions: [{ person: old }],
  });
  expect((await zheng.call(personCard, { person })).presences).toMatchObject([{ home: elsewhere }]);
});

test('a child is born, an old woman dies: no card goes on as if nothing had happened', async () => {
  const { presences } = await wu.call(personCard, { person: old });
  const household = presences[0]?.household ?? '';
  const child = await wu.call(recordBirth, {
    household,
    name: '王小宝',
    sex: '1',
    bornOn: '2026-02-20',
    relation: '40',
  });
  expect(await wu.call(personCard, child)).toMatchObject({
    age: 0,
    standing: 'lives_only',
    numbers: [],
  });
  expect(await refusal(wu.call(recordDeath, { person: old, on: '2026-03-09' }))).toMatchObject({
    code: 'registry.not-yet',
    field: 'on',
  });
  await wu.call(recordDeath, { person: old, on: '2026-03-01' });
  expect(await found(wu, 'wxm')).toEqual([]);
  expect(await wu.call(personCard, { person: old })).toMatchObject({
    diedOn: '2026-03-01',
    age: 77,
    presences: [],
  });
  expect(await refusal(wu.call(moveOut, { person: old, on: '2026-03-01' }))).toMatchObject({
    code: 'registry.died',
  });
  await wu.call(moveOut, { person: child.person, on: '2026-03-02' });
  expect(await wu.call(householdCard, { household })).toMatchObject({
    to: '2026-03-02',
    can: { change: false },
  });
  const joining = { home, fresh: { name: '迟来', sex: '1' }, household } as const;
  expect(
    await refusal(wu.call(moveIn, { ...joining, staysAs: 'guest', from: '2026-03-02' })),
  ).toMatchObject({ code: 'registry.other-home', field: 'household' });
});

test('what the grass roots know has a day on which it must be looked at again', async () => {
  const door = await aHome(city, lane, '南京东路123弄4号502室');
  const fresh = { name: '李阿婆', sex: '2', bornOn: '1940-01-01' } as const;
  const { person } = await wu.call(moveIn, {
    home: door,
    fresh,
    staysAs: 'tenant',
    from: '1990-01-01',
  });
  expect(await refusal(wu.call(putLabel, { person, label: 'party' }))).toMatchObject({
    code: 'registry.label',
  });
  await wu.call(putLabel, { person, label: 'lives_alone', words: '女儿在国外' });
  expect(await refusal(wu.call(putLabel, { person, label: 'lives_alone' }))).toMatchObject({
    code: 'registry.labelled',
  });
  const [line] = (await wu.call(findInRegistry, { q: 'lap' })).people;
  expect(line?.labels).toEqual([
    { code: 'lives_alone', name: '独居', nameEn: 'Lives alone', due: false },
  ]);
  const [label] = (await wu.call(personCard, { person })).labels;
  expect(label).toMatchObject({
    lookAgain: '2026-06-02',
    due: false,
    mine: true,
    words: '女儿在国外',
  });
  const no = label?.no ?? 0;
  await wu.call(lookAgainAtLabel, { person, label: no, holds: false });
  expect((await wu.call(personCard, { person })).labels).toEqual([]);
  expect((await wu.call(findInRegistry, { q: 'lap' })).people[0]?.labels).toEqual([]);
});

test.each([
  [{ number: '31010019480305102' }, 'registry.id-number', 'fresh.number'],
  [{}, 'registry.sex', 'fresh.sex'],
  [{ sex: '1', bornOn: '2027-01-01' }, 'registry.not-yet', 'fresh.bornOn'],
  [{ name: '' }, 'input.invalid', 'fresh.name'],
  [{ phone: '12' }, 'input.invalid', 'fresh.phone'],
] as const)('a newcomer with %o is refused as %s', async (facts, code, field) => {
  const fresh = { name: '新来的', ...facts };
  const answer = await refusal(
    wu.call(moveIn, { home, fresh, staysAs: 'renter', from: '2026-03-01' }),
  );
  expect(answer).toMatchObject({ code, field });
});
