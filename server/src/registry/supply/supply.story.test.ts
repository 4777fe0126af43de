// SPDX-License-Identifier: Apache-2.0
// A department lends its labels: by number, without handing over its list, and without learning who is known.

import { idCheckOf } from '@lilong/contracts/id-number';
import { personCard } from '@lilong/contracts/registry';
import { type CrowdConditions, listCrowdPeople } from '@lilong/contracts/registry-crowds';
import { moveIn } from '@lilong/contracts/registry-moves';
import {
  labelUses,
  type SuppliedLine,
  suppliedLabels,
  supplyLabels,
  withdrawBatch,
  withdrawLabels,
} from '@lilong/contracts/registry-supply';
import type { InputOf, Route } from '@lilong/contracts/route';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City, type Person } from '../../../test/city.ts';
import { aHome, type Put, putPerson } from '../../../test/registry-people.ts';
import { labelsAtNight } from './on.ts';

const LANE = 310101002001000; // 云南中路居委会
let city: City;
let civil: Person; // 民政局
let disabled: Person; // 残联
let min: Person; // committee worker
beforeAll(async () => {
  city = await aCity({ settings: { SESSION_HOURS: '100' } });
  const officer = (name: string, organisation: string) =>
    city.person(name, { as: 'department_officer', organisation });
  civil = await officer('赵民政', '黄浦区民政局（示例）');
  disabled = await officer('钱残联', '黄浦区残疾人联合会（示例）');
  min = await city.person('王敏', { as: 'committee_worker' });
});
afterAll(() => city.close());

const someone = (): Promise<Put> =>
  putPerson(city, LANE, { role: 'lives', until: null, protected: false });
let fresh = 0;
/** A whole number that nobody has. */
function strange(): string {
  fresh += 1;
  const first = `31010019900101${String(fresh).padStart(3, '0')}`;
  return first + idCheckOf(first);
}
const line = (number: string, more: Partial<SuppliedLine> = {}): SuppliedLine => ({
  ...{ number, label: 'low_income', from: '2026-01-05', ...more },
});
/** The reply as it comes over the wire, save the number of the batch. */
async function bytes<T extends Route>(who: Person, route: T, input: InputOf<T>): Promise<string> {
  return JSON.stringify(await who.call(route, input)).replace(/"batch":\d+/, '"batch":0');
}
const cardOf = async ({ person }: Put) => (await min.call(personCard, { person })).labels;
const codesOf = async (put: Put) => (await cardOf(put)).map(({ code }) => code);
/** As the owner, of one person. */
const ofPerson = async (person: number, select: string) =>
  (
    await city.asOwner(`select set_config('lilong.persons', '{${person}}', true); ${select}`)
  ).filter((row) => !('set_config' in row));
const presence = ({ person }: Put) =>
  `select labels from registry.presence where person = ${person}`;
const waiting = async () => {
  const everybody = `select set_config('lilong.suppliers', (select array_agg(no)::text from places.organisation), true)`;
  const rows = await city.asOwner(
    `${everybody}; select w::text as row, until from registry.label_waiting w`,
  );
  return rows.filter((row) => !('set_config' in row));
};

test('known and unknown numbers get the same reply, to the byte; the label stands on the card with source, day and basis', async () => {
  const put = await someone();
  const unknown = strange();
  const replies = [
    await bytes(civil, supplyLabels, { lines: [line(put.id)] }),
    await bytes(civil, supplyLabels, { lines: [line(unknown)] }),
  ];
  expect(replies[0]).toBe('{"batch":0,"taken":1,"refused":[]}');
  expect(replies[1]).toBe(replies[0]);
  await city.settleDown();
  expect(await cardOf(put)).toMatchObject([
    {
      ...{ code: 'low_income', kind: 'shared', organisationName: '黄浦区民政局（示例）' },
      ...{ from: '2026-01-05', until: '2027-01-04', basis: '社会救助审核确认', mine: false },
    },
    { code: 'needs_care' },
  ]);
  expect(await ofPerson(put.person, presence(put))).toEqual([
    { labels: ['low_income', 'needs_care'] },
  ]);
  const [kept, ...others] = await waiting();
  expect(others).toEqual([]);
  expect(JSON.stringify(kept)).not.toContain(unknown);
  const reason = { on: '2026-03-01', reason: '不再享受' };
  const numbered = ({ number, label }: SuppliedLine) => ({ number, label });
  const withdrawn = [
    await bytes(civil, withdrawLabels, { ...reason, lines: [numbered(line(put.id))] }),
    await bytes(civil, withdrawLabels, { ...reason, lines: [numbered(line(unknown))] }),
  ];
  expect(withdrawn).toEqual(Array(2).fill('{"taken":1,"refused":[]}'));
  await city.settleDown();
  expect(await codesOf(put)).toEqual(['needs_care']);
  expect(await waiting()).toEqual([]);
  const ended = `select valid_to, ended_why from registry.label where code = 'low_income' and person = ${put.person}`;
  expect(await ofPerson(put.person, ended)).toEqual([
    { valid_to: '2026-02-28', ended_why: '不再享受' },
  ]);
});

test('a line is refused for its form alone, and the others are taken', async () => {
  const put = await someone();
  const wrong = put.id.slice(0, 17) + (put.id.endsWith('1') ? '2' : '1');
  const lines = [
    line(wrong),
    line(put.id, { label: 'nothing_like_it' }),
    line(put.id, { label: 'disabled' }),
    line(put.id, { label: 'lives_alone' }),
    line(put.id, { from: '2026-02-30' }),
    line(put.id, { from: '2026-03-03' }),
    line(put.id, { until: '2026-03-01' }),
    line(put.id, { until: '2028-01-01' }),
    line(put.id, { until: '2026-12-31', note: '沪民救〔2026〕1 号' }),
  ];
  const { taken, refused } = await civil.call(supplyLabels, { lines });
  expect(taken).toBe(1);
  expect(refused.map(({ line: at, field, why }) => [at, field, why])).toEqual([
    [1, 'number', 'number'],
    [2, 'label', 'label-unknown'],
    [3, 'label', 'label-not-yours'],
    [4, 'label', 'label-not-yours'],
    [5, 'from', 'day'],
    [6, 'from', 'not-yet'],
    [7, 'until', 'until-early'],
    [8, 'until', 'until-late'],
  ]);
  await city.settleDown();
  const said = (await cardOf(put)).find(({ code }) => code === 'low_income');
  expect(said).toMatchObject({ until: '2026-12-31', words: '沪民救〔2026〕1 号' });
});

test('whoever moves in later gets what waited, and a retry supplies nothing twice', async () => {
  const number = strange();
  const input = { name: '低保 3 月.csv', lines: [line(number)] };
  const once = () => civil.call(supplyLabels, input);
  await once();
  await once();
  await city.settleDown();
  const home = await aHome(city, LANE, '试验路800弄1号');
  const { person } = await min.call(moveIn, {
    ...{ home, staysAs: 'tenant', from: '2026-03-01' },
    fresh: { name: '新来的', document: '111', number },
  });
  await city.settleDown();
  const { labels } = await min.call(personCard, { person });
  expect(labels.map(({ code }) => code)).toEqual(['low_income']);
  expect(await waiting()).toEqual([]);
});

test('level 4 is sealed, stands on no card, and a withdrawn batch ends it', async () => {
  const put = await someone();
  const lines = [
    line(put.id, { label: 'disabled', note: '三级' }),
    line(strange(), { label: 'disabled' }),
  ];
  const { batch } = await disabled.call(supplyLabels, { name: '2026 年 3 月', lines });
  await city.settleDown();
  expect(await codesOf(put)).toEqual(['needs_care']);
  const sealed = `select code, words, sealed is null as open, valid_to, ended_why from registry.label where kind = 'shared' and person = ${put.person}`;
  const held = { code: null, words: null, open: false, ended_why: null };
  expect(await ofPerson(put.person, sealed)).toEqual([{ ...held, valid_to: null }]);
  const { batches, labels } = await disabled.call(suppliedLabels, {});
  expect(batches).toMatchObject([
    { batch, name: '2026 年 3 月', taken: [{ label: 'disabled', lines: 2 }], withdrawn: null },
  ]);
  expect(labels.map(({ code }) => code)).toEqual(['disabled', 'disabled_jobless']);
  const withdrawal = { batch: batch ?? 0, on: '2026-03-02', reason: '名单发错了' };
  await expect(civil.call(withdrawBatch, withdrawal)).rejects.toThrow('找不到');
  await disabled.call(withdrawBatch, withdrawal);
  await expect(disabled.call(withdrawBatch, withdrawal)).rejects.toThrow('已经撤回');
  await city.settleDown();
  expect(await ofPerson(put.person, sealed)).toEqual([{ ...held, valid_to: '2026-03-01' }]);
  expect(await waiting()).toEqual([]);
  expect((await civil.call(suppliedLabels, {})).batches.map(({ batch: no }) => no)).not.toContain(
    batch,
  );
});

test('uses are told by organisation, role and purpose, and not where fewer than five people are behind them', async () => {
  const people: Put[] = [];
  while (people.length < 5) people.push(await someone());
  const label = 'no_support';
  await civil.call(supplyLabels, { lines: people.map(({ id }) => line(id, { label })) });
  await city.settleDown();
  const uses = async () =>
    (await civil.call(labelUses, {})).uses.filter((one) => one.label === label);
  const [first, ...rest] = people;
  if (first === undefined) throw new Error('nobody');
  for (let look = 0; look < 6; look += 1) await cardOf(first);
  const said = {
    ...{ week: '2026-03-02', organisationName: '云南中路居委会', role: 'committee_worker' },
    ...{ label, act: 'card', purpose: 'daily' },
  };
  expect(await uses()).toEqual([{ ...said, uses: null }]);
  for (const one of rest) await cardOf(one);
  expect(await uses()).toEqual([{ ...said, uses: 10 }]);
  const conditions: CrowdConditions = { role: 'lives', labels: [label] };
  expect((await min.call(listCrowdPeople, { conditions, limit: 2 })).total).toBe(5); // a list counts once, not each page
  expect(await uses()).toEqual([
    { ...said, uses: 10 },
    { ...said, act: 'crowd', uses: 1 },
  ]);
  expect((await disabled.call(labelUses, {})).uses).toEqual([]);
});

test('a label ends with its last day, and what nobody came for is gone', async () => {
  const put = await someone();
  const lines = [line(put.id, { until: '2026-03-03' }), line(strange(), { until: '2026-03-03' })];
  await civil.call(supplyLabels, { lines });
  await city.settleDown();
  city.clock.advance(2 * 86_400_000);
  expect(await codesOf(put)).toEqual(['needs_care']);
  await labelsAtNight(city.host);
  await city.settleDown();
  const ended = `select valid_to, ended_why from registry.label where code = 'low_income' and person = ${put.person}`;
  expect(await ofPerson(put.person, ended)).toEqual([{ valid_to: '2026-03-03', ended_why: null }]);
  expect(await ofPerson(put.person, presence(put))).toEqual([{ labels: ['needs_care'] }]);
  expect(await waiting()).toEqual([]);
});
