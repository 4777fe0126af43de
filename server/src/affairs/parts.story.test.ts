// SPDX-License-Identifier: Apache-2.0
// 一件事 of an item that a department decides: each office reads its part, asked by its own screen or in SQL; the whole is
// kept together by the centre that accepted it, and shown to no department.
import {
  askCorrection,
  getAffair,
  listAffairs,
  moveAffair,
  receiveApplication,
  supplementFor,
} from '@lilong/contracts/affair-work';
import { type AffairPage, getMine } from '@lilong/contracts/affairs';
import { moveTicket } from '@lilong/contracts/counters';
import { parseRef } from '@lilong/contracts/refs';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  at,
  bureau,
  codeOf,
  hall,
  type Offices,
  openOffices,
  visits,
} from '../../test/affairs-people.ts';
import type { Person } from '../../test/city.ts';

const health = '黄浦区卫生健康委员会（示例）';
let offices: Offices;
let doctor: Person;
let lin: Person;
let whole: AffairPage;
beforeAll(async () => {
  offices = await openOffices();
  const { city, gu, aResident } = offices;
  await city.asOwner(`update kernel.catalogue set body = jsonb_set(body || '{"decides": "department"}',
    '{department,office}', '"卫生健康委员会"') where kind = 'item' and key = 'S053'`);
  doctor = await city.person('田审核', { as: 'department_officer', organisation: health });
  const { who, put } = await aResident();
  lin = who;
  const ticket = await visits(offices, gu, put);
  const received = await gu.call(receiveApplication, {
    ...{ person: put.person, item: 'S053', deliverBy: 'window', onlyReceive: true },
    ...{ consent: { by: 'told' }, materials: onPaper('death', 'invoice') },
    questions: { relation: 'child', pension: 'resident', cremated: 'yes' },
    fields: {
      ...{ deceased: '某老人', deceased_id: '310101194001010000', died_on: '2026-02-20' },
      ...{ cremated_on: '2026-02-23', account: '6222000011112222' },
    },
  });
  const asked = await gu.call(askCorrection, {
    ...{ ...at(received), missing: ['kinship'], words: '要户口簿上那一页' },
  });
  const brought = { ...at(asked), materials: onPaper('kinship') };
  const back = await gu.call(supplementFor, brought);
  await gu.call(moveTicket, { ticket, move: 'done' });
  await gu.call(moveAffair, { ...at(back), move: 'accept' });
  await city.settleDown();
  whole = await lin.call(getMine, { ref: back.ref });
});
afterAll(() => offices.city.close());
const onPaper = (...keys: string[]) => keys.map((key) => ({ key, how: 'paper' as const }));

const partOf = (itemName: string) =>
  whole.parts.find((one) => one.itemName === itemName)?.ref ?? '';
const funeral = '基本殡葬费用减免';
const benefits = '遗属待遇/丧葬抚恤';

test('the centre keeps the whole together, and each part is decided by its own department', () => {
  expect(whole.decideName).toBe(hall);
  expect(whole.parts.map(({ itemName, decideName }) => [itemName, decideName])).toEqual([
    [benefits, health],
    [funeral, bureau],
    ['城乡居保注销登记', hall],
  ]);
});

test('a department reads its part: fields, questions, papers, consent and what was asked for, and nothing of another’s', async () => {
  const { civil } = offices;
  for (const who of [civil, doctor]) {
    expect(await codeOf(who.call(getAffair, { ref: whole.ref }))).toBe('found.nothing');
    const { affairs, total } = await who.call(listAffairs, {});
    expect([total, affairs.map(({ ref }) => ref)]).toEqual([
      1,
      [expect.not.stringMatching(whole.ref)],
    ]);
  }
  expect(await codeOf(civil.call(getAffair, { ref: partOf(benefits) }))).toBe('found.nothing');
  const part = await civil.call(getAffair, { ref: partOf(funeral) });
  expect(part.questions.map(({ ask }) => ask)).toEqual([
    '您是去世的人的什么人？', // nothing depends on it: it is about the whole
    '在本市火化了吗？',
  ]);
  expect(part.fields.map(({ key }) => key)).not.toContain('deceased_id');
  expect(part.materials.map(({ key }) => key)).toEqual(['identity', 'death', 'invoice']);
  expect(part.consent?.takes.map(({ key }) => key)).toEqual([
    'person.name',
    'person.id',
    'person.phone',
  ]);
  expect(part.correction).toBeNull();
  const other = await doctor.call(getAffair, { ref: partOf(benefits) });
  expect(other.questions.map(({ ask }) => ask)).not.toContain('在本市火化了吗？');
  expect(other.materials.map(({ key }) => key)).toEqual(['identity', 'death', 'kinship']);
  expect(other.correction).toMatchObject({
    ...{ missing: [{ key: 'kinship' }], words: '要户口簿上那一页' },
  });
});

test('the database says the same to the office of a part, whatever it is asked', async () => {
  const { city, gu } = offices;
  const asks = async (office: string) => {
    const { no } = await city.organisation(office);
    return city.db.kysely.transaction().execute(async (trx) => {
      await sql`select set_config('lilong.office', ${String(no)}, true)`.execute(trx);
      const all = async (what: string) =>
        (await sql<{ what: string }>`select ${sql.raw(what)} order by 1`.execute(trx)).rows.map(
          (row) => row.what,
        );
      return {
        items: await all('item as what from affairs.application'),
        papers: await all('material as what from affairs.paper'),
        steps: await all('did as what from affairs.paper_step'),
        takes: await all(`t->>'key' as what from affairs.consent, jsonb_array_elements(takes) t`),
      };
    });
  };
  expect(await asks(bureau)).toEqual({
    ...{ items: ['S024'], papers: ['death', 'invoice'], steps: ['brought', 'brought'] },
    takes: ['person.id', 'person.name', 'person.phone'],
  });
  expect(await asks(health)).toMatchObject({ items: ['S053'], papers: ['death', 'kinship'] });
  expect((await asks(hall)).items).toEqual(['S024', 'S052', 'S053', 'S053']);
  const key = parseRef('A', whole.ref);
  await expect(
    city.asOwner(`select set_config('lilong.affairs', '{[0,999999999999999]}', true);
      update affairs.application set decide_org = (select no from places.organisation where name = '${health}')
      where street = ${key?.street} and no = ${key?.no}`),
  ).rejects.toThrow(/application_whole_check/);
  expect((await gu.call(getAffair, { ref: whole.ref })).parts).toHaveLength(3);
});
