// SPDX-License-Identifier: Apache-2.0
// What is past its period goes at night, the register says so and names nobody, and what is held stays.
import { personCard } from '@lilong/contracts/registry';
import { liftHold, listDeletions, listHolds, placeHold } from '@lilong/contracts/registry-keeping';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City, type Person } from '../../../test/city.ts';
import { refusal } from '../../../test/refusal.ts';
import { type Put, putPerson } from '../../../test/registry-people.ts';
import { seedRules } from '../../seed/index.ts';
import { forgetAll } from './forget.ts';

const lane = 310101002001000; // 云南中路居委会

let city: City;
let wu: Person;
let an: Person;
let yan: Person;
beforeAll(async () => {
  city = await aCity();
  wu = await city.person('吴干部', { as: 'committee_worker', at: lane });
  an = await city.person('安全员', { as: 'safety_admin' });
  yan = await city.person('严审计', { as: 'auditor' });
});
afterAll(() => city.close());

const put = (until: string | null = null) =>
  putPerson(city, lane, { role: 'lives', until, protected: false });
const stated = ({ person }: Put) =>
  `select set_config('lilong.persons', '{${person}}', true), set_config('lilong.moment', '2026-03-02T01:00:00Z', true);`;
/** Somebody was looked at long ago and just now, was called otherwise once, and had a label. */
const age = (put: Put) =>
  city.asOwner(`${stated(put)}
    select set_config('lilong.reader', '1', true);
    insert into registry.access (person, at, account, post, organisation, role, act, purpose, request)
      values (${put.person}, '2020-01-01', 1, 1, 1, 'committee_worker', 'card', 'daily', 'old'),
        (${put.person}, '2026-03-01', 1, 1, 1, 'committee_worker', 'card', 'daily', 'new');
    insert into registry.fact (person, place, element, value, kind, source, valid_to, recorded_at)
      values (${put.person}, ${lane}, 'person.name', '某旧名', 'shared', '旧户口簿', '2019-01-04', '2018-01-01');
    update registry.label set valid_from = '2018-01-01', valid_to = '2020-01-01' where person = ${put.person}`);
async function rowsOf({ person }: Put): Promise<Record<string, number>> {
  const tables = ['access', 'fact', 'label', 'presence', 'person_key'];
  const counts = tables.map(
    (tab) => `(select count(*)::int from registry.${tab} where person = ${person}) as ${tab}`,
  );
  const found = await city.asOwner(`select set_config('lilong.whole', 'backup', true);
    select ${counts.join(', ')}, (select count(*)::int from registry.person where no = ${person}) as person`);
  return found.at(-1) as Record<string, number>;
}

test('what is past its period goes, what is not stays, and the register names nobody', async () => {
  const one = await put();
  const was = { access: 2, fact: 1, label: 1, presence: 1, person_key: 2, person: 1 };
  await age(one);
  expect(await rowsOf(one)).toEqual(was);
  await forgetAll(city.host);
  expect(await rowsOf(one)).toEqual({ ...was, access: 1, fact: 0, label: 0 });
  await wu.call(personCard, { person: one.person });
  const { deletions, periods } = await yan.call(listDeletions, {});
  expect(deletions).toContainEqual(
    expect.objectContaining({
      ...{ kind: 'access', why: 'period', before: '2023-02-28', keptDays: 1098 },
      ...{ source: null, count: 1, held: 0 },
    }),
  );
  expect(deletions).toContainEqual(expect.objectContaining({ kind: 'fact', source: '旧户口簿' }));
  const told = JSON.stringify(deletions);
  for (const secret of [one.name, one.id, one.phone]) expect(told).not.toContain(secret);
  expect(periods.find(({ kind }) => kind === 'person')).toMatchObject({ keptDays: 3660 });
  expect((await refusal(wu.call(listDeletions, {}))).code).toBe('auth.denied');
});

test('whoever left everywhere long ago goes, with all that was held of them', async () => {
  const [gone, left] = [await put('2020-06-30'), await put('2020-06-30')];
  await city.asOwner(`${stated(gone)}
    update registry.person set recorded_at = '2009-01-01' where no = ${gone.person}`);
  await forgetAll(city.host);
  expect(Object.values(await rowsOf(gone))).toEqual([0, 0, 0, 0, 0, 0]);
  expect(await rowsOf(left)).toMatchObject({ presence: 0, person: 1 });
});

test('two records that are one go together, once they cannot be parted; a delay goes after what it held back', async () => {
  const [one, other] = [await put('2020-06-30'), await put('2020-06-30')];
  const persons = [one, other].map(({ person }) => person).join();
  const days = (last: string) =>
    city.asOwner(`select set_config('lilong.persons', '{${persons}}', true);
      update registry.person set recorded_at = '2009-01-01' where no in (${persons});
      insert into registry.merge (survivor, gone, at, account, organisation, role, undo_until, state)
        select ${one.person}, ${other.person}, '2020-07-01', 1, 1, 'committee_worker', '${last}', '\\x00'
        where not exists (select from registry.merge where gone = ${other.person});
      update registry.merge set undo_until = '${last}' where gone = ${other.person}`);
  await days('2026-05-01');
  await city.asOwner(`select set_config('lilong.suppliers', '{1}', true), set_config('lilong.reader', '1', true);
    insert into registry.delay (person, organisation, place, role, asked_by, asked_at, until_at, sealed, ended_at, ended_why, ended_by)
      values (${one.person}, 1, ${lane}, 'district', 1, '2019-01-01', '2019-02-01', '\\x00', '2019-01-02', 'refused', 2)`);
  await forgetAll(city.host);
  expect(await rowsOf(one)).toMatchObject({ presence: 0, person: 1 });
  await days('2020-09-29');
  await forgetAll(city.host);
  await forgetAll(city.host);
  expect([await rowsOf(one), await rowsOf(other)].map(({ person }) => person)).toEqual([0, 0]);
  const left = await city.asOwner(`select set_config('lilong.whole', 'backup', true);
    select (select count(*)::int from registry.merge) + (select count(*)::int from registry.delay) as rows`);
  expect(left.at(-1)).toEqual({ rows: 0 });
});

test('what is held stays until the hold is lifted or over, and the register says so', async () => {
  const [one, other] = [await put(), await put()];
  for (const each of [one, other]) await age(each);
  const order = { number: one.id, reason: '黄浦法院（2026）来函', until: '2026-12-31' };
  expect((await refusal(wu.call(placeHold, order))).code).toBe('auth.denied');
  expect((await refusal(yan.call(placeHold, order))).code).toBe('auth.denied');
  expect(await refusal(an.call(placeHold, { ...order, until: '2031-01-01' }))).toMatchObject({
    ...{ code: 'registry.until', field: 'until' },
  });
  expect((await refusal(an.call(placeHold, { ...order, source: '某局' }))).code).toBe(
    'registry.hold-what',
  );
  const { hold } = await an.call(placeHold, order);
  await forgetAll(city.host);
  expect(await rowsOf(one)).toMatchObject({ access: 2, fact: 1, label: 1 });
  expect(await rowsOf(other)).toMatchObject({ access: 1, fact: 0, label: 0 });
  const { deletions } = await yan.call(listDeletions, {});
  expect(deletions.find(({ kind }) => kind === 'access')).toMatchObject({ count: 1, held: 1 });
  const { holds } = await yan.call(listHolds, {});
  expect(holds).toMatchObject([
    { hold, reason: order.reason, number: expect.stringContaining('*'), can: { lift: false } },
  ]);
  expect(JSON.stringify(holds)).not.toContain(one.id);
  expect((await refusal(yan.call(liftHold, { hold }))).code).toBe('auth.denied');
  const xuhui = await city.person('徐汇安全', { as: 'safety_admin', at: '徐汇区' });
  expect((await xuhui.call(listHolds, {})).holds).toEqual([]);
  expect((await refusal(xuhui.call(liftHold, { hold }))).code).toBe('auth.denied');
  await an.call(liftHold, { hold });
  await forgetAll(city.host);
  expect(await rowsOf(one)).toMatchObject({ access: 1, fact: 0 });
});

test('a load is held whole', async () => {
  const one = await put();
  await age(one);
  const { hold } = await an.call(placeHold, {
    ...{ source: '旧户口簿', reason: '核查这批资料', until: '2026-12-31' },
  });
  await forgetAll(city.host);
  expect(await rowsOf(one)).toMatchObject({ access: 1, fact: 1 });
  await an.call(liftHold, { hold });
});

test('a deployment of an older version gets what it lacks, and nothing that is there is touched', async () => {
  const add = () => city.db.kysely.transaction().execute((db) => seedRules(db, city.now));
  expect(await add()).toBe(0);
  await city.asOwner("delete from kernel.catalogue where kind = 'element' and key like 'person.%'");
  expect(await add()).toBe(8);
  expect(await add()).toBe(0);
});

test('the program itself cannot delete what is only added to, nor write the register', async () => {
  const tries = [
    'delete from registry.access',
    "select set_config('lilong.whole', 'forget', true); delete from registry.access",
    "insert into registry.deletion (at, kind, why, before, days, rows, held) values (now(), 'access', 'period', now(), 1, 1, 0)",
    'delete from registry.deletion',
  ];
  for (const text of tries)
    await expect(
      city.db.kysely.transaction().execute(async (db) => {
        for (const one of text.split('; ')) await sql.raw(one).execute(db);
      }),
    ).rejects.toThrow(/permission denied|row-level security/);
});
