// SPDX-License-Identifier: Apache-2.0
// Labels of level 5: off by itself; turned on, opened case by case, to one committee, for a purpose and until a day.
import { personCard } from '@lilong/contracts/registry';
import { caseLabels, closeCaseLabel, openCaseLabel } from '@lilong/contracts/registry-case-labels';
import { countCrowd, listCrowds } from '@lilong/contracts/registry-crowds';
import { findInRegistry } from '@lilong/contracts/registry-find';
import { registryWords } from '@lilong/contracts/registry-labels';
import { bindMe, offerBinding, ownData, ownLooks } from '@lilong/contracts/registry-own';
import { suppliedLabels, supplyLabels } from '@lilong/contracts/registry-supply';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City, type Person } from '../../../test/city.ts';
import { refusal } from '../../../test/refusal.ts';
import { type Put, putPerson } from '../../../test/registry-people.ts';
import { insertEntries, type NewEntry } from '../../kernel/catalogue.ts';
import { labelsAtNight } from '../supply/on.ts';

const lane = 310101002001000; // 云南中路居委会
const next = 310101002002000;
const name = '社区矫正（示例）';
const aLabel: NewEntry = {
  kind: 'label',
  ...{ key: 'correction', name, nameEn: 'Community correction' },
  ...{ effectiveFrom: '2026-01-01', source: '示例' },
  body: {
    ...{ kind: 'shared', supplier: 'civil', sensitivity: 5 },
    ...{ lookAgainDays: 0, validDays: 92, basis: '社区矫正法' },
  },
};
let city: City;
let civil: Person;
let disabled: Person;
let min: Person;
let neighbour: Person;
let one: Put;
beforeAll(async () => {
  city = await aCity({ settings: { CASE_LABELS: 'true', SESSION_HOURS: '100' } });
  await insertEntries(city.db.kysely, [aLabel], city.now);
  const officer = (who: string, organisation: string) =>
    city.person(who, { as: 'department_officer', organisation });
  civil = await officer('赵民政', '黄浦区民政局（示例）');
  disabled = await officer('钱残联', '黄浦区残疾人联合会（示例）');
  min = await city.person('王敏', { as: 'committee_worker', at: lane });
  neighbour = await city.person('李邻', { as: 'committee_worker', at: next });
  one = await putPerson(city, lane, { role: 'lives', until: null, protected: false });
});
afterAll(() => city.close());

const opening = (more: object = {}) => ({
  ...{ number: one.id, label: 'correction', words: '每周报到', place: lane },
  ...{ purpose: 'visit', until: '2026-03-03', ...more },
});
const here = async (who: Person) => (await who.call(caseLabels, {})).here;

test('where nobody turned it on there is nothing of it', async () => {
  const off = await aCity();
  const officer = await off.person('赵民政', {
    ...{ as: 'department_officer', organisation: '黄浦区民政局（示例）' },
  });
  const worker = await off.person('王敏', { as: 'committee_worker', at: lane });
  const opened = officer.call(openCaseLabel, opening());
  expect(await refusal(opened)).toMatchObject({ status: 404, code: 'registry.case-off' });
  for (const who of [officer, worker])
    expect(await refusal(who.call(caseLabels, {}))).toMatchObject({ code: 'registry.case-off' });
  expect((await officer.call(suppliedLabels, {})).cases).toBe(false);
  expect((await worker.call(registryWords, {})).cases).toBe(false);
  await off.close();
});

test('opened to one committee: its worker reads it, and the person reads that; nobody else finds it anywhere', async () => {
  const { no } = await civil.call(openCaseLabel, opening());
  const stranger = opening({ number: '11010519491231002X' });
  expect(await civil.call(openCaseLabel, stranger)).toEqual({ no: no + 1 }); // nobody tells who is known
  expect((await civil.call(caseLabels, {})).opened).toMatchObject([
    { no: no + 1, number: '110***********002X', label: { name }, placeName: '云南中路居委会' },
    { no, until: '2026-03-03' },
  ]);
  expect((await disabled.call(caseLabels, {})).opened).toEqual([]);
  expect(await here(neighbour)).toEqual([]);
  expect(await here(min)).toMatchObject([
    { no, person: one.person, personName: one.name, label: { name }, words: '每周报到' },
  ]);
  const said = JSON.stringify([
    await min.call(personCard, { person: one.person }),
    await min.call(findInRegistry, { q: one.name }),
    await min.call(listCrowds, {}),
  ]);
  expect(said).not.toMatch(/矫正|correction|报到/);
  const crowd = min.call(countCrowd, { conditions: { role: 'lives', labels: ['correction'] } });
  expect(await refusal(crowd)).toMatchObject({ code: 'registry.crowd-label' });
  const kept = await city.asOwner(
    `select set_config('lilong.suppliers', (select array_agg(no)::text from places.organisation), true); select c::text as row from registry.case_label c`,
  );
  expect(JSON.stringify(kept)).not.toMatch(new RegExp(`矫正|correction|${one.id}`));
});

test('it does not go with the others: a list that names it is refused, and so are wrong place, day and label', async () => {
  const lines = [{ number: one.id, label: 'correction', from: '2026-03-01' }];
  const { refused } = await civil.call(supplyLabels, { lines });
  expect(refused).toMatchObject([{ why: 'label-not-yours' }]);
  const codes = (await civil.call(suppliedLabels, {})).labels.map(({ code }) => code);
  expect(codes).not.toContain('correction');
  const wrong = async (more: object, who = civil) =>
    (await refusal(who.call(openCaseLabel, opening(more)))).code;
  expect(await wrong({ place: 310101002000000 })).toBe('registry.case-place');
  expect(await wrong({ until: '2026-12-31' })).toBe('registry.case-until');
  expect(await wrong({ number: '123' })).toBe('registry.id-number');
  expect(await wrong({ label: 'low_income' })).toBe('registry.label');
  expect(await wrong({}, disabled)).toBe('registry.label');
});

test('the person finds it in 我的数据, and who read it; after its day, or closed, it is gone', async () => {
  const resident = await city.resident('居民');
  const { code } = await min.call(offerBinding, {
    ...{ person: one.person, document: '111', number: one.id },
  });
  await resident.call(bindMe, { code });
  const mine = async () =>
    (await resident.call(ownData, {})).groups
      .flatMap(({ values }) => values)
      .filter(({ key }) => key === 'case');
  expect(await mine()).toMatchObject([{ says: name, source: '黄浦区民政局（示例）' }]);
  expect((await resident.call(ownLooks, {})).looks.map(({ purpose }) => purpose)).toContain(
    '上门走访',
  );
  const { no } = await civil.call(openCaseLabel, opening({ until: '2026-04-01' }));
  expect(await here(min)).toHaveLength(2);
  await civil.call(closeCaseLabel, { no });
  expect(await here(min)).toHaveLength(1);
  expect(await refusal(disabled.call(closeCaseLabel, { no: no - 1 }))).toMatchObject({
    ...{ status: 404 },
  });
  city.clock.advance(2 * 86_400_000);
  expect(await here(min)).toEqual([]);
  expect(await mine()).toEqual([]);
  await labelsAtNight(city.host);
  const left = await city.asOwner(
    `select set_config('lilong.suppliers', (select array_agg(no)::text from places.organisation), true); select no from registry.case_label`,
  );
  expect(left.filter((row) => !('set_config' in row))).toEqual([]);
});
