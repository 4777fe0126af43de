// SPDX-License-Identifier: Apache-2.0
// An account becomes a person's by a document that was seen; from then on they read all that is held on them, and who looked.
import { idCheckOf } from '@lilong/contracts/id-number';
import { personCard, revealValue } from '@lilong/contracts/registry';
import { putLabel } from '@lilong/contracts/registry-labels';
import {
  bindMyself,
  endBindingOf,
  endMyBinding,
  giveBindingCode,
  myData,
  myLooks,
  revealMine,
} from '@lilong/contracts/registry-mine';
import { moveIn } from '@lilong/contracts/registry-moves';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City, type Person } from '../../test/city.ts';
import { refusal } from '../../test/refusal.ts';
import { aHome } from '../../test/registry-people.ts';
import { labelDigestOf, sealValue } from './sealed.ts';

const lane = 310101002001000; // 云南中路居委会
const number = '31010019480305102';
const id = number + idCheckOf(number);
const lastFour = id.slice(-4);

let city: City;
let wu: Person;
let lin: Person;
let stranger: Person;
let person: number;
beforeAll(async () => {
  city = await aCity();
  wu = await city.person('吴干部', { as: 'committee_worker', at: lane });
  lin = await city.resident('林阿婆', lane);
  stranger = await city.resident('路人', lane);
  const home = await aHome(city, lane, '南京东路123弄4号501室');
  const fresh = { name: '林小妹', number: id, phone: '13912345678' } as const;
  person = (await wu.call(moveIn, { home, fresh, staysAs: 'tenant', from: '2001-05-01' })).person;
});
afterAll(() => city.close());

const codeFor = async () => (await wu.call(giveBindingCode, { person, lastFour })).code;
const mine = async (who: Person) => (await who.call(myData, {})).mine;
const bound = async () => {
  await lin.call(bindMyself, { code: await codeFor() });
};
const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

test('before that there is nothing to read, and a document that differs gives no code', async () => {
  expect(await mine(lin)).toBeNull();
  expect(await refusal(lin.call(myLooks, {}))).toMatchObject({ code: 'registry.not-bound' });
  expect(await refusal(wu.call(giveBindingCode, { person, lastFour: '0000' }))).toMatchObject({
    code: 'registry.document-differs',
    field: 'lastFour',
  });
});

test('a code works for its holder, once, for ten minutes', async () => {
  const first = await codeFor();
  const second = await codeFor();
  expect(await refusal(lin.call(bindMyself, { code: other(second) }))).toMatchObject({
    code: 'registry.code',
  });
  if (first !== second)
    expect(await refusal(lin.call(bindMyself, { code: first }))).toMatchObject({
      code: 'registry.code',
    });
  city.clock.advance(10 * 60_000);
  expect(await refusal(lin.call(bindMyself, { code: second }))).toMatchObject({
    code: 'registry.code',
  });
  const third = await codeFor();
  await lin.call(bindMyself, { code: third });
  expect(await refusal(stranger.call(bindMyself, { code: third }))).toMatchObject({
    code: 'registry.code',
  });
  expect(await refusal(wu.call(giveBindingCode, { person, lastFour }))).toMatchObject({
    code: 'registry.person-bound',
  });
  expect(await mine(lin)).toMatchObject({
    name: '林小妹',
    bornOn: '1948-03-05',
    since: city.clock().toISOString(),
  });
  expect(await mine(stranger)).toBeNull();
});

test('all that is held is there: where, as what, said by whom and when; a sealed label too', async () => {
  await wu.call(putLabel, { person, label: 'lives_alone', words: '女儿在浦东' });
  const hex = (bytes: Buffer) => `'\\x${bytes.toString('hex')}'::bytea`;
  const { keys } = city.host;
  await city.asOwner(`
    select set_config('lilong.persons', '{${person}}', true);
    insert into registry.label (person, digest, sealed, kind, organisation, valid_from, verified_at) values (${person},
      ${hex(labelDigestOf(keys, person, 'care_grade'))}, ${hex(sealValue(keys, JSON.stringify({ code: 'care_grade', words: '三级' })))},
      'shared', 1, '2026-01-01', '2026-01-01')`);
  const data = await mine(lin);
  expect(data?.presences).toMatchObject([
    {
      role: 'lives',
      door: '南京东路123弄4号501室',
      staysAs: 'tenant',
      from: '2001-05-01',
      to: null,
    },
  ]);
  expect(data?.labels).toMatchObject([
    {
      code: 'lives_alone',
      words: '女儿在浦东',
      kind: 'collected',
      organisationName: '云南中路居委会',
      level: 3,
    },
    { code: 'care_grade', name: '长护险评估等级', words: '三级', level: 4 },
  ]);
  expect((await wu.call(personCard, { person })).labels.map(({ code }) => code)).toEqual([
    'lives_alone',
  ]);
  expect(data?.numbers.map(({ element }) => element)).toEqual(['id', 'phone']);
  expect(JSON.stringify(data)).not.toContain(id);
  expect(await lin.call(revealMine, { element: 'id' })).toEqual({ value: id });
});

test('every look of others is there with organisation and purpose; one’s own is none', async () => {
  await wu.call(revealValue, { person, element: 'phone', purpose: 'visit' });
  const { looks, more } = await lin.call(myLooks, {});
  expect(looks[0]).toMatchObject({
    act: 'reveal',
    elements: ['phone'],
    organisationName: '云南中路居委会',
    role: 'committee_worker',
    purpose: '上门走访',
  });
  expect(looks.some(({ elements }) => elements.includes('binding'))).toBe(true);
  expect(JSON.stringify(looks)).not.toContain('吴干部');
  expect(more).toBe(false);
  const again = await lin.call(myLooks, {});
  expect(again.looks).toHaveLength(looks.length);
  expect((await lin.call(myLooks, { before: looks[0]?.no ?? 0 })).looks).toEqual(looks.slice(1));
});

test('every column about a person is read by that person', async () => {
  const rows = await city.asOwner(`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'registry' and table_name in ('person', 'presence', 'label', 'access_grant', 'access', 'binding')`);
  const shown = new Set(readByTheirPerson);
  expect(
    rows.map(({ name }) => String(name)).filter((name) => !shown.has(name) && !notSaid.has(name)),
  ).toEqual([]);
});
const of = (table: string, names: string) => names.split(' ').map((name) => `${table}.${name}`);
/** Shown in `MyData` and `MyLook`, under whatever name. */
const readByTheirPerson = [
  ...of(
    'person',
    'name pinyin sex born_on died_on nation registered_in abroad protected source recorded_at',
  ),
  ...of(
    'presence',
    'place role home household relation stays_as standing from_on to_on source recorded_at',
  ),
  ...of('label', 'code sealed kind organisation words valid_from valid_to look_again verified_at'),
  ...of('access_grant', 'purpose from_at until_at'),
  ...of('access', 'no at organisation role act elements purpose'),
  ...of('binding', 'from_at'),
];
/** Numbers of ours, copies of what is shown, and which of its people an organisation sent. */
const notSaid = new Set([
  ...of('person', 'no'),
  ...of('presence', 'street no person name pinyin initials sex born_on phone_end labels protected'),
  ...of('label', 'no person digest account'),
  ...of('access_grant', 'no person account matter'),
  ...of('access', 'person account post request'),
  ...of('binding', 'no person account phone_digest given_by given_post used_at ended_at ended_why'),
]);

test('it ends by the holder, by the office, with the phone, and when nobody used it for long', async () => {
  await lin.call(endMyBinding, {});
  expect(await mine(lin)).toBeNull();
  await bound();
  await wu.call(endBindingOf, { person });
  expect(await mine(lin)).toBeNull();
  city.clock.advance(3_600_000);
  await bound();
  await city.asOwner('update identity.account set phone_digest = $1 where no = $2', [
    'another',
    lin.account,
  ]);
  expect(await mine(lin)).toBeNull();
  await bound();
  expect(await mine(lin)).not.toBeNull();
  city.clock.advance(91 * 86_400_000);
  await city.asOwner('update identity.session set ends_at = $1', ['2027-01-01']);
  expect(await mine(lin)).toBeNull();
  const ended = await city.asOwner('select ended_why from registry.binding order by no');
  expect(ended.map(({ ended_why }) => ended_why)).toEqual(['self', 'office', 'phone', 'unused']);
});
