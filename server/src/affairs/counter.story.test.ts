// SPDX-License-Identifier: Apache-2.0
// A matter received at another street's counter, decided by a department; and the lists of an office.
import {
  askExtension,
  beginSpecial,
  counterForm,
  decideAffair,
  decideAffairExtension,
  deliverAffair,
  getAffair,
  giveMaterial,
  listAffairs,
  moveAffair,
  personAffairs,
  receiveApplication,
  resumeAffair,
} from '@lilong/contracts/affair-work';
import {
  getMine,
  listMine,
  startDraft,
  submitDraft,
  withdrawMine,
} from '@lilong/contracts/affairs';
import { moveTicket } from '@lilong/contracts/counters';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  at,
  bund,
  bureau,
  codeOf,
  hall,
  type Offices,
  openOffices,
  visits,
} from '../../test/affairs-people.ts';
import { refusal } from '../../test/refusal.ts';

let offices: Offices;
beforeAll(async () => {
  offices = await openOffices();
});
afterAll(() => offices.city.close());
const DAY = 86_400_000;

test('received at any counter, accepted where one lives, decided by the department: clocks stop, more days are approved', async () => {
  const { bai, aResident } = offices;
  const { who, put } = await aResident();
  const wanted = { person: put.person, item: 'S013' };
  const consent = { by: 'told' } as const;
  expect(await codeOf(bai.call(counterForm, wanted))).toBe('affairs.no-grant');
  expect(await codeOf(bai.call(receiveApplication, { ...wanted, consent }))).toBe(
    'affairs.no-grant',
  );
  const ticket = await visits(offices, bai, put);
  const form = await bai.call(counterForm, wanted);
  expect(form).toMatchObject({ acceptName: hall, decideName: bureau });
  await who.call(startDraft, { item: 'S013', questions: { now: 'home', again: 'no' } }); // begun at home
  expect((await bai.call(personAffairs, { person: put.person })).affairs).toMatchObject([
    { state: 'draft' },
  ]);
  const page = await bai.call(receiveApplication, {
    ...{ ...wanted, consent },
    fields: { contact: '儿子', mobility: 'help' },
    materials: [{ key: 'medical', how: 'paper' }],
  });
  expect(page).toMatchObject({
    state: 'received',
    mode: 'forwarded',
    acceptName: hall,
    channel: 'counter',
  });
  expect(page).toMatchObject({ receiveName: bund, custodianName: bund, deliverName: bund });
  expect(page.questions.map(({ says }) => says)).toEqual(['在家', '没有']);
  expect((await who.call(listMine, {})).affairs).toHaveLength(1); // the draft went into it
  expect((await bai.call(listAffairs, { tab: 'received' })).total).toBe(1);
  await bai.call(moveTicket, { ticket, move: 'done' }); // the visit is over
  expect(await codeOf(bai.call(counterForm, wanted))).toBe('affairs.no-grant');
  expect(await codeOf(bai.call(moveAffair, { ...at(page), move: 'accept' }))).toBe('auth.denied');
});

test('the department decides: the clock stops for a visit, more days are approved by somebody else, a refusal says why', async () => {
  const { city, gu, lu, bai, civil, head, aResident } = offices;
  const { put } = await aResident();
  await visits(offices, bai, put);
  const page = await bai.call(receiveApplication, {
    ...{ person: put.person, item: 'S013', questions: { now: 'home', again: 'no' } },
    ...{ consent: { by: 'told' }, fields: { contact: '女儿', mobility: 'bed' } },
    materials: [{ key: 'medical', how: 'paper' }],
  });
  const accepted = await gu.call(moveAffair, { ...at(page), move: 'accept' });
  expect(accepted.can).not.toHaveProperty('special');
  expect(await codeOf(gu.call(decideAffair, { ...at(accepted), decision: 'grant' }))).toBe(
    'auth.denied',
  );
  const reviewed = await civil.call(moveAffair, { ...at(accepted), move: 'begin' });
  const due = Date.parse(reviewed.dueAt ?? '');
  const visit = { ...at(reviewed), procedure: 'household_visit', reason: '要上门看看' } as const;
  const stopped = await civil.call(beginSpecial, visit);
  expect(stopped).toMatchObject({
    state: 'special',
    dueAt: null,
    pause: { procedure: 'household_visit' },
  });
  city.clock.advance(7 * DAY);
  const on = await civil.call(resumeAffair, { ...at(stopped), reason: '看过了，需要照护' });
  expect(Date.parse(on.dueAt ?? '')).toBe(due + 7 * DAY);
  const longer = await civil.call(askExtension, { ...at(on), reason: '等医院的材料' });
  expect(await codeOf(civil.call(askExtension, { ...at(longer), reason: '再等' }))).toBe(
    'affairs.extended',
  );
  expect(await codeOf(civil.call(decideAffairExtension, { ...at(longer), approve: true }))).toBe(
    'affairs.own-request',
  );
  expect((await head.call(listAffairs, { tab: 'longer' })).total).toBe(1);
  const extended = await head.call(decideAffairExtension, { ...at(longer), approve: true });
  expect(extended).toMatchObject({
    state: 'extended',
    extension: { state: 'granted', days: '10WD' },
  });
  expect(Date.parse(extended.dueAt ?? '')).toBeGreaterThan(due + 7 * DAY);
  const bare = { ...at(extended), decision: 'refuse', reason: '评估不到等级' } as const;
  expect((await refusal(civil.call(decideAffair, bare))).field).toBe('remedy');
  const refused = await civil.call(decideAffair, { ...bare, remedy: '六十日内可以申请行政复议' });
  expect(refused).toMatchObject({ state: 'refused', clock: 'delivery', deliverName: bund });
  const told = await bai.call(deliverAffair, { ...at(refused), by: 'window' });
  expect(told.state).toBe('delivered');
  expect((await lu.call(listAffairs, { tab: 'over' })).affairs.map(({ ref }) => ref)).toContain(
    page.ref,
  );
});

test('pages of a list are whole, in order, and counted; names and references find one', async () => {
  const { city, gu, aResident } = offices;
  const refs: string[] = [];
  for (let count = 0; count < 6; count++) {
    const { who } = await aResident();
    const draft = await who.call(startDraft, { item: 'S100' });
    refs.push((await who.call(submitDraft, at(draft))).ref);
    city.clock.advance(DAY);
  }
  const police = await city.person('公安办证', {
    as: 'department_officer',
    organisation: '黄浦区公安分局（示例）',
  });
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await gu.call(listAffairs, { item: 'S100', limit: 2, ...(after && { after }) });
    expect(page.total).toBe(6);
    seen.push(...page.affairs.map(({ ref }) => ref));
    after = page.next ?? undefined;
  } while (after !== undefined);
  expect(seen).toEqual(refs);
  expect((await gu.call(listAffairs, { q: refs[3] ?? '' })).affairs.map(({ ref }) => ref)).toEqual([
    refs[3],
  ]);
  expect((await gu.call(listAffairs, { q: 'mou', item: 'S100' })).total).toBe(6);
  expect((await police.call(listAffairs, {})).total).toBe(0); // nothing accepted yet
});

/** A death is told at the counter, with one paper. Resolves when its offices have their parts. */
async function aDeath(cremated: 'yes' | 'no') {
  const { city, gu, aResident } = offices;
  const { who, put } = await aResident();
  const ticket = await visits(offices, gu, put);
  const page = await gu.call(receiveApplication, {
    ...{ person: put.person, item: 'S053', deliverBy: 'window', consent: { by: 'told' } },
    questions: { relation: 'child', pension: 'resident', cremated },
    fields: {
      ...{ deceased: '某老人', deceased_id: '310101194001010000', died_on: '2026-02-20' },
      ...(cremated === 'yes' ? { cremated_on: '2026-02-23' } : {}),
      account: '6222000011112222',
    },
    materials: [{ key: 'death', how: 'paper' }],
  });
  expect(page).toMatchObject({ state: 'accepted', parts: [] });
  await gu.call(moveTicket, { ticket, move: 'done' });
  await city.settleDown();
  return { who, whole: await who.call(getMine, { ref: page.ref }) };
}

/** What is still owed is brought, and the part is granted. */
async function grantPart(ref: string): Promise<void> {
  const { gu } = offices;
  const own = await gu.call(getAffair, { ref });
  const lacks = own.materials.filter(({ how }) => how === 'later');
  const materials = lacks.map(({ key }) => ({ key, how: 'paper' as const }));
  const ready = lacks.length === 0 ? own : await gu.call(giveMaterial, { ...at(own), materials });
  await gu.call(decideAffair, { ...at(ready), decision: 'grant' });
}

test('一件事: one form handed in once; each office decides its part by its own clock, and sees no other’s', async () => {
  const { gu, civil } = offices;
  const { who, whole } = await aDeath('yes');
  expect(whole.parts.map(({ itemName, decideName }) => [itemName, decideName])).toEqual([
    ['遗属待遇/丧葬抚恤', hall],
    ['基本殡葬费用减免', bureau],
    ['城乡居保注销登记', hall],
  ]);
  const dues = whole.parts.map(({ dueAt }) => dueAt ?? '');
  expect(new Set(dues).size).toBeGreaterThan(1);
  expect(whole.dueAt).toBe(dues.sort().at(-1));
  expect((await who.call(listMine, {})).affairs).toHaveLength(1);
  // The whole is nobody's to decide, and a part is not withdrawn by itself.
  expect(await codeOf(gu.call(decideAffair, { ...at(whole), decision: 'grant' }))).toBe(
    'affairs.joint',
  );
  const part = await civil.call(getAffair, { ref: whole.parts[1]?.ref ?? '' });
  expect(part).toMatchObject({ joint: whole.ref, itemName: '基本殡葬费用减免' });
  const seen = part.fields.map(({ key }) => key);
  expect(seen).toContain('cremated_on');
  expect(seen).not.toContain('deceased_id'); // another office's
  expect(await codeOf(civil.call(getAffair, { ref: whole.ref }))).toBe('found.nothing');
  expect(await codeOf(who.call(withdrawMine, at(part)))).toBe('affairs.joint');
});

test('一件事 is decided when all its offices have, told in one notice, and delivered once', async () => {
  const { city, gu, civil } = offices;
  const { who, whole } = await aDeath('yes');
  const { ref } = whole;
  const part = await civil.call(getAffair, { ref: whole.parts[1]?.ref ?? '' });
  const why = { reason: '在外地火化', remedy: '六十日内可以申请行政复议' };
  await civil.call(decideAffair, { ...at(part), decision: 'refuse', ...why });
  for (const one of whole.parts.filter(({ decideName }) => decideName === hall))
    await grantPart(one.ref);
  await city.settleDown();
  const decided = await who.call(getMine, { ref });
  expect(decided).toMatchObject({ state: 'granted', decision: { outcome: 'granted' } });
  expect(decided.decision?.reason).toContain('基本殡葬费用减免：不予，在外地火化');
  await gu.call(deliverAffair, { ...at(await gu.call(getAffair, { ref })), by: 'window' });
  await city.settleDown();
  const over = await who.call(getMine, { ref });
  expect(over.state).toBe('delivered');
  expect(over.parts.map(({ state }) => state)).toEqual(Array(3).fill('delivered'));
});

test('一件事 withdrawn is withdrawn at every office', async () => {
  const { city } = offices;
  const { who, whole } = await aDeath('no');
  expect(whole.parts).toHaveLength(2);
  await who.call(withdrawMine, { ...at(whole), reason: '先不办了' });
  await city.settleDown();
  const over = await who.call(getMine, { ref: whole.ref });
  expect(over.parts.map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn']);
});
