// SPDX-License-Identifier: Apache-2.0
// A matter is edited: what is wrong is said at its field, somebody else approves it, and what runs keeps its version.
import { itemCard } from '@lilong/contracts/affair-items';
import { getMine, startDraft, submitDraft } from '@lilong/contracts/affairs';
import { decideCatalogue, draftCatalogue, listCatalogue } from '@lilong/contracts/catalogue';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeOf, type Offices, openOffices } from '../../test/affairs-people.ts';
import { refusal } from '../../test/refusal.ts';

let offices: Offices;
beforeAll(async () => {
  offices = await openOffices();
});
afterAll(() => offices.city.close());
const DAY = 86_400_000;

test('a fault of a matter is told at its field; approved by somebody else it holds from its day, and what runs keeps its own', async () => {
  const { city, civil, aResident } = offices;
  const admin = await city.person('系统管理', { as: 'system_admin' });
  const safety = await city.person('安全管理', { as: 'safety_admin' });
  const { who } = await aResident();
  const running = await who.call(startDraft, { item: 'S064' });
  const [row] = (await admin.call(listCatalogue, { kind: 'item', key: 'S064' })).rows;
  const { name, source, body } = row as NonNullable<typeof row>;
  const tomorrow = new Date(city.clock().getTime() + 2 * DAY).toISOString().slice(0, 10);
  const draft = (change: object) => ({
    ...{ kind: 'item' as const, key: 'S064', name, source, effectiveFrom: tomorrow },
    body: { ...body, ...change },
  });
  const fieldOf = async (change: object) =>
    (await refusal(admin.call(draftCatalogue, draft(change)))).field;
  expect(await fieldOf({ promised: '40WD' })).toBe('body.promised');
  expect(await fieldOf({ conditions: [{ text: '' }] })).toBe('body.conditions.0.text');
  expect(await fieldOf({ visits: 1 })).toBe('body.visitsWhy');
  expect(await fieldOf({ rule: [{ element: 'person.age' }] })).toBe('body.rule.0');
  const refused = (text: string) => ({ documents: { refused: { title: '不予决定书', text } } });
  const told = '【申请人】：“【事项】”不予办理。理由：【理由】';
  expect(await fieldOf(refused(told))).toBe('body.documents.refused.text'); // not what one can do
  expect(await fieldOf(refused(`${told}【救济】【谁】`))).toBe('body.documents.refused.text');
  const promised = { promised: '3WD', ...refused(`${told}\n您可以：【救济】`) };
  const { no } = await admin.call(draftCatalogue, draft(promised));
  expect(await codeOf(civil.call(draftCatalogue, draft({})))).toBe('auth.denied');
  expect(await codeOf(admin.call(decideCatalogue, { no, approve: true }))).toBe('auth.denied');
  await safety.call(decideCatalogue, { no, approve: true });
  const card = () => city.anyone().call(itemCard, { item: 'S064' });
  expect((await card()).promised).toBe('5WD');
  city.clock.advance(3 * DAY);
  expect((await card()).promised).toBe('3WD');
  expect((await who.call(getMine, { ref: running.ref })).promised).toBe('5WD');
});

test('what was begun is handed in by its version, also when two newer ones of one day took its place; a matter that is over is not', async () => {
  const { city, aResident } = offices;
  const admin = await city.person('系统管理二', { as: 'system_admin' });
  const safety = await city.person('安全管理二', { as: 'safety_admin' });
  const day = city.clock().toISOString().slice(0, 10);
  const [row] = (await admin.call(listCatalogue, { kind: 'item', key: 'S007' })).rows;
  const { name, source, body } = row as NonNullable<typeof row>;
  const change = async (promised: string, effectiveFrom: string, effectiveTo?: string) => {
    const draft = { kind: 'item' as const, key: 'S007', name, source, effectiveFrom };
    const last = effectiveTo === undefined ? {} : { effectiveTo };
    const written = { ...draft, ...last, body: { ...body, promised } };
    const { no } = await admin.call(draftCatalogue, written);
    await safety.call(decideCatalogue, { no, approve: true });
  };
  const [one, two, three] = [await aResident(), await aResident(), await aResident()];
  const begin = ({ who }: typeof one) => who.call(startDraft, { item: 'S007' });
  const handIn = async ({ who }: typeof one, { ref, version }: Awaited<ReturnType<typeof begin>>) =>
    (await who.call(submitDraft, { ref, version })).promised;

  const first = await begin(one);
  await change('8WD', day);
  const second = await begin(two);
  await change('9WD', day, day);
  const third = await begin(three);
  expect([first.promised, second.promised, third.promised]).toEqual(['15WD', '8WD', '9WD']);
  expect(await handIn(one, first)).toBe('15WD');
  expect(await handIn(two, second)).toBe('8WD');
  city.clock.advance(2 * DAY); // it was the last day
  expect(await codeOf(handIn(three, third))).toBe('affairs.item-over');
});
