// SPDX-License-Identifier: Apache-2.0
// What acts in a neighbourhood is on record once: its kind, its term, who holds office and how to reach them.
import { creditCheckOf } from '@lilong/contracts/id-number';
import {
  changeInstitution,
  endInstitution,
  endMember,
  institutionCard,
  listInstitutions,
  putInstitution,
  putMember,
  revealMember,
} from '@lilong/contracts/registry-institutions';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City, type Person } from '../../../test/city.ts';
import { refusal } from '../../../test/refusal.ts';
import { type Put, putPerson } from '../../../test/registry-people.ts';

const lane = 310101002001000; // 云南中路居委会
const next = 310101002002000;
const street = 310101002000000;
const first17 = '91310101MA1FP0001';
const code = first17 + creditCheckOf(first17);

let city: City;
let wu: Person;
let zheng: Person;
let leader: Person;
let dispatcher: Person;
let lin: Put;
beforeAll(async () => {
  city = await aCity();
  wu = await city.person('吴干部', { as: 'committee_worker', at: lane });
  zheng = await city.person('郑干部', { as: 'committee_worker', at: next });
  leader = await city.person('钱主任', { as: 'street_leader', at: street });
  dispatcher = await city.person('孙派单', { as: 'dispatcher', at: street });
  lin = await putPerson(city, lane, { role: 'lives', until: null, protected: false });
});
afterAll(() => city.close());

let count = 0;
const put = async (who: Person = wu, more: { name?: string; termTo?: string } = {}) => {
  count += 1;
  const { institution } = await who.call(putInstitution, {
    ...{ kind: 'property', name: `试验物业${count}`, phone: '021-6321 0000' },
    ...{ creditCode: ` ${code.toLowerCase()} `, termFrom: '2024-01-01', ...more },
  });
  return institution;
};

test('it is put on record for the own committee, and found by those who work there', async () => {
  const institution = await put(wu, { name: '云中物业' });
  expect(institution).toMatch(/^Z310101002-/);
  for (const who of [wu, leader, dispatcher]) {
    const { institutions, counts } = await who.call(listInstitutions, { q: '云中' });
    expect(institutions).toMatchObject([
      { institution, kind: 'property', placeName: '云南中路居委会', phone: '021-63210000' },
    ]);
    expect(counts).toEqual({ property: 1 });
  }
  expect((await zheng.call(listInstitutions, { q: '云中' })).institutions).toEqual([]);
  expect((await refusal(zheng.call(institutionCard, { institution }))).code).toBe('auth.denied');
  const card = await wu.call(institutionCard, { institution });
  expect(card).toMatchObject({ creditCode: code, credit: 'good', can: { change: true } });
  expect((await dispatcher.call(institutionCard, { institution })).can.change).toBe(false);
});

test('a street puts one on record for the street or a committee of it, a committee only for itself', async () => {
  const { places } = await leader.call(listInstitutions, {});
  expect(places.length).toBeGreaterThan(5);
  expect(places[0]?.place).toBe(street);
  const own = (await wu.call(listInstitutions, {})).places;
  expect(own).toEqual([{ place: lane, name: '云南中路居委会' }]);
  const one = { kind: 'centre', name: '南东社区事务受理服务中心' } as const;
  const { institution } = await leader.call(putInstitution, one);
  expect(await leader.call(institutionCard, { institution })).toMatchObject({
    placeName: '南京东路街道',
  });
  expect(await refusal(wu.call(putInstitution, { ...one, place: next }))).toMatchObject({
    ...{ code: 'institution.place', field: 'place' },
  });
  expect((await refusal(dispatcher.call(putInstitution, one))).code).toBe('auth.denied');
});

test.each([
  [{ creditCode: '9131010' }, 'institution.credit', 'creditCode'],
  [{ phone: '问门卫' }, 'institution.phone', 'phone'],
  [{ termTo: '2023-12-31' }, 'institution.term', 'termTo'],
] as const)('%o is refused at its field', async (wrong, said, field) => {
  const typed = { kind: 'owners', name: '业委会', termFrom: '2024-01-01', ...wrong } as const;
  expect(await refusal(wu.call(putInstitution, typed))).toMatchObject({ code: said, field });
});

test('an early code with another check sign is kept, and doubted', async () => {
  const doubtful = first17 + (code.endsWith('0') ? '1' : '0');
  const institution = await put();
  await wu.call(changeInstitution, { institution, name: '早年的社团', creditCode: doubtful });
  expect(await wu.call(institutionCard, { institution })).toMatchObject({ credit: 'doubtful' });
});

test('the same name is not put on record twice at a place; what was left out stays', async () => {
  const institution = await put(wu, { name: '桂花苑业委会' });
  expect(await refusal(put(wu, { name: '桂花苑业委会' }))).toMatchObject({
    ...{ code: 'institution.there', field: 'name' },
  });
  const other = await put();
  expect(
    (await refusal(wu.call(changeInstitution, { institution: other, name: '桂花苑业委会' }))).code,
  ).toBe('institution.there');
  await wu.call(changeInstitution, { institution, name: '桂花苑业主委员会', phone: '' });
  expect(await wu.call(institutionCard, { institution })).toMatchObject({
    ...{ name: '桂花苑业主委员会', phone: null, creditCode: code, termFrom: '2024-01-01' },
  });
});

test('a term that ends within ninety days stands out', async () => {
  const soon = await put(wu, { termTo: '2026-05-01' });
  const later = await put(wu, { termTo: '2029-01-01' });
  const { institutions } = await wu.call(listInstitutions, { kind: 'property' });
  const due = (ref: string) => institutions.find(({ institution }) => institution === ref)?.due;
  expect([due(soon), due(later)]).toEqual([true, false]);
});

test('who holds office is somebody of the registry or a name; the telephone is masked, opened for a purpose', async () => {
  const institution = await put();
  await wu.call(putMember, { institution, person: lin.person, position: '业主代表' });
  await wu.call(putMember, {
    ...{ institution, name: '周经理', position: '项目经理', phone: '13812345678' },
  });
  const { members } = await wu.call(institutionCard, { institution });
  expect(members).toMatchObject([
    { person: lin.person, name: lin.name, position: '业主代表', phone: null },
    { person: null, name: '周经理', phone: '138****5678' },
  ]);
  const member = members[1]?.no ?? 0;
  const opened = { institution, member, purpose: 'contact' };
  expect((await refusal(wu.call(revealMember, { ...opened, purpose: '好奇' }))).code).toBe(
    'registry.purpose',
  );
  expect(await dispatcher.call(revealMember, opened)).toEqual({ value: '13812345678' });
  const acts = await city.asOwner("select act from kernel.audit where act like 'registry.member%'");
  expect(acts.map(({ act }) => act)).toContain('registry.member-reveal');
  const nobody = { institution, position: '委员' };
  expect(await refusal(wu.call(putMember, nobody))).toMatchObject({
    ...{ code: 'institution.member', field: 'name' },
  });
  const { person } = await putPerson(city, next, { role: 'lives', until: null, protected: false });
  expect((await refusal(wu.call(putMember, { ...nobody, person }))).code).toBe('auth.denied');
});

test('an office ends, the institution ends, and both are told from then on', async () => {
  const institution = await put();
  for (const name of ['甲', '乙'])
    await wu.call(putMember, { institution, name, position: '委员', from: '2025-01-01' });
  const [one] = (await wu.call(institutionCard, { institution })).members;
  const leave = { institution, member: one?.no ?? 0 };
  expect((await refusal(wu.call(endMember, { ...leave, on: '2024-12-31' }))).code).toBe(
    'registry.before',
  );
  await wu.call(endMember, { ...leave, on: '2026-02-28' });
  const card = await wu.call(institutionCard, { institution });
  expect([card.members, card.past].map((of) => of.map(({ name }) => name))).toEqual([
    ['乙'],
    ['甲'],
  ]);
  await wu.call(endInstitution, { institution, on: '2026-03-01' });
  const ended = await wu.call(institutionCard, { institution });
  expect(ended).toMatchObject({ to: '2026-03-01', members: [], can: { change: false } });
  expect(ended.past).toHaveLength(2);
  expect((await refusal(wu.call(endInstitution, { institution, on: '2026-03-01' }))).code).toBe(
    'institution.ended',
  );
});

test('asked directly, the database shows members only to whom the place belongs', async () => {
  const institution = await put();
  await wu.call(putMember, { institution, name: '丙', position: '委员' });
  const seen = (offices: string) =>
    city.db.kysely.transaction().execute(async (db) => {
      await sql`select set_config('lilong.offices', ${offices}, true), set_config('lilong.ranges', '{[0,999999999999999]}', true)`.execute(
        db,
      );
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from registry.member where name = '丙'`.execute(db);
      return rows[0]?.count;
    });
  expect(await seen('')).toBe(0);
  expect(await seen(`{[${next},${next + 999}]}`)).toBe(0);
  expect(await seen(`{[${lane},${lane + 999}]}`)).toBe(1);
});
