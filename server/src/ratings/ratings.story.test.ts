// SPDX-License-Identifier: Apache-2.0
// 好差评: a visit with the slip alone, a matter signed in; a bad one with words goes to whom it concerns, and comes back.
import { itemCard } from '@lilong/contracts/affair-items';
import { printMyReceipt } from '@lilong/contracts/affair-receipts';
import { decideAffair, moveAffair } from '@lilong/contracts/affair-work';
import { type AffairPage, startDraft, submitDraft } from '@lilong/contracts/affairs';
import {
  callNext,
  counterDesk,
  moveTicket,
  sitAtWindow,
  takeTicket,
} from '@lilong/contracts/counters';
import {
  answerHeld,
  callBackRater,
  callHard,
  contactRater,
  countRatings,
  finishRating,
  getRating,
  listPraise,
  listRatings,
  openRater,
  type RatingPage,
  rateHeld,
  rateMine,
  ratingFigures,
  toRate,
  toRateHeld,
} from '@lilong/contracts/ratings';
import { ownData, ownLooks } from '@lilong/contracts/registry-own';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { at, bund, codeOf, hall, type Offices, openOffices } from '../../test/affairs-people.ts';
import type { Person } from '../../test/city.ts';
import { systemActor } from '../kernel/actor.ts';
import { asSystem } from '../kernel/serve.ts';
import { forgetRatings, republish } from './on.ts';

let offices: Offices;
beforeAll(async () => {
  offices = await openOffices();
});
afterAll(() => offices.city.close());
const DAY = 86_400_000;

/** Somebody without an account, at a window and gone; what the slip has is all that is left. */
async function aVisit(clerk: Person, done = true): Promise<string> {
  const { city } = offices;
  const { centre, windows } = await clerk.call(counterDesk, {});
  const window = windows[0]?.window ?? 0;
  await clerk.call(sitAtWindow, { window });
  const { token } = await city
    .anyone()
    .call(takeTicket, { centre, services: ['general'], by: 'kiosk' });
  const ticket = (await clerk.call(callNext, { window })).ticket?.ticket ?? '';
  await clerk.call(moveTicket, { ticket, move: 'serve' });
  if (done) await clerk.call(moveTicket, { ticket, move: 'done' });
  return token;
}

/** 居住证明: decided by rule, in the moment in which it is handed in. */
async function aMatter(who: Person): Promise<AffairPage> {
  const { questions } = await who.call(itemCard, { item: 'S103' });
  const answers = Object.fromEntries(
    questions.map(({ key, choices }) => [key, choices[0]?.key ?? '']),
  );
  const draft = await who.call(startDraft, { item: 'S103', questions: answers });
  const asked = draft.form?.fields.filter(({ held, required }) => held === null && required) ?? [];
  const fields = Object.fromEntries(
    asked.map(({ key, choices }) => [key, choices?.[0]?.key ?? '办事用']),
  );
  const { ref, version } = draft;
  return who.call(submitDraft, { ref, version, fields, deliverBy: 'phone' });
}

test('with the slip alone: nothing before the end, nothing chosen, once; the clerk who served never sees it', async () => {
  const { city, gu, lu, bai } = offices;
  const anyone = city.anyone();
  const early = await aVisit(bai, false);
  expect(await anyone.call(toRateHeld, { token: early })).toMatchObject({ state: 'early' });
  expect(await codeOf(anyone.call(rateHeld, { token: early, grade: 1 }))).toBe('ratings.early');
  expect(await codeOf(anyone.call(toRateHeld, { token: 'a'.repeat(22) }))).toBe('found.nothing');

  const token = await aVisit(gu);
  const open = await anyone.call(toRateHeld, { token });
  expect(open).toMatchObject({ state: 'open', of: 'visit', unitName: hall, given: null });
  expect(open.reasons.filter(({ bad }) => bad).map(({ name }) => name)).toContain('态度不好');
  const bad = { token, grade: 1, reasons: ['attitude'], words: '等了两小时，请打 13812345678' };
  expect(await codeOf(anyone.call(rateHeld, { ...bad, reasons: ['quick'] }))).toBe(
    'ratings.reason',
  );
  expect(await codeOf(anyone.call(rateHeld, { ...bad, callBack: true }))).toBe('ratings.say');
  const rated = await anyone.call(rateHeld, { ...bad, callBack: true, phone: '138 1234 5678' });
  expect(rated).toMatchObject({ state: 'rated', given: { grade: 1, state: 'heard', can: [] } });
  expect(await codeOf(anyone.call(rateHeld, { token, grade: 5 }))).toBe('ratings.rated');
  // Monday the 2nd: one working day, five; the day of the start is not counted, and each ends at 24:00.
  expect(rated.given).toMatchObject({
    contactDue: '2026-03-03T16:00:00.000Z',
    finishDue: '2026-03-09T16:00:00.000Z',
  });

  expect(await codeOf(gu.call(listRatings, {}))).toBe('auth.denied');
  const { ratings, total } = await lu.call(listRatings, {});
  expect(total).toBe(1);
  expect(ratings[0]).toMatchObject({ unitName: hall, grade: 1, late: false, state: 'heard' });
  const ref = ratings[0]?.ref ?? '';
  const page = await lu.call(getRating, { ref });
  expect(page).toMatchObject({ callBack: true, can: ['contact', 'miss', 'hard'] });
  expect(JSON.stringify([page, ratings])).not.toContain('13812345678'); // not even among the words
  const far = await city.person('方主任', { as: 'centre_manager', organisation: bund });
  expect((await far.call(listRatings, {})).total).toBe(0);
  expect(await codeOf(far.call(getRating, { ref }))).toBe('found.nothing');
  expect(await codeOf(gu.call(getRating, { ref }))).toBe('auth.denied');
});

test('1, 5, 15: contacted first, hard with a reason, handled, and the rater says that it is not solved', async () => {
  const { city, gu, lu } = offices;
  const anyone = city.anyone();
  const token = await aVisit(gu);
  const told = { token, grade: 2, words: '让我跑了三趟', callBack: true, phone: '021-63221234' };
  const ref = (await anyone.call(rateHeld, told)).given?.ref ?? '';
  const first = await lu.call(getRating, { ref });
  const standing = ({ version }: { version: number }) => ({ ref, version });
  const done = { result: 'put_right', words: '重新培训了一次告知' } as const;
  expect(await codeOf(lu.call(finishRating, { ...standing(first), ...done }))).toBe(
    'ratings.contact-first',
  );
  expect(await lu.call(openRater, { ref, purpose: 'call_back' })).toEqual({
    ...{ name: null, phone: '021-63221234' },
  });
  const missed = await lu.call(contactRater, {
    ...{ ...standing(first), reached: false, words: '打了，没有人接' },
  });
  expect(missed).toMatchObject({ state: 'heard', tries: 1, contactedAt: null });
  expect(await codeOf(lu.call(callHard, { ...standing(first), words: '要几个部门商量' }))).toBe(
    'ratings.changed',
  );
  const hard = await lu.call(callHard, { ...standing(missed), words: '要几个部门商量' });
  expect(hard).toMatchObject({ hard: true, finishDue: '2026-03-23T16:00:00.000Z' }); // 15 working days
  expect(await codeOf(lu.call(callHard, { ...standing(hard), words: '再长些' }))).toBe(
    'ratings.wrong-state',
  );
  city.clock.advance(2 * DAY);
  expect((await lu.call(listRatings, { tab: 'late' })).ratings.map((one) => one.ref)).toContain(
    ref,
  );
  const reached = await lu.call(contactRater, {
    ...{ ...standing(hard), reached: true, way: 'phone', words: '听了经过，说了会怎么改' },
  });
  expect(reached.contactedAt).not.toBeNull();
  const finished = await lu.call(finishRating, { ...standing(reached), ...done });
  expect(finished).toMatchObject({ state: 'finished', can: ['miss', 'call_back'] });
  expect((await lu.call(countRatings, {})).counts).toMatchObject({ call_back: 1 });

  await theRaterSays(token, finished, done.words);
  expect((await lu.call(listRatings, { tab: 'unsolved' })).ratings.map((one) => one.ref)).toEqual([
    ref,
  ]);
});

/** What became of it is read with the slip; the rater's own word stands above what the office wrote down. */
async function theRaterSays(token: string, { ref, version }: RatingPage, words: string) {
  const { city, lu } = offices;
  const anyone = city.anyone();
  const { given } = await anyone.call(toRateHeld, { token });
  expect(given).toMatchObject({ state: 'finished', can: ['answer'] });
  expect(given?.timeline.map(({ did }) => did)).toEqual(
    'rated opened miss hard contact finish'.split(' '),
  );
  expect(given?.timeline.at(-1)).toMatchObject({ organisationName: hall, words });
  expect(JSON.stringify(given)).not.toContain('陆主任'); // an office answers, and nobody by name
  const called = await lu.call(callBackRater, {
    ...{ ref, version, reached: true, satisfied: true, solved: true },
  });
  expect(called).toMatchObject({ state: 'answered', answeredBy: 'unit', solved: true });
  const own = { token, satisfied: false, solved: false, words: '还是要跑' };
  expect((await anyone.call(answerHeld, own)).given).toMatchObject({
    ...{ answeredBy: 'rater', solved: false, satisfied: false, can: [] },
  });
  expect(await codeOf(anyone.call(answerHeld, own))).toBe('ratings.wrong-state');
}

test('a matter is its person’s: rated in their account, opened for a purpose, read in 我的数据', async () => {
  const { city, lu, aResident } = offices;
  const { who } = await aResident();
  const { who: stranger } = await aResident();
  const { ref: subject } = await aMatter(who);
  expect(await who.call(toRate, { subject })).toMatchObject({ state: 'open', hasPhone: false });
  expect(await codeOf(stranger.call(toRate, { subject }))).toBe('found.nothing');
  expect(await codeOf(stranger.call(rateMine, { subject, grade: 1 }))).toBe('found.nothing');
  const said = { subject, grade: 2, words: '证明上的地址不对' } as const;
  const calls = { ...said, callBack: true, phone: '13511112222' };
  const { given } = await who.call(rateMine, calls);
  expect(await codeOf(who.call(rateMine, said))).toBe('ratings.rated');
  const ref = given?.ref ?? '';
  const before = await lu.call(getRating, { ref });
  expect(JSON.stringify(before)).not.toContain(who.name);
  expect(await lu.call(openRater, { ref, purpose: 'call_back' })).toEqual({
    ...{ name: who.name, phone: '13511112222' },
  });
  const { looks } = await who.call(ownLooks, {});
  expect(looks[0]).toMatchObject({ organisationName: hall, purpose: '差评回访' });
  const { groups } = await who.call(ownData, {});
  const told = JSON.stringify(groups.find(({ group }) => group === 'ratings'));
  for (const wanted of ['居住证明打印', '不满意', '证明上的地址不对', '还没有联系您'])
    expect(told).toContain(wanted);
  expect(JSON.stringify((await stranger.call(ownData, {})).groups)).not.toContain('地址不对');
  // Nobody wants a call: what is answered stands where it was rated.
  const { who: quiet } = await aResident();
  const other = await aMatter(quiet);
  const silent = await quiet.call(rateMine, { subject: other.ref, grade: 1, words: '慢' });
  const quietRef = { ref: silent.given?.ref ?? '' };
  expect(await codeOf(lu.call(openRater, { ...quietRef, purpose: 'call_back' }))).toBe(
    'ratings.no-call',
  );
  // A month later it can no longer be rated.
  const { who: late } = await aResident();
  const old = await aMatter(late);
  city.clock.advance(31 * DAY);
  expect(await late.call(toRate, { subject: old.ref })).toMatchObject({ state: 'closed' });
  expect(await codeOf(late.call(rateMine, { subject: old.ref, grade: 5 }))).toBe('ratings.closed');
});

test('whoever holds the receipt rates the matter once, and reads nothing that the person said', async () => {
  const { city, lu, aResident } = offices;
  const { who } = await aResident();
  const one = await aMatter(who);
  const tokenOf = async (ref: string) =>
    (await who.call(printMyReceipt, { ref })).url.split('#')[1] ?? '';
  const token = await tokenOf(one.ref);
  const open = await city.anyone().call(toRateHeld, { token });
  expect(open).toMatchObject({ state: 'open', of: 'matter', subject: one.ref, hasPhone: false });
  const said = { grade: 1, words: '儿子替我说：太慢' };
  const rated = await city.anyone().call(rateHeld, { token, ...said });
  expect(rated).toMatchObject({ state: 'rated', given: { words: said.words } });
  expect((await lu.call(listRatings, {})).ratings.map((line) => line.words)).toContain(said.words);
  expect((await who.call(toRate, { subject: one.ref })).given?.words).toBe(said.words); // it is their matter
  const { who: other } = await aResident();
  const two = await aMatter(other);
  await other.call(rateMine, { subject: two.ref, grade: 2, words: '只有我知道' });
  const sheet = (await other.call(printMyReceipt, { ref: two.ref })).url.split('#')[1] ?? '';
  expect(await city.anyone().call(toRateHeld, { token: sheet })).toMatchObject({
    ...{ state: 'rated', given: null },
  });
  const again = city.anyone().call(rateHeld, { token: sheet, grade: 5 });
  expect(await codeOf(again)).toBe('ratings.rated');
});

test('whoever decided it cannot read what is said of it; their colleague answers', async () => {
  const { gu, civil, head, aResident } = offices;
  const { who } = await aResident('1948-01-10');
  const draft = await who.call(startDraft, {
    item: 'S013',
    questions: { now: 'home', again: 'no' },
  });
  const sent = await who.call(submitDraft, {
    ...at(draft),
    ...{ fields: { contact: '女儿', mobility: 'bed' }, deliverBy: 'post' },
    materials: [{ key: 'medical', how: 'later' }],
  });
  const accepted = await gu.call(moveAffair, { ...at(sent), move: 'accept' });
  expect(await codeOf(who.call(rateMine, { subject: sent.ref, grade: 1 }))).toBe('ratings.early');
  await civil.call(decideAffair, {
    ...{ ...at(accepted), decision: 'refuse', reason: '材料不够', remedy: '可以复议' },
  });
  const words = '没有说清楚为什么';
  const { given, unitName } = await who.call(rateMine, { subject: sent.ref, grade: 1, words });
  expect(unitName).toContain('民政局');
  const ref = given?.ref ?? '';
  expect(await codeOf(civil.call(getRating, { ref }))).toBe('found.nothing');
  expect((await civil.call(listRatings, {})).total).toBe(0);
  expect((await head.call(getRating, { ref })).words).toBe(words);
});

test('praise stands without a name; counts are of matters, small ones are not told', async () => {
  const { city, gu, lu, aResident } = offices;
  for (let at = 0; at < 6; at++) {
    const { who } = await aResident();
    const { ref: subject } = await aMatter(who);
    await who.call(rateMine, { subject, grade: 5, reasons: ['quick'], words: `谢谢${at}` });
  }
  const { praise } = await gu.call(listPraise, {});
  expect(praise.map(({ words }) => words)).toEqual([5, 4, 3, 2, 1, 0].map((at) => `谢谢${at}`));
  expect(Object.keys(praise[0] ?? {}).sort()).toEqual('grade month name nameEn words'.split(' '));
  const by = { by: 'item', days: 366 } as const;
  const { rows, all } = await lu.call(ratingFigures, by);
  // Eight beside two: whoever knows the sum would know the two.
  expect(rows.map(({ key, rated }) => [key, rated])).toEqual([
    ...[
      ['matter S103', null],
      ['visit general', null],
    ],
  ]);
  expect(all).toMatchObject({ rated: 12 }); // what concerns a department is not the centre's
  const mayor = await city.person('市里', { as: 'city', at: 310000000000000 });
  expect((await mayor.call(ratingFigures, { by: 'unit', days: 366 })).all.rated).toBe(13);
  expect(await codeOf(mayor.call(listRatings, {}))).toBe('auth.denied');
  expect(await codeOf(gu.call(ratingFigures, by))).toBe('auth.denied');
});

test('when its time is over a grade and an office are left; a calendar that is published counts anew', async () => {
  const { city } = offices;
  await asSystem(city.host, 'test', systemActor, (ctx) =>
    republish(ctx, { facts: { kind: 'calendar_year' } }),
  );
  city.clock.advance(3 * 366 * DAY + 3 * DAY);
  await forgetRatings(city.host);
  const rows = await city.asOwner(`
    select set_config('lilong.ratings', '{[0,999999999999999]}', true);
    select count(*) filter (where person is not null or account is not null or token_hash is not null or sealed is not null) as kept,
      count(*) as rated, (select count(*) from ratings.step) as steps,
      (select sum(rows) from registry.deletion where kind = 'rating') as gone from ratings.rating`);
  const [left] = rows.filter((row) => 'rated' in row);
  expect(Object.values(left ?? {}).map(Number)).toEqual([0, 13, 0, 13]); // kept, rated, steps, gone
});
