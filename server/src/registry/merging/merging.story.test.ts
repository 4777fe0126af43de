// SPDX-License-Identifier: Apache-2.0
// Two records of one person become one, and two again: exactly as they were, except for what was recorded meanwhile.
import { personCard, revealValue } from '@lilong/contracts/registry';
import { findInRegistry } from '@lilong/contracts/registry-find';
import { putLabel } from '@lilong/contracts/registry-labels';
import { keepApart, listTwins, mergePeople, undoMerge } from '@lilong/contracts/registry-merging';
import { lookUpNumber, moveOut, recordDeath } from '@lilong/contracts/registry-moves';
import { bindMe, offerBinding, ownData, ownLooks } from '@lilong/contracts/registry-own';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City, type Person } from '../../../test/city.ts';
import { refusal } from '../../../test/refusal.ts';
import { type Put, putPerson } from '../../../test/registry-people.ts';
import { labelDigestOf, sealValue } from '../sealed.ts';
import { followers, staying } from './followers.ts';

const lane = 310101002001000; // 云南中路居委会
const next = 310101002002000;

let city: City;
let wu: Person;
let zheng: Person;
beforeAll(async () => {
  city = await aCity();
  wu = await city.person('吴干部', { as: 'committee_worker', at: lane });
  zheng = await city.person('郑干部', { as: 'committee_worker', at: next });
});
afterAll(() => city.close());

const put = (place = lane) =>
  putPerson(city, place, { role: 'lives', until: null, protected: false });
const stated = (persons: readonly number[]) =>
  `select set_config('lilong.persons', '{${persons.join()}}', true);`;

interface Alike {
  /** Whose kinds of numbers go, so that it is the record without. */
  readonly without?: readonly ('id' | 'phone')[];
  readonly at?: number;
  readonly bornOn?: string;
}
/** Somebody, and the same person once more under another number of ours. */
async function twins({ without = ['id'], at = lane, bornOn }: Alike = {}): Promise<[Put, Put]> {
  const [one, other] = [await put(), await put(at)];
  await city.asOwner(`${stated([one.person, other.person])}
    update registry.person set name = '${one.name}', born_on = '${bornOn ?? '1980-01-10'}' where no = ${other.person};
    update registry.presence set name = '${one.name}', born_on = '${bornOn ?? '1980-01-10'}' where person = ${other.person};
    delete from registry.person_key where person = ${other.person} and kind = any('{${without.join()}}')`);
  return [one, other];
}

/** All rows about two people, but who looked. */
async function everything(persons: readonly number[]): Promise<string> {
  const tables = [
    'presence',
    'person_key',
    'label',
    'access_grant',
    'member',
    'group_leader',
    'binding',
  ];
  const rows = await city.asOwner(`${stated(persons)} select t || row::text as row from (
    select 'person' as t, to_jsonb(p) as row from registry.person p where no in (${persons.join()})
    union all select 'household', to_jsonb(u) from registry.household u
      where exists (select from registry.presence p where p.street = u.street and p.household = u.no and p.person in (${persons.join()}))
    ${tables.map((t) => `union all select '${t}', to_jsonb(x) from registry.${t} x where person in (${persons.join()})`).join(' ')}
  ) all_rows order by 1`);
  return rows.map(({ row }) => String(row)).join('\n');
}
const merge = (one: Put, other: Put, counts: { lives?: number; registered?: number } = {}) =>
  wu.call(mergePeople, {
    ...{ person: one.person, other: other.person, lives: one.person, registered: one.person },
    ...counts,
  });

test('what may be one person is suggested, merged, and found by the keys of both', async () => {
  const [one, other] = await twins();
  const { pairs } = await wu.call(listTwins, {});
  const pair = pairs.find(({ keep }) => keep.person === one.person);
  expect(pair).toMatchObject({
    because: 'birthday',
    keep: { hasDocument: true, door: one.door },
    other: { person: other.person, hasDocument: false, name: one.name, door: other.door },
  });
  const { undoUntil } = await merge(one, other);
  expect(undoUntil).toBe('2026-05-31');
  for (const q of [one.id, one.phone, other.phone, one.name]) {
    const { people } = await wu.call(findInRegistry, { q });
    expect(people.map(({ person, door }) => [person, door])).toEqual([[one.person, one.door]]);
  }
  const card = await wu.call(personCard, { person: one.person });
  expect(card.numbers.map(({ element }) => element)).toEqual(['id', 'phone', 'phone']);
  const opened = [0, 1].map((nth) =>
    wu.call(revealValue, { person: one.person, element: 'phone', nth, purpose: 'visit' }),
  );
  const phones = (await Promise.all(opened)).map(({ value }) => value);
  expect(phones.sort()).toEqual([one.phone, other.phone].sort());
  expect((await wu.call(personCard, { person: other.person })).person).toBe(one.person);
  const again = await wu.call(listTwins, {});
  expect(again.pairs.filter(({ keep }) => keep.person === one.person)).toEqual([]);
  expect(again.merged[0]).toMatchObject({ person: one.person, name: one.name, undoUntil });
});

test('the same phone suggests it too; another sex, two documents or somebody’s word do not', async () => {
  const [one, other] = await twins({ without: ['id', 'phone'], bornOn: '1979-02-03' });
  const seen = async () =>
    (await wu.call(listTwins, {})).pairs.filter(({ keep }) => keep.person === one.person);
  expect(await seen()).toEqual([]);
  await city.asOwner(`${stated([one.person, other.person])}
    insert into registry.person_key (kind, digest, person, document, sealed)
      select kind, digest, ${other.person}, document, sealed from registry.person_key
      where person = ${one.person} and kind = 'phone';
    update registry.presence set phone_end = (select phone_end from registry.presence where person = ${one.person}) where person = ${other.person}`);
  expect(await seen()).toMatchObject([{ because: 'phone' }]);
  await wu.call(keepApart, { person: other.person, other: one.person });
  expect(await seen()).toEqual([]);
  expect((await refusal(zheng.call(keepApart, { person: 1, other: 2 }))).code).toBe('auth.denied');
});

test.each([
  [
    'two numbers of one kind',
    { without: [] },
    (one: Put, other: Put) => merge(one, other),
    'registry.merge-documents',
    'other',
  ],
  [
    'the one with a document goes',
    {},
    (one: Put, other: Put) => merge(other, one),
    'registry.merge-survivor',
    'person',
  ],
  [
    'two homes, and nobody says which',
    {},
    (one: Put, other: Put) => merge(one, other, { lives: other.person + 9 }),
    'registry.merge-where',
    'lives',
  ],
  ['one and the same', {}, (one: Put) => merge(one, one), 'registry.merge-self', 'other'],
] as const)('%s: refused at its field', async (_, alike, act, code, field) => {
  const [one, other] = await twins({ ...alike });
  expect(await refusal(act(one, other))).toMatchObject({ code, field });
});

test('somebody of another committee is merged when the document is there, and not otherwise', async () => {
  const [one, other] = await twins({ at: next });
  expect((await refusal(merge(one, other))).code).toBe('auth.denied');
  expect(
    (await refusal(zheng.call(mergePeople, { person: one.person, other: other.person }))).code,
  ).toBe('auth.denied');
  await zheng.call(lookUpNumber, { document: '111', number: one.id });
  const { merge: no } = await zheng.call(mergePeople, {
    ...{ person: one.person, other: other.person, lives: other.person },
  });
  const { presences } = await zheng.call(personCard, { person: one.person });
  expect(presences).toMatchObject([{ door: other.door, role: 'lives', to: null }]);
  await wu.call(undoMerge, { merge: no });
  expect((await zheng.call(personCard, { person: other.person })).presences).toMatchObject([
    { door: other.door, to: null },
  ]);
});

test('the person reads that it was done, and who looked at either record', async () => {
  const [one, other] = await twins();
  const who = await city.resident('并档案的人');
  const { code } = await wu.call(offerBinding, {
    ...{ person: one.person, document: '111', number: one.id },
  });
  await who.call(bindMe, { code });
  await wu.call(revealValue, { person: other.person, element: 'phone', purpose: 'visit' });
  await merge(one, other);
  const { looks } = await who.call(ownLooks, {});
  expect(looks.map(({ says }) => says)).toEqual(
    expect.arrayContaining(['看了您的联系电话', '把另一份您的档案并了进来']),
  );
  const { groups } = await who.call(ownData, {});
  expect(groups[0]?.values).toContainEqual(
    expect.objectContaining({ key: 'merged', says: one.name }),
  );
});

test('what came meanwhile stays; a move or a death in between cannot be undone, nor can it after ninety days', async () => {
  const [one, other] = await twins();
  const { merge: no } = await merge(one, other, { lives: other.person });
  await wu.call(putLabel, { person: one.person, label: 'lives_alone' });
  await wu.call(undoMerge, { merge: no });
  const card = await wu.call(personCard, { person: one.person });
  expect(card.labels.map(({ code }) => code).sort()).toEqual(['lives_alone', 'needs_care']);
  expect(card.presences).toMatchObject([{ door: one.door, to: null }]);
  const theirs = await wu.call(personCard, { person: other.person });
  expect(theirs.labels.map(({ code }) => code)).toEqual(['needs_care']);

  const moved = (await merge(one, other, { lives: other.person })).merge;
  await wu.call(moveOut, { person: one.person, on: '2026-03-02' });
  expect((await refusal(wu.call(undoMerge, { merge: moved }))).code).toBe('registry.merge-since');

  const [third, fourth] = await twins();
  const died = (await merge(third, fourth)).merge;
  await wu.call(recordDeath, { person: third.person, on: '2026-03-02' });
  expect((await refusal(wu.call(undoMerge, { merge: died }))).code).toBe('registry.merge-since');

  const [fifth, sixth] = await twins();
  const over = (await merge(fifth, sixth)).merge;
  const until = (last: string) =>
    city.asOwner(
      `${stated([fifth.person])} update registry.merge set undo_until = '${last}' where no = ${over}`,
    );
  await until('2026-03-01');
  expect((await refusal(wu.call(undoMerge, { merge: over }))).code).toBe('registry.merge-over');
  await until('2026-03-02');
  await wu.call(undoMerge, { merge: over });
  expect((await refusal(wu.call(undoMerge, { merge: over }))).code).toBe('found.nothing');
});

test('a chain is undone from its end', async () => {
  const [[one, other], [, third]] = [await twins(), await twins()];
  const first = (await merge(third, other)).merge;
  const second = (await merge(one, third)).merge;
  expect((await refusal(wu.call(undoMerge, { merge: first }))).code).toBe('found.nothing');
  await wu.call(undoMerge, { merge: second });
  await wu.call(undoMerge, { merge: first });
  expect((await wu.call(personCard, { person: other.person })).presences).toHaveLength(1);
});

/** What either record may have, written by the owner. */
const extras: Readonly<Record<string, (person: number) => string>> = {
  label: (
    no,
  ) => `insert into registry.label (person, code, kind, organisation, valid_from, verified_at)
    values (${no}, 'lives_alone', 'collected', 1, '2026-01-01', '2026-01-01')`,
  ended: (no) => `update registry.label set valid_to = '2026-02-01' where person = ${no}`,
  registered: (
    no,
  ) => `insert into registry.presence (street, place, person, role, standing, name, pinyin, sex, from_on, source, recorded_at)
    select street, place, person, 'registered', 1, name, pinyin, sex, '2020-01-01', 'test', '2026-01-01' from registry.presence where person = ${no} limit 1`,
  owns: (
    no,
  ) => `insert into registry.presence (street, place, person, role, home, standing, name, pinyin, sex, from_on, source, recorded_at)
    select street, place, person, 'owns', home, 1, name, pinyin, sex, '2020-01-01', 'test', '2026-01-01' from registry.presence where person = ${no} limit 1`,
  left: (no) => `update registry.presence set to_on = '2026-02-02' where person = ${no}`,
  nation: (no) =>
    `update registry.person set nation = '05', registered_in = '310101' where no = ${no}`,
  unborn: (no) => `update registry.person set born_on = null where no = ${no}`,
  grant: (
    no,
  ) => `insert into registry.access_grant (person, account, purpose, matter, from_at, until_at)
    values (${no}, 1, 'emergency', 'test', '2026-02-03', '2026-02-04')`,
  sealed: (no) => {
    const text = sealValue(city.host.keys, JSON.stringify({ code: 'disabled' })).toString('hex');
    const digest = labelDigestOf(city.host.keys, no, 'disabled').toString('hex');
    return `insert into registry.label (person, digest, sealed, kind, organisation, valid_from, verified_at)
      values (${no}, '\\x${digest}'::bytea, '\\x${text}'::bytea, 'shared', 2, '2026-01-01', '2026-01-01')`;
  },
  noPhone: (no) => `delete from registry.person_key where person = ${no} and kind = 'phone';
    update registry.presence set phone_end = null where person = ${no}`,
  leader: (
    no,
  ) => `with made as (insert into registry.building_group (street, place, name, from_on, source, recorded_at)
      values (310101002, ${lane}, '楼组 ${no}', '2024-01-02', 'test', '2026-01-04') returning street, no, place)
    insert into registry.group_leader (street, building_group, place, person, name, from_on, source, recorded_at)
      select street, no, place, ${no}, '某人', '2024-02-03', 'test', '2026-01-04' from made`,
  member: (
    no,
  ) => `with made as (insert into registry.institution (street, place, kind, name, source, recorded_at)
      values (310101002, ${lane}, 'team', '合唱队 ${no}', 'test', '2026-01-04') returning street, no, place)
    insert into registry.member (street, institution, place, person, name, position, from_on, source, recorded_at)
      select street, no, place, ${no}, '某人', '队长', '2024-02-03', 'test', '2026-01-04' from made`,
};
const some = fc.uniqueArray(fc.constantFrom(...Object.keys(extras)), { maxLength: 5 });

test('merged and undone, everything is as it was', async () => {
  const property = fc.asyncProperty(some, some, fc.boolean(), async (kept, gone, otherLives) => {
    const [one, other] = await twins();
    const persons = [one.person, other.person];
    const acts = [
      ...kept.map((name) => extras[name]?.(one.person)),
      ...gone.map((name) => extras[name]?.(other.person)),
    ];
    await city.asOwner(`${stated(persons)} ${acts.join(';\n')}`);
    const before = await everything(persons);
    const counts = { lives: otherLives ? other.person : one.person };
    const made = await wu.call(mergePeople, {
      ...{ person: one.person, other: other.person, registered: one.person, ...counts },
    });
    expect(await everything(persons)).not.toBe(before);
    await wu.call(undoMerge, { merge: made.merge });
    expect(await everything(persons)).toBe(before);
  });
  await fc.assert(property, { numRuns: 8, endOnFailure: true });
});

test('every column that names a person follows, or says why not', async () => {
  const { rows } = await city.host.db.run(`
    select c.table_name || '.' || c.column_name as name from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'registry' and t.table_type = 'BASE TABLE' and c.data_type = 'bigint'
      and c.column_name ~ '^(person|survivor|gone|one|other|guardian|to_person|helper)$' order by 1`);
  const following = Object.entries(followers).flatMap(([table, { columns }]) =>
    columns
      .filter((one) => /^(person|guardian|to_person|helper)$/.test(one))
      .map((one) => `${table}.${one}`),
  );
  expect([...following, ...Object.keys(staying)].sort()).toEqual(rows.map(({ name }) => name));
});

test('asked directly, the database shows a merge to whom the survivor belongs, and its rows to the act alone', async () => {
  const [one, other] = await twins();
  const { merge: no } = await merge(one, other);
  const seen = (ranges: string, persons = '{}') =>
    city.db.kysely.transaction().execute(async (db) => {
      const said = `select set_config('lilong.ranges', '${ranges}', true), set_config('lilong.persons', '${persons}', true),
        set_config('lilong.moment', '2026-03-02T01:00:00Z', true)`;
      await sql.raw(said).execute(db);
      const { rows } = await sql
        .raw<{ merges: number; rows: number }>(`
        select (select count(*)::int from registry.merge where no = ${no}) as merges,
          (select least(count(*), 1)::int from registry.merge_row where merge = ${no}) as rows`)
        .execute(db);
      return rows[0];
    });
  expect(await seen('')).toEqual({ merges: 0, rows: 0 });
  expect(await seen(`{[${next},${next + 999}]}`)).toEqual({ merges: 0, rows: 0 });
  expect(await seen(`{[${lane},${lane + 999}]}`)).toEqual({ merges: 1, rows: 0 });
  expect(await seen('', `{${one.person}}`)).toEqual({ merges: 1, rows: 1 });
});
