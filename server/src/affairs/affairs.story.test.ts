// SPDX-License-Identifier: Apache-2.0
// A matter from home: found, filled, kept half-way, handed in; accepted, asked about once, decided by rule, delivered.
import { itemCard, listItems } from '@lilong/contracts/affair-items';
import {
  askCorrection,
  countAffairs,
  decideAffair,
  deliverAffair,
  getAffair,
  giveMaterial,
  listAffairs,
  moveAffair,
  refuseReceipt,
} from '@lilong/contracts/affair-work';
import {
  discardDraft,
  getMine,
  listMine,
  myForm,
  saveDraft,
  startDraft,
  submitDraft,
  supplementMine,
  withdrawMine,
} from '@lilong/contracts/affairs';
import { ownLooks } from '@lilong/contracts/registry-own';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { at, codeOf, hall, type Offices, openOffices } from '../../test/affairs-people.ts';
import type { Person } from '../../test/city.ts';
import { refusal } from '../../test/refusal.ts';
import { archiveOver, deemAccepted } from './on.ts';

let offices: Offices;
beforeAll(async () => {
  offices = await openOffices();
});
afterAll(() => offices.city.close());
const DAY = 86_400_000;
const rent = { questions: { home: 'rent' }, fields: { arrived_on: '2026-02-20', reason: 'work' } };

test('what one can apply for is found in one’s own words, by pinyin, event and department', async () => {
  const { city } = offices;
  const anyone = city.anyone();
  const all = await anyone.call(listItems, {});
  expect(all).toMatchObject({ all: 178, items: expect.any(Array) });
  expect(all.departments).toHaveLength(12);
  expect(all.fromHome).toBe(all.items.filter((one) => one.fromHome).length);
  const first = async (q: string) => (await anyone.call(listItems, { q })).items[0]?.name;
  expect(await first('敬老卡')).toBe('敬老卡申领');
  expect(await first('jinglao')).toBe('敬老卡申领');
  expect(await first('jzzs')).toMatch(/^居住证/);
  expect(await first('我妈的社保卡丢了怎么办')).toBe('社保卡补换');
  expect(await first('senior card')).toBe('敬老卡申领');
  expect((await anyone.call(listItems, { q: 'zzzzz' })).items).toEqual([]);
  const { items } = await anyone.call(listItems, { event: 'newcomer' });
  expect(items.map(({ department }) => department.key)).toEqual(Array(8).fill('police'));
  const card = await anyone.call(itemCard, { item: 'S097' });
  expect(card).toMatchObject({
    complete: true,
    mode: 'forwarded',
    decides: 'centre',
    code: { invented: true },
  });
  expect(card.source).toContain('示例');
  expect((await refusal(anyone.call(itemCard, { item: 'S999' }))).status).toBe(404);
});

test('at home nothing known is asked; half-way kept, gone on with elsewhere, handed in, decided, delivered', async () => {
  const { city, gu, aResident } = offices;
  const stranger = await city.resident('没绑定的');
  expect(await codeOf(stranger.call(myForm, { item: 'S097' }))).toBe('registry.not-bound');
  const { who, put } = await aResident();
  const form = await who.call(myForm, { item: 'S097' });
  const asked = form.fields.filter(({ held }) => held === null).map(({ key }) => key);
  expect(form.fields.slice(0, 3).map(({ key }) => key)).toEqual(['name', 'id', 'sex']); // as the item orders them
  expect(asked).not.toContain('name');
  expect(form.fields.find(({ key }) => key === 'door')?.held?.says).toBe(put.door);
  expect(JSON.stringify(form)).not.toContain(put.phone);
  expect(JSON.stringify(form)).not.toContain(put.id);
  expect(form).toMatchObject({ acceptName: hall, decideName: hall, running: null });
  const draft = await who.call(startDraft, { item: 'S097', questions: { home: 'rent' } });
  expect(draft).toMatchObject({ state: 'draft', can: { save: true, submit: true, discard: true } });
  expect(await codeOf(who.call(startDraft, { item: 'S097' }))).toBe('affairs.there');
  const held = { ...at(draft), fields: { name: '别的名字' } };
  expect(await codeOf(who.call(saveDraft, held))).toBe('affairs.held');
  const half = await who.call(saveDraft, { ...at(draft), fields: { arrived_on: '2026-02-20' } });
  expect(await codeOf(who.call(saveDraft, { ...at(draft), fields: {} }))).toBe('affairs.changed');
  const again = await who.call(getMine, { ref: draft.ref });
  expect(again.answers).toMatchObject({
    questions: { home: 'rent' },
    fields: { arrived_on: '2026-02-20' },
  });
  expect(await codeOf(who.call(submitDraft, at(half)))).toBe('affairs.field');
  expect((await gu.call(listAffairs, { tab: 'incoming' })).total).toBe(0);
  expect((await refusal(gu.call(getAffair, { ref: draft.ref }))).status).toBe(404);
  const sent = await who.call(submitDraft, { ...at(half), ...rent, deliverBy: 'phone' });
  expect(sent).toMatchObject({ state: 'applied', clock: 'receipt', can: { withdraw: true } });
  expect(sent.materials).toContainEqual(expect.objectContaining({ key: 'identity', how: 'held' }));
  expect(sent.dueAt).toBe('2026-03-09T16:00:00.000Z'); // five working days from Monday
  expect((await who.call(withdrawMine, at(sent))).state).toBe('withdrawn');
});

/** Somebody has moved in, and has handed it in from home. */
async function movedIn() {
  const { aResident } = offices;
  const { who, put } = await aResident();
  const draft = await who.call(startDraft, { item: 'S097', ...rent });
  return { who, put, sent: await who.call(submitDraft, { ...at(draft), deliverBy: 'phone' }) };
}

test('begun on two phones at the same moment it is one: the other is told which', async () => {
  const { who } = await offices.aResident();
  const begun = await Promise.allSettled(
    Array.from({ length: 6 }, () => who.call(startDraft, { item: 'S145' })),
  );
  expect(begun.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const lost = begun.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  const codes = await Promise.all(lost.map((why) => codeOf(Promise.reject(why))));
  expect(codes).toEqual(Array(5).fill('affairs.there'));
  expect((await who.call(listMine, {})).affairs).toHaveLength(1);
});

test('the office of the street finds it, and no other; decides when all is there, and delivers', async () => {
  const { city, gu, bai } = offices;
  const before = (await gu.call(listAffairs, {})).total;
  const { who, put, sent } = await movedIn();
  const { affairs, total } = await gu.call(listAffairs, {});
  const [last] = affairs.slice(-1);
  expect([total, last?.ref, last?.name]).toEqual([before + 1, sent.ref, put.name]);
  expect(await bai.call(listAffairs, {})).toMatchObject({ affairs: [], total: 0 });
  expect((await refusal(bai.call(getAffair, { ref: sent.ref }))).status).toBe(404);
  const read = await gu.call(getAffair, { ref: sent.ref });
  expect(read.can).toMatchObject({ accept: true, ask: true, refuse_receipt: true });
  expect(JSON.stringify(read)).not.toContain(put.id);
  const accepted = await gu.call(moveAffair, { ...at(read), move: 'accept' });
  expect(accepted).toMatchObject({ state: 'accepted', clock: 'promise' });
  expect(await codeOf(gu.call(decideAffair, { ...at(accepted), decision: 'grant' }))).toBe(
    'affairs.later',
  );
  const given = await gu.call(giveMaterial, {
    ...at(accepted),
    materials: [{ key: 'lease', how: 'paper' }],
  });
  const granted = await gu.call(decideAffair, { ...at(given), decision: 'grant' });
  expect(granted).toMatchObject({
    state: 'granted',
    clock: 'delivery',
    decision: { result: '居住登记凭证' },
  });
  const done = await gu.call(deliverAffair, { ...at(granted), by: 'phone' });
  expect(done).toMatchObject({ state: 'delivered', clock: 'none', delivery: { by: 'phone' } });
  const told = await who.call(getMine, { ref: sent.ref });
  expect(told.timeline.map(({ did }) => did)).toEqual([
    ...['started', 'submit', 'accept', 'given', 'grant', 'deliver'],
  ]);
  expect(told.timeline[2]).toMatchObject({
    roleName: '综合窗口',
    organisationName: hall,
    law: 'xk32',
  });
  expect(JSON.stringify(told)).not.toContain('顾窗口');
  const { looks } = await who.call(ownLooks, {});
  expect(looks.some(({ purpose }) => purpose === '办理申请')).toBe(true);
  const rows = await city.asOwner(`select sealed from affairs.application`);
  expect(Buffer.from(rows[0]?.sealed as Uint8Array).toString()).not.toContain('2026-02-20');
});

test('all that is missing is asked once; brought in place; what nobody answers in five days is accepted', async () => {
  const { city, gu, bai, aResident } = offices;
  const { who } = await aResident();
  const other = await aResident();
  const draft = await who.call(startDraft, { item: 'S073' });
  const sent = await who.call(submitDraft, at(draft));
  const read = await gu.call(getAffair, { ref: sent.ref });
  const wrong = { ...at(read), missing: ['identity'] };
  expect(await codeOf(gu.call(askCorrection, wrong))).toBe('affairs.not-missing');
  const asked = await gu.call(askCorrection, {
    ...at(read),
    missing: ['proof'],
    words: '请补发票',
  });
  expect(asked).toMatchObject({ state: 'correction', clock: 'stopped', dueAt: null });
  expect((await gu.call(countAffairs, {})).counts).toMatchObject({ waiting: 1, incoming: 0 });
  const mine = await who.call(getMine, { ref: sent.ref });
  expect(mine.correction).toMatchObject({ words: '请补发票', missing: [{ key: 'proof' }] });
  expect(await codeOf(who.call(supplementMine, { ...at(mine), materials: [] }))).toBe(
    'affairs.material',
  );
  expect((await refusal(other.who.call(getMine, { ref: sent.ref }))).status).toBe(404);
  expect((await refusal(other.who.call(withdrawMine, at(mine)))).status).toBe(404);
  const file = await upload(who);
  const back = await who.call(supplementMine, {
    ...{ ...at(mine), materials: [{ key: 'proof', how: 'file', files: [file] }] },
  });
  expect(back).toMatchObject({ state: 'received', clock: 'receipt' });
  expect(await codeOf(gu.call(askCorrection, { ...at(back), missing: ['proof'] }))).toBe(
    'affairs.asked-once',
  );
  expect(await sees(gu, file)).toBe(true);
  expect([await sees(bai, file), await sees(other.who, file)]).toEqual([false, false]);
  city.clock.advance(9 * DAY);
  const late = { ...at(back), reason: '不符合', remedy: '可以申请行政复议' };
  expect(await codeOf(gu.call(refuseReceipt, late))).toBe('affairs.too-late');
  expect((await gu.call(listAffairs, { tab: 'late' })).affairs.map(({ ref }) => ref)).toContain(
    sent.ref,
  );
  await deemAccepted(city.host);
  const deemed = await gu.call(getAffair, { ref: sent.ref });
  expect(deemed).toMatchObject({ state: 'accepted', deemed: true });
  expect(deemed.acceptedAt).toBe(back.timeline.at(-1)?.at);
  const gone = await who.call(withdrawMine, { ...at(await who.call(getMine, { ref: sent.ref })) });
  expect(gone).toMatchObject({ state: 'withdrawn', clock: 'none', can: {} });
  city.clock.advance(40 * DAY);
  await archiveOver(city.host);
  expect((await who.call(getMine, { ref: sent.ref })).state).toBe('archived');
});

test('what a rule can decide is decided at once; what it cannot, somebody reviews', async () => {
  const { gu, aResident } = offices;
  const old = await aResident('1950-05-06');
  const young = await aResident('1990-05-06');
  const told = {
    questions: { who: 'self' },
    fields: { account: 'senior' },
    deliverBy: 'phone',
  } as const;
  for (const { who } of [old, young]) await who.call(startDraft, { item: 'S011' });
  const send = async ({ who }: typeof old) => {
    const [line] = (await who.call(listMine, {})).affairs;
    return who.call(submitDraft, { ref: line?.ref ?? '', version: line?.version ?? 0, ...told });
  };
  const granted = await send(old);
  expect(granted).toMatchObject({ state: 'delivered', decision: { outcome: 'granted' } });
  expect(granted.timeline.slice(-3).map(({ did, roleName }) => [did, roleName])).toEqual([
    ...[
      ['accept', '系统'],
      ['grant', '系统'],
      ['deliver', '系统'],
    ],
  ]);
  const waits = await send(young);
  expect(waits).toMatchObject({ state: 'applied', decision: null });
  const refused = { ...at(waits), reason: '还没有到 65 周岁', remedy: '可以申请行政复议' };
  expect(await gu.call(refuseReceipt, refused)).toMatchObject({ state: 'not_accepted' });
  expect((await young.who.call(getMine, { ref: waits.ref })).decision).toMatchObject({
    ...{ outcome: 'not_accepted', reason: '还没有到 65 周岁', remedy: '可以申请行政复议' },
  });
  const draft = await young.who.call(startDraft, { item: 'S085' });
  await young.who.call(discardDraft, at(draft));
  expect((await young.who.call(listMine, {})).affairs).toHaveLength(1);
});

const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const upload = (who: Person): Promise<number> =>
  who.upload('photo', Buffer.from(onePixel, 'base64'), 'image/png');
const sees = async (who: Person, file: number): Promise<boolean> =>
  (await who.fetch({ method: 'GET', url: `/api/files/${file}` })).statusCode === 200;
