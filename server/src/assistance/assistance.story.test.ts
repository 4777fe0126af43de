// SPDX-License-Identifier: Apache-2.0
// 低保 from end to end: applied for, agreed to, asked about, visited, posted, decided, paid, looked at again.

import { decideAffair, getAffair, moveAffair } from '@lilong/contracts/affair-work';
import { getMine, startDraft, submitDraft } from '@lilong/contracts/affairs';
import * as mine from '@lilong/contracts/assistance';
import { inquirySources } from '@lilong/contracts/assistance';
import type { AssistancePage } from '@lilong/contracts/assistance-work';
import * as work from '@lilong/contracts/assistance-work';
import { issuedCertificates } from '@lilong/contracts/certificates';
import { ownData } from '@lilong/contracts/registry-own';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeOf, type Offices, openOffices } from '../../test/affairs-people.ts';
import type { Person } from '../../test/city.ts';
import { refusal } from '../../test/refusal.ts';
import type { Put } from '../../test/registry-people.ts';
import { collectAnswers, findWhoIsDue, takeDownNotices } from './on.ts';

let offices: Offices;
beforeAll(async () => {
  offices = await openOffices();
});
afterAll(() => offices.city.close());
const DAY = 86_400_000;
const sources = [...inquirySources];
const findings = {
  lives: 'as_told',
  people: 'as_told',
  home: 'as_told',
  things: 'as_told',
  income: 'as_told',
  health: 'not_seen',
} as const;
const remedy = '六十日内可以申请行政复议，六个月内可以提起行政诉讼。';
const at = ({ ref, version }: AssistancePage) => ({ ref, version });

/** Hands in the application; the office accepts it. */
async function applied(who: Person, { odd = 300, medical = 0 } = {}) {
  const fields = { odd_income: odd, support_income: 0, medical, education: 0 };
  const draft = await who.call(startDraft, { item: 'S001', questions: { why: 'income' }, fields });
  const sent = await who.call(submitDraft, {
    ref: draft.ref,
    version: draft.version,
    deliverBy: 'phone',
  });
  await offices.gu.call(moveAffair, { ref: sent.ref, version: sent.version, move: 'accept' });
  await offices.city.settleDown();
  return sent.ref;
}

/** Somebody else joins the household of the first. */
const joins = ({ person }: Put, { person: other }: Put) =>
  offices.city.asOwner(`
    select set_config('lilong.ranges', '{[310101002000000,310101002999999]}', true);
    update registry.presence p set home = h.home, household = h.household, relation = '10'
      from registry.presence h where h.person = ${person} and p.person = ${other};`);

/** Every source that waits answers that it has nothing, but for what is given. */
async function allAnswered(ref: string, incomeFen: number): Promise<AssistancePage> {
  const { gu } = offices;
  let page = await gu.call(work.getAssistance, { ref });
  for (const { no, source, state } of page.inquiries ?? []) {
    if (state !== 'asked') continue;
    const first =
      source === 'tax' && (page.inquiries ?? []).find((one) => one.source === 'tax')?.no === no;
    const answer = first
      ? { state: 'found' as const, answer: { incomeFen } }
      : { state: 'none' as const };
    page = await gu.call(work.writeAnswer, { ...at(page), inquiry: no, ...answer, reason: '来函' });
  }
  return page;
}

/** Up to the day on which it can be decided. */
async function verified(ref: string, incomeFen: number): Promise<AssistancePage> {
  const { gu, city } = offices;
  const begun = await gu.call(work.getAssistance, { ref });
  await gu.call(work.beginInquiry, { ...at(begun), reason: '按规定核对经济状况' });
  const answered = await allAnswered(ref, incomeFen);
  const came = await gu.call(work.recordVisit, {
    ...at(answered),
    withName: '吴干部',
    findings,
    signedBy: '本人',
    files: [],
  });
  if (came.reckoning?.category === null) return came;
  await gu.call(work.beginNotice, { ...at(came), reason: '在居委会公示七天' });
  city.clock.advance(8 * DAY);
  await takeDownNotices(city.host);
  return gu.call(work.getAssistance, { ref });
}

type Resident = Awaited<ReturnType<Offices['aResident']>>;
/** The household of the first five tests, which go on from one another. */
let ref: string;
let one: Resident;
let two: Resident;

test('the household is taken over from the registry, and every adult agrees or takes it back', async () => {
  const { gu, bai, aResident } = offices;
  [one, two] = [await aResident(), await aResident()];
  await joins(one.put, two.put);
  ref = await applied(one.who);
  const { version } = await gu.call(getAffair, { ref });
  expect(await codeOf(gu.call(decideAffair, { ref, version, decision: 'grant' }))).toBe(
    'affairs.elsewhere',
  );
  const begun = await gu.call(work.getAssistance, { ref });
  expect(begun).toMatchObject({ stage: 'authorise', can: { paper: true }, inquiries: [] });
  expect(begun.people.map(({ name }) => name)).toEqual([one.put.name, two.put.name]);
  expect(await codeOf(gu.call(work.beginInquiry, { ...at(begun), reason: '核对' }))).toBe(
    'assistance.stage',
  );
  expect((await refusal(bai.call(work.getAssistance, { ref }))).status).toBe(404);

  const [shown] = (await two.who.call(mine.myAssistance, {})).matters;
  expect(shown).toMatchObject({ ref, applicant: false, can: { authorise: true } });
  expect(shown?.people[0]?.name).not.toBe(one.put.name);
  for (const { who } of [one, two]) await who.call(mine.authoriseInquiry, { ref, sources });
  expect(await codeOf(one.who.call(mine.authoriseInquiry, { ref, sources }))).toBe(
    'assistance.authorised',
  );
  await two.who.call(mine.takeBackInquiry, { ref });
  expect((await gu.call(work.getAssistance, { ref })).stage).toBe('authorise');
  await two.who.call(mine.authoriseInquiry, { ref, sources });
});

test('sources are asked while the clock stands still for a reason; what they answer is reckoned', async () => {
  const { city, gu } = offices;
  const agreed = await gu.call(work.getAssistance, { ref });
  const asked = await gu.call(work.beginInquiry, { ...at(agreed), reason: '按规定核对经济状况' });
  expect(asked).toMatchObject({
    stage: 'inquire',
    asked: 2 * sources.length,
    answered: 0,
    reckoning: null,
  });
  expect(await one.who.call(getMine, { ref })).toMatchObject({
    state: 'special',
    pause: { procedure: 'inquiry', reason: '按规定核对经济状况' },
  });
  await collectAnswers(city.host); // nobody answers here but by letter
  const answered = await allAnswered(ref, 100_000);
  expect(answered).toMatchObject({
    stage: 'visit',
    reckoning: { category: 'minimum', incomeFen: 130_000, amountFen: 190_000 },
  });
  expect((await one.who.call(getMine, { ref })).state).toBe('review');
});

test('two people look, and what they found stands there; one of them does not count twice', async () => {
  const { gu } = offices;
  const answered = await gu.call(work.getAssistance, { ref });
  expect(
    await codeOf(
      gu.call(work.recordVisit, {
        ...at(answered),
        withName: '顾窗口',
        findings,
        signedBy: '本人',
        files: [],
      }),
    ),
  ).toBe('assistance.second-person');
  const called = await gu.call(work.announceVisit, { ...at(answered), reason: '约在周三上门' });
  const came = await gu.call(work.recordVisit, {
    ...at(called),
    withName: '吴干部',
    findings,
    words: '家里简朴',
    signedBy: one.put.name,
    files: [],
  });
  expect(came).toMatchObject({
    stage: 'notice',
    visit: { byName: '顾窗口', withName: '吴干部', words: '家里简朴' },
  });
});

test('the least of it is posted for everybody; an objection reaches who decides, and nobody else', async () => {
  const { city, gu, lu } = offices;
  const came = await gu.call(work.getAssistance, { ref });
  await gu.call(work.beginNotice, { ...at(came), reason: '在居委会公示七天' });
  const { notices } = await city.anyone().call(mine.publicNotices, {});
  expect(notices).toMatchObject([
    {
      category: 'minimum',
      people: 2,
      placeName: '云南中路居委会',
      from: '2026-03-02',
      to: '2026-03-09',
    },
  ]);
  expect(Object.values(notices[0] ?? {}).join()).not.toContain(one.put.name);
  const [{ street, no } = { street: 0, no: 0 }] = notices;
  const neighbour = await city.resident('楼上老沈');
  await neighbour.call(mine.objectToNotice, { street, no, words: '他家有一辆车' });
  city.clock.advance(8 * DAY);
  await takeDownNotices(city.host);
  expect((await city.anyone().call(mine.publicNotices, {})).notices).toEqual([]);
  const objected = await lu.call(work.getAssistance, { ref });
  expect(objected).toMatchObject({
    stage: 'decide',
    objections: [{ words: '他家有一辆车', answer: null }],
  });
  expect(objected.can.decide).toBeUndefined();
  const [first] = (await one.who.call(mine.myAssistance, {})).matters;
  expect(JSON.stringify(first)).not.toContain('车');
});

test('somebody else decides with reasons; certificate and label follow', async () => {
  const { city, gu, lu } = offices;
  const objected = await lu.call(work.getAssistance, { ref });
  const settled = await gu.call(work.answerObjection, {
    ...at(objected),
    no: objected.objections[0]?.no ?? 0,
    answer: '车管所查无车辆',
  });
  expect(
    await codeOf(
      gu.call(work.decideAssistance, { ...at(settled), grant: true, reason: '符合', remedy }),
    ),
  ).toBe('auth.denied');
  const decided = await lu.call(work.decideAssistance, {
    ...at(settled),
    grant: true,
    reason: '人均收入低于标准',
    remedy,
  });
  expect(decided).toMatchObject({ stage: 'granted', reckoning: { amountFen: 190_000 } });
  await city.settleDown();
  const page = await one.who.call(getMine, { ref });
  expect(page).toMatchObject({
    state: 'granted',
    decision: { reason: '人均收入低于标准', remedy },
  });
  expect(
    (await gu.call(issuedCertificates, { q: page.certificate ?? '' })).certificates,
  ).toMatchObject([{ name: '最低生活保障' }]);
  expect(JSON.stringify(await two.who.call(ownData, {}))).toContain('低保');
});

test('a month is paid by a list that one makes and another approves', async () => {
  const { city, gu, lu } = offices;
  expect(await codeOf(gu.call(work.makeList, { month: '2026-08-01' }))).toBe('assistance.month');
  await lu.call(work.makeList, { month: '2026-03-01' });
  expect(await codeOf(gu.call(work.makeList, { month: '2026-03-01' }))).toBe(
    'assistance.list-there',
  );
  expect(await codeOf(lu.call(work.approveList, { month: '2026-03-01' }))).toBe(
    'assistance.second-person',
  );
  expect(await codeOf(lu.call(work.listFile, { month: '2026-03-01' }))).toBe(
    'assistance.list-open',
  );
  const second = await city.person('秦副主任', {
    as: 'centre_manager',
    organisation: (await city.organisation('南京东路街道社区事务受理服务中心（示例）')).no,
  });
  await second.call(work.approveList, { month: '2026-03-01' });
  const { text } = await gu.call(work.listFile, { month: '2026-03-01' });
  expect(text).toContain('"1900.00"');
  const [paid] = (await two.who.call(mine.myAssistance, {})).matters;
  expect(paid?.award).toMatchObject({
    amountFen: 190_000,
    payments: [{ month: '2026-03-01', amountFen: 190_000 }],
  });
});

test('rigid spending, too much, and refusal with its remedy', async () => {
  const { lu, aResident } = offices;
  const ill = await aResident();
  const hers = await applied(ill.who, { odd: 2000, medical: 1500 });
  await ill.who.call(mine.authoriseInquiry, { ref: hers, sources });
  const ready = await verified(hers, 0);
  expect(ready.reckoning).toMatchObject({ category: 'rigid', leftFen: 50_000, amountFen: 110_000 });
  const granted = await lu.call(work.decideAssistance, {
    ...at(ready),
    grant: true,
    reason: '看病花费大',
    remedy,
  });
  expect(granted.stage).toBe('granted');

  const rich = await aResident();
  const other = await applied(rich.who);
  await rich.who.call(mine.authoriseInquiry, { ref: other, sources });
  const none = await verified(other, 900_000);
  expect(none).toMatchObject({
    stage: 'decide',
    notice: null,
    reckoning: { category: null, why: 'income' },
  });
  expect(
    await codeOf(
      lu.call(work.decideAssistance, { ...at(none), grant: true, reason: '照顾', remedy }),
    ),
  ).toBe('assistance.not-entitled');
  await lu.call(work.decideAssistance, {
    ...at(none),
    grant: false,
    reason: '人均收入高于标准',
    remedy,
  });
  const [told] = (await rich.who.call(mine.myAssistance, {})).matters;
  expect(told).toMatchObject({
    stage: 'over',
    award: null,
    reckoning: { category: null, incomeFen: 930_000 },
  });
});

let theirs: string;
let single: Resident;
const means = { people: 1, incomeFen: 100_000, medicalFen: 0, educationFen: 0, assetsFen: 0 };
const settle = { ...means, fraud: false, reason: '收入有变化', remedy };

test('looked at again: a change is told, and another amount follows', async () => {
  const { gu, lu, bai, aResident } = offices;
  single = await aResident();
  const { who } = single;
  theirs = await applied(who, { odd: 0 });
  await who.call(mine.authoriseInquiry, { ref: theirs, sources });
  const ready = await verified(theirs, 0);
  await lu.call(work.decideAssistance, { ...at(ready), grant: true, reason: '没有收入', remedy });
  await who.call(mine.tellChange, { ref: theirs, words: '我找到一份工作，每月一千元' });
  const { rechecks } = await gu.call(work.listRechecks, {});
  const [told] = rechecks.filter((of) => of.ref === theirs);
  expect(told).toMatchObject({
    why: 'told',
    words: '我找到一份工作，每月一千元',
    amountFen: 160_000,
  });
  expect((await bai.call(work.listRechecks, {})).rechecks).toEqual([]);
  const now = { ...settle, no: told?.no ?? 0 };
  expect((await refusal(bai.call(work.settleRecheck, now))).status).toBe(404);
  expect(await gu.call(work.settleRecheck, now)).toEqual({
    outcome: 'changed',
    amountFen: 60_000,
  });
  const [changed] = (await who.call(mine.myAssistance, {})).matters;
  expect(changed).toMatchObject({
    reckoning: { incomeFen: 100_000 },
    award: { amountFen: 60_000, told: { outcome: 'changed', reason: '收入有变化', remedy } },
  });
});

test('who is due is found once; untruth ends it, and the label with it', async () => {
  const { city, gu } = offices;
  const { who, put } = single;
  city.clock.advance(80 * DAY);
  await who.call(mine.myAssistance, {}); // an account that nobody uses for long is nobody's any more
  city.clock.advance(80 * DAY);
  await findWhoIsDue(city.host);
  await findWhoIsDue(city.host);
  const due = (await gu.call(work.listRechecks, {})).rechecks.filter((of) => of.ref === theirs);
  expect(due).toMatchObject([{ why: 'due' }]);
  expect(
    await gu.call(work.settleRecheck, {
      ...settle,
      no: due[0]?.no ?? 0,
      fraud: true,
      reason: '隐瞒收入',
    }),
  ).toMatchObject({ outcome: 'stopped' });
  await city.settleDown();
  const [over] = (await who.call(mine.myAssistance, {})).matters;
  expect(over).toMatchObject({
    stage: 'over',
    award: { endedWhy: '隐瞒收入', told: { outcome: 'stopped' } },
  });
  expect(
    JSON.stringify(
      await city.asOwner(`select set_config('lilong.persons', '{${put.person}}', true);
    select code from registry.label where person = ${put.person} and valid_to is null and code = 'low_income'`),
    ),
  ).not.toContain('"low_income"');
});
