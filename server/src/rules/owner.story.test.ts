// SPDX-License-Identifier: Apache-2.0
// 事项管理员: an office edits the matters of its own department, and nothing else of the catalogue; somebody else approves.
import { listItems } from '@lilong/contracts/affair-items';
import {
  type CatalogueRow,
  decideCatalogue,
  diffCatalogue,
  draftCatalogue,
  listCatalogue,
} from '@lilong/contracts/catalogue';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City, type Person } from '../../test/city.ts';
import { refusal } from '../../test/refusal.ts';

let city: City;
let su: Person; // owns the matters of civil affairs
let gu: Person; // system administrator
let shen: Person; // safety administrator
beforeAll(async () => {
  city = await aCity();
  const organisation = '上海市民政局（示例）';
  su = await city.person('苏事项', { as: 'item_owner', organisation });
  gu = await city.person('顾', { as: 'system_admin' });
  shen = await city.person('沈', { as: 'safety_admin' });
});
afterAll(() => city.close());

const OWN = 'S007'; // 临时救助, of civil affairs
const OTHERS = 'S064'; // 社保卡补换, of labour
const codeOf = async (asked: Promise<unknown>) => (await refusal(asked)).code;
const rowsOf = (who: Person, key: string) => who.call(listCatalogue, { kind: 'item', key });
const standing = async (key: string): Promise<CatalogueRow> => {
  const { rows } = await rowsOf(gu, key);
  const row = rows.find(({ status }) => status === 'approved');
  return row ?? expect.fail(`no ${key}`);
};
async function draftFor(key: string, change: object, as = key) {
  const { name, body, source } = await standing(key);
  const written = { ...body, ...change };
  return {
    kind: 'item' as const,
    key: as,
    name,
    source,
    effectiveFrom: '2026-03-09',
    body: written,
  };
}

test('an owner writes a version of a matter of the department; the safety administrator alone approves it', async () => {
  expect((await rowsOf(su, OWN)).mayDraft).toBe(true);
  const { no } = await su.call(draftCatalogue, await draftFor(OWN, { promised: '8WD' }));
  const { rows, waiting } = await rowsOf(su, OWN);
  expect(rows.map(({ status, authorName }) => [status, authorName])).toEqual([
    ['draft', '苏事项'],
    ['approved', null],
  ]);
  expect(waiting).toEqual([]);
  const { changes } = await su.call(diffCatalogue, { no });
  expect(changes).toContainEqual({ path: 'body.promised', before: '15WD', after: '8WD' });
  expect(await codeOf(su.call(decideCatalogue, { no, approve: true }))).toBe('auth.denied');
  expect(await codeOf(gu.call(decideCatalogue, { no, approve: true }))).toBe('auth.denied');
  await shen.call(decideCatalogue, { no, approve: true });
  expect((await rowsOf(su, OWN)).rows[0]).toMatchObject({ status: 'approved', approverName: '沈' });
});

test('nothing of another department, nothing but matters, no new one, and none is moved elsewhere', async () => {
  expect((await rowsOf(su, OTHERS)).mayDraft).toBe(false);
  expect((await su.call(listCatalogue, { kind: 'item' })).mayDraft).toBe(false);
  const { department } = (await standing(OTHERS)).body;
  const setting = {
    ...{ kind: 'setting' as const, key: 'similar_hours', name: '时间', source: '示例' },
    ...{ body: { value: 1, unit: 'h' }, effectiveFrom: '2026-03-09' },
  };
  for (const draft of [
    await draftFor(OTHERS, { promised: '3WD' }),
    await draftFor(OWN, { promised: '3WD' }, 'S999'),
    await draftFor(OWN, { department }),
    setting,
  ])
    expect(await codeOf(su.call(draftCatalogue, draft))).toBe('auth.denied');
  const { no } = await gu.call(draftCatalogue, await draftFor(OTHERS, { promised: '3WD' }));
  expect((await rowsOf(su, OTHERS)).rows.map(({ status }) => status)).toEqual(['approved']);
  expect(await codeOf(su.call(diffCatalogue, { no }))).toBe('auth.denied');
});

test('matters hold everywhere, so the owner is of the office that acts for everything, not of a district', async () => {
  const district = await city.person('区事项', {
    ...{ as: 'item_owner', organisation: '黄浦区民政局（示例）' },
  } as const);
  expect((await rowsOf(district, OWN)).mayDraft).toBe(false);
  const draft = await draftFor(OWN, { promised: '3WD' });
  expect(await codeOf(district.call(draftCatalogue, draft))).toBe('auth.denied');
});

test('one finds the matters of one’s department', async () => {
  const { items, all } = await su.call(listItems, { mine: true });
  expect(new Set(items.map(({ department }) => department.key))).toEqual(new Set(['civil']));
  expect(items.length).toBeGreaterThan(20);
  expect(all).toBeGreaterThan(items.length);
  expect((await city.anyone().call(listItems, { mine: true })).items).toEqual([]);
});

test('the database says it too', async () => {
  const insert = (author: number | null, key: string, body: object, status = 'draft') =>
    city.host.db.run(`insert into kernel.catalogue (kind, key, name, body, effective_from, source, status, author, at)
      values ('item', '${key}', '示例', '${JSON.stringify(body)}', '2099-01-01', '示例', '${status}', ${author}, now())`);
  const [own, others] = [(await standing(OWN)).body, (await standing(OTHERS)).body];
  const wrong = /row-level security/;
  await expect(insert(su.account, OTHERS, others)).rejects.toThrow(wrong);
  await expect(insert(su.account, OWN, { ...own, department: others.department })).rejects.toThrow(
    wrong,
  );
  await expect(insert(su.account, OWN, own, 'approved')).rejects.toThrow(wrong);
  await expect(insert(shen.account, OWN, own)).rejects.toThrow(wrong);
  await expect(insert(null, OWN, own, 'approved')).rejects.toThrow(wrong);
  await insert(su.account, OWN, own);
  const approve = (who: number) =>
    city.host.db.run(`update kernel.catalogue set status = 'approved', approver = ${who}
      where key = '${OWN}' and effective_from = '2099-01-01'`);
  await expect(approve(gu.account)).rejects.toThrow(wrong);
  await approve(shen.account);
});
