// SPDX-License-Identifier: Apache-2.0
// 受理凭证: printed at the window after each answer, read at home, followed by whoever holds it; over, it opens nothing.
import {
  followReceipt,
  printMyReceipt,
  printReceipt,
  type Receipt,
} from '@lilong/contracts/affair-receipts';
import {
  askCorrection,
  decideAffair,
  deliverAffair,
  giveMaterial,
  moveAffair,
  refuseReceipt,
} from '@lilong/contracts/affair-work';
import { startDraft, submitDraft } from '@lilong/contracts/affairs';
import { ownLooks } from '@lilong/contracts/registry-own';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { at, codeOf, hall, type Offices, openOffices } from '../../test/affairs-people.ts';
import { refusal } from '../../test/refusal.ts';
import { forgetReceipts } from './on.ts';

let offices: Offices;
beforeAll(async () => {
  offices = await openOffices();
});
afterAll(() => offices.city.close());
const DAY = 86_400_000;
const remedy = '六十日内可以向区政府申请行政复议';

/** Handed in from home: 来沪人员居住登记 with its lease to follow, or a matter that lacks a proof. */
async function handedIn(item: 'S097' | 'S073') {
  const { who, put } = await offices.aResident();
  const rent = {
    questions: { home: 'rent' },
    fields: { arrived_on: '2026-02-20', reason: 'work' },
  };
  const draft = await who.call(startDraft, { item, ...(item === 'S097' ? rent : {}) });
  const sent = await who.call(submitDraft, { ...at(draft), deliverBy: 'phone' });
  return { who, put, draft, sent };
}
const keptSheets = async () =>
  (
    await offices.city.asOwner(`select set_config('lilong.whole', 'backup', true);
      select digest, organisation from affairs.receipt`)
  ).slice(1);
const tokenOf = ({ url }: Pick<Receipt, 'url'>): string => url.split('#')[1] ?? '';

test('after each answer one sheet says it all; whoever holds it reads state and days, and nobody’s name', async () => {
  const { city, gu, bai } = offices;
  const { who, put, sent } = await handedIn('S097');
  const { ref } = sent;
  const first = await who.call(printMyReceipt, { ref });
  expect(first).toMatchObject({ kind: 'received', ref, name: put.name, receiveName: null });
  const accepted = await gu.call(moveAffair, { ...at(sent), move: 'accept' });
  expect((await refusal(bai.call(printReceipt, { ref }))).status).toBe(404);
  const sheet = await gu.call(printReceipt, { ref });
  expect(sheet).toMatchObject({ kind: 'accepted', acceptName: hall, dueAt: accepted.dueAt });
  expect(sheet.materials).toContainEqual(expect.objectContaining({ key: 'lease', how: 'later' }));
  expect(sheet.contact.where).not.toBe('');
  expect(JSON.stringify(sheet)).not.toContain(put.id);
  const anyone = city.anyone();
  const followed = await anyone.call(followReceipt, { token: tokenOf(sheet) });
  expect(followed).toMatchObject({ ref, state: 'accepted', dueAt: accepted.dueAt });
  expect(followed.timeline.map(({ did }) => did)).toEqual(['started', 'submit', 'accept']);
  for (const secret of [put.name, put.id, '顾窗口', '2026-02-20'])
    expect(JSON.stringify(followed)).not.toContain(secret);
  expect((await anyone.call(followReceipt, { token: tokenOf(first) })).ref).toBe(ref); // both sheets open it
  const { looks } = await who.call(ownLooks, {});
  expect(looks.some(({ purpose }) => purpose === '办理申请')).toBe(true);
  const kept = await keptSheets();
  expect(kept).toHaveLength(2);
  expect(JSON.stringify(kept)).not.toContain(tokenOf(sheet));
  const lease = { materials: [{ key: 'lease', how: 'paper' as const }] };
  const given = await gu.call(giveMaterial, { ...at(accepted), ...lease });
  const granted = await gu.call(decideAffair, { ...at(given), decision: 'grant' });
  await gu.call(deliverAffair, { ...at(granted), by: 'phone' });
  const decided = await who.call(printMyReceipt, { ref });
  expect(decided).toMatchObject({ kind: 'over', decideName: hall });
  expect(decided.document).toMatchObject({ title: '准予决定书', result: decided.decision?.result });
  expect(sheet.document).toBeNull();
  city.clock.advance(60 * DAY);
  expect((await anyone.call(followReceipt, { token: tokenOf(sheet) })).state).toBe('delivered');
  city.clock.advance(31 * DAY);
  expect(await codeOf(anyone.call(followReceipt, { token: tokenOf(sheet) }))).toBe('found.nothing');
  await forgetReceipts(city.host);
  expect(await keptSheets()).toEqual([]);
});

test('what is missing stands on it all at once; a refusal with what one can do; a draft has none, and guesses are few', async () => {
  const { city, gu, aResident } = offices;
  const { who, sent } = await handedIn('S073');
  await gu.call(askCorrection, { ...at(sent), missing: ['proof'], words: '请补发票' });
  const asked = await gu.call(printReceipt, { ref: sent.ref });
  expect(asked).toMatchObject({
    kind: 'correction',
    correction: { words: '请补发票', missing: [{ key: 'proof' }] },
  });
  const anyone = city.anyone();
  const followed = await anyone.call(followReceipt, { token: tokenOf(asked) });
  expect(followed.askedUntil).toBe(asked.correction?.until);
  expect(JSON.stringify(followed)).not.toContain('发票');
  const other = await aResident();
  expect((await refusal(other.who.call(printMyReceipt, { ref: sent.ref }))).status).toBe(404);
  const second = await handedIn('S073');
  const why = { reason: '不属于本区受理', remedy };
  const refused = await gu.call(refuseReceipt, { ...at(second.sent), ...why });
  expect(refused.state).toBe('not_accepted');
  const sheet = await gu.call(printReceipt, { ref: refused.ref });
  expect(sheet).toMatchObject({ kind: 'not_accepted', decision: { remedy } });
  const draft = await who.call(startDraft, { item: 'S145' });
  expect(await codeOf(who.call(printMyReceipt, { ref: draft.ref }))).toBe('affairs.wrong-state');
  const guess = (nth: number) =>
    anyone.call(followReceipt, { token: `guess-${nth}`.padEnd(22, 'x') });
  const codes = new Set<string | undefined>();
  for (let nth = 0; nth < 130; nth++) codes.add(await codeOf(guess(nth)));
  expect([...codes]).toEqual(['found.nothing', 'auth.too-many']);
});
