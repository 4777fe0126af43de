// SPDX-License-Identifier: Apache-2.0
// A worker builds a crowd and keeps it; a street and a district see how many, and nobody by name.
import {
  type CrowdConditions,
  changeCrowd,
  countCrowd,
  dropCrowd,
  exportCrowd,
  exportFile,
  keepCrowd,
  listCrowdPeople,
  listCrowds,
  mapCrowd,
} from '@lilong/contracts/registry-crowds';
import { endGroup, putGroup, setGroupDoors } from '@lilong/contracts/registry-groups';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City, type Person } from '../../../test/city.ts';
import { refusal } from '../../../test/refusal.ts';
import { type Member, putHouseholds } from '../../../test/registry-crowds.ts';
import { countOver } from '../reach.ts';

const lane = 310101002001000; // 云南中路居委会
const next = 310101002002000;
const third = 310101002003000;
const street = 310101002000000;
const old: Member = { name: '甲老', bornOn: '1940-05-01', sex: 2 };
const alone = [old];

let city: City;
let wu: Person;
let zheng: Person;
let leader: Person;
let district: Person;
beforeAll(async () => {
  city = await aCity();
  wu = await city.person('吴干部', { as: 'committee_worker', at: lane });
  zheng = await city.person('郑干部', { as: 'committee_worker', at: next });
  leader = await city.person('李主任', { as: 'street_leader', at: street });
  district = await city.person('区里', { as: 'district', at: 310101000000000 });
  await putHouseholds(city, lane, [
    { floor: 4, lift: false, known: true, people: alone },
    { floor: 4, lift: true, people: [{ ...old, name: '乙老', labels: ['low_income'] }] },
    { floor: 2, lift: false, known: true, people: [{ ...old, name: '丙老' }] },
    {
      floor: 5,
      lift: false,
      people: [
        { ...old, name: '丁老' },
        { ...old, name: '丁伴', sex: 1 },
      ],
    },
    { people: [{ ...old, name: '戊老' }] }, // nobody knows the floor
    { floor: 6, lift: false, people: [{ ...old, name: '己老', protected: true }] },
    {
      floor: 3,
      lift: false,
      people: [
        { name: '庚妈', bornOn: '1990-01-01', sex: 2, labels: ['volunteer'], standing: 4 },
        { name: '庚宝', bornOn: '2022-01-01' },
      ],
    },
  ]);
  const many = (count: number) => Array.from({ length: count }, () => ({ people: alone }));
  await putHouseholds(city, next, many(4));
  await putHouseholds(city, third, many(9));
});
afterAll(() => city.close());

const people = async (who: Person, conditions: Omit<CrowdConditions, 'role'>) =>
  (await who.call(listCrowdPeople, { conditions: { role: 'lives', ...conditions } })).people.map(
    ({ name }) => name,
  );

const stairs = { ageFrom: 80, alone: true, floorFrom: 3, lift: false } as const;
test.each([
  [stairs, ['甲老']],
  [{ ageFrom: 80, alone: true }, ['甲老', '乙老', '丙老', '戊老']],
  [{ ageFrom: 80, sex: '1' }, ['丁伴']],
  [{ labels: ['low_income', 'volunteer'] }, ['乙老', '庚妈']],
  [{ ageFrom: 80, alone: true, without: ['low_income'] }, ['甲老', '丙老', '戊老']],
  [{ childUnder: 6 }, ['庚妈', '庚宝']],
  [{ ageTo: 35, ageFrom: 36 - 35 }, ['庚宝']],
  [{ sizeFrom: 2, sizeTo: 2, ageFrom: 18 }, ['丁老', '丁伴', '庚妈']],
  [{ standings: ['from_outside'] }, ['庚妈']],
  [{ lift: true, uses: ['dwelling'] }, ['乙老']],
  [{ tenures: ['public'] }, []],
] as const)(
  '%j finds whom it says, and nobody beyond the own committee',
  async (conditions, names) => {
    const asked = conditions as unknown as Omit<CrowdConditions, 'role'>;
    expect((await people(wu, asked)).sort()).toEqual([...names].sort());
    const counted = await wu.call(countCrowd, { conditions: { role: 'lives', ...asked } });
    expect(counted).toEqual({ people: names.length, cells: [] });
  },
);

test('another committee sees its own; one at a higher post nobody by name', async () => {
  expect(await people(zheng, { ageFrom: 80, alone: true })).toHaveLength(4);
  for (const who of [leader, district]) {
    const asked = { conditions: { role: 'lives' } } as const;
    for (const route of [listCrowdPeople, mapCrowd])
      expect(await refusal(who.call(route, asked))).toMatchObject({ code: 'auth.denied' });
  }
});

test('a list comes a page at a time, everybody once, with the whole number of them', async () => {
  const seen: number[] = [];
  let after: { pinyin: string; person: number } | null = null;
  do {
    const input = { conditions: { role: 'lives', ageFrom: 80 }, limit: 2 } as const;
    const reply: Awaited<ReturnType<typeof readPage>> = await readPage(input, after);
    expect(reply.total).toBe(6);
    seen.push(...reply.people.map(({ person }) => person));
    after = reply.next;
  } while (after !== null);
  expect(seen).toHaveLength(6);
  expect(new Set(seen).size).toBe(6);
});
const readPage = (
  input: { conditions: CrowdConditions; limit: number },
  after: { pinyin: string; person: number } | null,
) => wu.call(listCrowdPeople, { ...input, ...(after === null ? {} : { after }) });

test('buildings have their number, and those of no known building are counted', async () => {
  const conditions = { role: 'lives', ageFrom: 80 } as const;
  const { buildings, elsewhere } = await wu.call(mapCrowd, { conditions });
  expect(buildings).toMatchObject([{ people: 2 }]);
  expect(buildings[0]?.lon).toBeGreaterThan(121);
  expect(elsewhere).toBe(4);
});

test('asked by 楼组, whoever is behind its doors is found; of the groups of others nobody may ask', async () => {
  const [first] = await city.asOwner(
    `select min(no) as no from places.address where place = ${lane}`,
  );
  const { group } = await wu.call(putGroup, { name: '第一楼组' });
  expect(await people(wu, { groups: [group] })).toEqual([]);
  await wu.call(setGroupDoors, { group, add: [Number(first?.no)], take: [] });
  expect((await people(wu, { groups: [group] })).sort()).toEqual(['丙老', '甲老']);
  expect(await people(wu, { groups: [group], floorFrom: 3 })).toEqual(['甲老']);
  expect((await wu.call(listCrowds, {})).groups).toEqual([{ group, name: '第一楼组' }]);
  expect((await leader.call(listCrowds, {})).groups).toEqual([]);
  const conditions: CrowdConditions = { role: 'lives', groups: [group] };
  for (const who of [zheng, leader, district])
    expect(await refusal(who.call(countCrowd, { conditions }))).toMatchObject({
      ...{ code: 'registry.crowd-group', field: 'groups' },
    });
  await wu.call(endGroup, { group });
  expect((await refusal(wu.call(countCrowd, { conditions }))).code).toBe('registry.crowd-group');
});

test('a sealed label, one of no dictionary and one computed cannot be asked for', async () => {
  const { labels } = await wu.call(listCrowds, {});
  const offered = labels.map(({ key }) => key);
  expect(offered).toContain('low_income');
  for (const label of ['disabled', 'no-such', 'aged_80']) {
    expect(offered).not.toContain(label);
    for (const where of ['labels', 'without']) {
      const conditions = { role: 'lives', [where]: [label] } as CrowdConditions;
      expect(await refusal(wu.call(countCrowd, { conditions }))).toMatchObject({
        code: 'registry.crowd-label',
        field: 'labels',
      });
    }
  }
});

test('conditions that do not fit together are refused at their field', async () => {
  const wrong = async (conditions: CrowdConditions) => refusal(wu.call(countCrowd, { conditions }));
  expect(await wrong({ role: 'lives', ageFrom: 60, ageTo: 50 })).toMatchObject({
    code: 'registry.crowd-ends',
    field: 'ageTo',
  });
  expect(await wrong({ role: 'registered', alone: true })).toMatchObject({
    code: 'registry.crowd-household',
    field: 'role',
  });
});

test('a crowd is kept, seen by others of the office, changed and thrown away', async () => {
  const conditions: CrowdConditions = { role: 'lives', ...stairs };
  const input = { name: '爬楼老人', conditions, columns: ['name', 'door'] as ('name' | 'door')[] };
  const { crowd } = await wu.call(keepCrowd, input);
  expect(await refusal(wu.call(keepCrowd, input))).toMatchObject({
    code: 'registry.crowd-name',
    field: 'name',
  });
  const colleague = await city.person('同事', { as: 'committee_worker', at: lane });
  const { crowds } = await colleague.call(listCrowds, {});
  expect(crowds).toMatchObject([{ crowd, name: '爬楼老人', conditions, due: false }]);
  expect((await zheng.call(listCrowds, {})).crowds).toEqual([]);
  const changed = { ...input, crowd, name: '五楼老人', lookAgain: '2026-04-01' };
  expect(await refusal(zheng.call(changeCrowd, changed))).toMatchObject({ code: 'auth.denied' });
  await colleague.call(changeCrowd, changed);
  expect((await wu.call(listCrowds, {})).crowds).toMatchObject([
    { name: '五楼老人', lookAgain: '2026-04-01' },
  ]);
  expect(
    await refusal(wu.call(changeCrowd, { ...changed, lookAgain: '2028-01-01' })),
  ).toMatchObject({ code: 'registry.look-again', field: 'lookAgain' });
  expect(await refusal(zheng.call(dropCrowd, { crowd }))).toMatchObject({ code: 'auth.denied' });
  await colleague.call(dropCrowd, { crowd });
  expect((await wu.call(listCrowds, {})).crowds).toEqual([]);
});

test('a street and a district count by committee; no cell under five, none that its neighbours tell', async () => {
  for (const who of [leader, district]) {
    const { people: all, cells } = await who.call(countCrowd, {
      conditions: { role: 'lives', ageFrom: 80 },
    });
    const cell = (place: number) => cells.find((one) => one.place === place);
    expect(all).toBe(20); // 6 + 4 + 9, to the nearest five
    expect(cell(third)).toMatchObject({ people: 10 });
    expect(cell(next)).toMatchObject({ people: null });
    // Six people, but nobody else lives in the street: what is left of nineteen would tell of the four next door.
    expect(cell(lane)).toMatchObject({ people: null });
    const conditions: CrowdConditions = { role: 'lives', labels: ['low_income'] };
    expect((await who.call(countCrowd, { conditions })).people).toBeNull();
  }
  const city_ = await city.person('市里', { as: 'city', at: 310000000000000 });
  const { cells } = await city_.call(countCrowd, { conditions: { role: 'lives', ageFrom: 80 } });
  expect(cells.find(({ place }) => place === street)).toMatchObject({ people: 20 });
  expect(cells.every(({ place }) => place % 1_000_000 === 0)).toBe(true);
});

test('of two crowds that differ by a few, subtraction tells nothing', async () => {
  const put = (count: number, labels: readonly string[]) => {
    const people = [{ name: '辛老', bornOn: '1960-05-01', labels }];
    return putHouseholds(
      city,
      third,
      Array.from({ length: count }, () => ({ people })),
    );
  };
  const told = (who: Person, more: Partial<CrowdConditions>) =>
    who.call(countCrowd, { conditions: { role: 'lives', ageFrom: 60, ageTo: 70, ...more } });
  const answers = () =>
    Promise.all(
      [leader, district].flatMap((who) =>
        [{}, { without: ['volunteer'] }, { labels: ['volunteer'] }].map((more) => told(who, more)),
      ),
    );
  await put(8, []);
  await put(1, ['volunteer']);
  const ofOne = await answers();
  expect(ofOne.map(({ people }) => people)).toEqual([10, 10, null, 10, 10, null]);
  await put(1, ['volunteer']);
  expect(await answers()).toEqual(ofOne);
});

test('asked directly, the database counts for such a post and opens no row to it', async () => {
  const range = { first: 310000000000000, last: 319999999999999 };
  const post = { role: 'city', ranges: [range] };
  await city.host.db.kysely.transaction().execute(async (db) => {
    await countOver({ db, actor: { post } } as never); // what it reads of a ctx
    const counted = sql<{ cell: number | null; people: number | null }>`
      select cell, people from registry.crowd_counts('{"role":"lives"}', 1000) where people is not null`;
    const { rows } = await counted.execute(db);
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.every((row) => Object.keys(row).length === 2 && Number(row.people) >= 5)).toBe(
      true,
    );
    for (const table of ['presence', 'home', 'person', 'household'])
      expect((await sql`select from ${sql.table(`registry.${table}`)}`.execute(db)).rows).toEqual(
        [],
      );
    const named = await sql`select from registry.in_crowd('{"role":"lives"}')`.execute(db);
    expect(named.rows).toEqual([]);
    const sly = JSON.stringify({ role: "lives' or true --", labels: ["{}'; drop table x; --"] });
    const asked =
      await sql`select cell from registry.crowd_counts(${sly}::jsonb, 1000) where people > 0`.execute(
        db,
      );
    expect(asked.rows).toEqual([]);
  });
  const { rows } = await city.host.db.run(
    `select * from registry.crowd_counts('{"role":"lives"}', 1000)`,
  );
  expect(rows).toEqual([]);
});

test('a list is taken out for a purpose until a day; everybody in it can read that it was', async () => {
  const { crowd } = await wu.call(keepCrowd, {
    ...{ name: '上门', conditions: { role: 'lives', ...stairs }, columns: ['name', 'age', 'door'] },
  });
  const wrong = await refusal(wu.call(exportCrowd, { crowd, purpose: 'curious' }));
  expect(wrong).toMatchObject({ code: 'registry.purpose', field: 'purpose' });
  const asked = { crowd, purpose: 'visit' };
  expect(await refusal(zheng.call(exportCrowd, asked))).toMatchObject({ code: 'auth.denied' });
  expect(await refusal(leader.call(exportCrowd, asked))).toMatchObject({ code: 'auth.denied' });
  const { export: no, people: many, expiresOn } = await wu.call(exportCrowd, asked);
  expect(many).toBe(1);
  const table = await wu.call(exportFile, { export: no, as: 'csv' });
  expect(table.text).toMatch(
    /^\ufeff"云南中路居委会 .* · 用于上门走访 · .* 到期，到期请销毁 · 第 \d+ 号"\r\n/,
  );
  expect(table.text).toContain('"姓名","年龄","住址"\r\n"甲老","85",');
  expect(table.text).not.toContain('吴干部');
  const page = await wu.call(exportFile, { export: no, as: 'page' });
  expect(page.text).toContain(`<div class="mark" aria-hidden="true">云南中路居委会`);
  expect(page.text).toContain('甲老');
  const [looks] = await city
    .asOwner(`
    select set_config('lilong.persons', (select array_agg(person)::text from registry.presence where name = '甲老'), true);
    select count(*)::int as n from registry.access where act = 'export' and purpose = 'visit'`)
    .then((rows) => rows.filter(({ n }) => n !== undefined));
  expect(looks?.n).toBe(2);
  expect(await refusal(zheng.call(exportFile, { export: no, as: 'csv' }))).toMatchObject({
    code: 'auth.denied',
  });
  city.clock.advance(8 * 86_400_000);
  const late = await city.person('吴干部', { as: 'committee_worker', at: lane });
  expect(await refusal(late.call(exportFile, { export: no, as: 'csv' }))).toMatchObject({
    code: 'registry.export-over',
  });
  expect(expiresOn > '2026-01-01').toBe(true);
});
