// SPDX-License-Identifier: Apache-2.0
// Ratings that outlive what they are about: a visit of an account after its number is forgotten, a matter of a record that
// became part of another's.
import { startDraft, submitDraft } from '@lilong/contracts/affairs';
import {
  callNext,
  counterDesk,
  moveTicket,
  sitAtWindow,
  takeTicket,
} from '@lilong/contracts/counters';
import {
  answerMine,
  contactRater,
  finishRating,
  getRating,
  listRatings,
  myRatings,
  rateMine,
  toRate,
} from '@lilong/contracts/ratings';
import { mergePeople, undoMerge } from '@lilong/contracts/registry-merging';
import { ownData, unbindMe } from '@lilong/contracts/registry-own';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { at, codeOf, type Offices, openOffices } from '../../test/affairs-people.ts';
import type { Person } from '../../test/city.ts';
import { forgetRatings } from './on.ts';

const DAY = 86_400_000;
let offices: Offices;
beforeAll(async () => {
  offices = await openOffices();
});
afterAll(() => offices.city.close());

/** Somebody takes a number with their account and is served. */
async function aVisit(who: Person): Promise<string> {
  const { gu } = offices;
  const { centre, windows } = await gu.call(counterDesk, {});
  const window = windows[0]?.window ?? 0;
  await gu.call(sitAtWindow, { window });
  await who.call(takeTicket, { centre, services: ['general'], by: 'phone' });
  const ticket = (await gu.call(callNext, { window })).ticket?.ticket ?? '';
  await gu.call(moveTicket, { ticket, move: 'serve' });
  await gu.call(moveTicket, { ticket, move: 'done' });
  return ticket;
}

test('what a record rated that became part of another’s is read by the survivor, and not when they are two again', async () => {
  const { city, wu, aResident } = offices;
  const [kept, gone] = [await aResident(), await aResident()];
  const draft = await gone.who.call(startDraft, { item: 'S100' });
  const { ref: subject } = await gone.who.call(submitDraft, at(draft));
  await city.asOwner(`select set_config('lilong.affairs', '{[0,999999999999999]}', true);
    update affairs.application set state = 'granted', outcome = 'granted', decided_at = '${city.clock().toISOString()}',
      clock = 'none', due_at = null, turn_org = null where item = 'S100' and person = ${gone.put.person}`);
  await gone.who.call(rateMine, { subject, grade: 2, words: '少给了一页' });
  const told = async () => JSON.stringify((await kept.who.call(ownData, {})).groups);
  expect(await codeOf(kept.who.call(toRate, { subject }))).toBe('found.nothing');
  expect(await told()).not.toContain('少给了一页');
  // One person after all: the same name and day, one document and one account.
  await gone.who.call(unbindMe, {});
  await city.asOwner(`select set_config('lilong.persons', '{${kept.put.person},${gone.put.person}}', true);
    update registry.person set name = '${kept.put.name}' where no = ${gone.put.person};
    update registry.presence set name = '${kept.put.name}' where person = ${gone.put.person};
    delete from registry.person_key where person = ${gone.put.person}`);
  const [person, other] = [kept.put.person, gone.put.person];
  const merged = { person, other, lives: person, registered: person };
  const { merge } = await wu.call(mergePeople, merged);
  expect((await kept.who.call(toRate, { subject })).given).toMatchObject({ words: '少给了一页' });
  expect(await told()).toContain('少给了一页');
  await wu.call(undoMerge, { merge });
  expect(await codeOf(kept.who.call(toRate, { subject }))).toBe('found.nothing');
  expect(await told()).not.toContain('少给了一页');
});

test('a visit of an account is found where one looks, for as long as it can be rated', async () => {
  const { city, aResident } = offices;
  const { who } = await aResident();
  const { who: stranger } = await aResident();
  expect((await who.call(myRatings, {})).visits).toEqual([]);
  const good = await aVisit(who);
  const bad = await aVisit(who);
  city.clock.advance(3 * DAY);
  const { visits } = await who.call(myRatings, {});
  expect(visits.map(({ subject }) => subject).sort()).toEqual([good, bad].sort());
  expect(visits[0]).toMatchObject({ given: null, until: '2026-04-01', asks: false });
  expect((await stranger.call(myRatings, {})).visits).toEqual([]);
  await who.call(rateMine, { subject: good, grade: 5 });
  await who.call(rateMine, { subject: bad, grade: 1, words: '等得太久' });
  const given = (await who.call(myRatings, {})).visits.map((one) => [one.subject, one.given]);
  expect(Object.fromEntries(given)).toEqual({ [good]: 'counted', [bad]: 'heard' });
  const late = await aVisit(who);
  city.clock.advance(32 * DAY);
  await who.call(myRatings, {});
  expect(await codeOf(who.call(rateMine, { subject: late, grade: 5 }))).toBe('ratings.closed');
});

test('what is done about a bad one is read, and answered, after the number is forgotten', async () => {
  const { city, lu, aResident } = offices;
  const { who } = await aResident();
  const { who: stranger } = await aResident();
  const subject = await aVisit(who);
  city.clock.advance(29 * DAY);
  await who.call(rateMine, { subject, grade: 2, words: '窗口叫我跑了三次' });
  city.clock.advance(5 * DAY);
  const now = city.clock().toISOString();
  await city.asOwner(`select counters.forget('${now}', '${now.slice(0, 10)}', 5000)`);
  expect(await city.asOwner(`select 1 from counters.ticket where street = 310101002`)).toHaveLength(
    0,
  );
  const [line] = (await who.call(myRatings, {})).visits;
  expect(line).toMatchObject({ subject, given: 'heard', asks: false });
  expect(await who.call(toRate, { subject })).toMatchObject({
    ...{ state: 'rated', of: 'visit', given: { words: '窗口叫我跑了三次' } },
  });
  expect(await codeOf(stranger.call(toRate, { subject }))).toBe('found.nothing');
  const { ratings } = await lu.call(listRatings, {});
  const ref = ratings.find(({ words }) => words === '窗口叫我跑了三次')?.ref ?? '';
  const { version } = await lu.call(getRating, { ref });
  const reached = await lu.call(contactRater, {
    ...{ ref, version, reached: true, way: 'written', words: '看了记录' },
  });
  await lu.call(finishRating, {
    ...{ ref, version: reached.version, words: '改了一次告知', result: 'put_right' },
  });
  expect((await who.call(myRatings, {})).visits[0]).toMatchObject({ subject, asks: true });
  const { given } = await who.call(answerMine, { subject, satisfied: true, solved: true });
  expect(given).toMatchObject({ state: 'answered', answeredBy: 'rater', solved: true });
  // Past its period who rated is forgotten, and the line with it.
  city.clock.advance(3 * 366 * DAY + 3 * DAY);
  await forgetRatings(city.host);
  expect(
    await city.asOwner(`select set_config('lilong.ratings', '{[0,999999999999999]}', true);
      select 1 from ratings.rating where account is not null`),
  ).toHaveLength(1); // the first statement's own row
});
