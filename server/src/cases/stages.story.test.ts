// SPDX-License-Identifier: Apache-2.0
// What may be chosen, what comes back, who rules, who comes on site, and what an appeal changes.
import {
  appealOverdue,
  countBuckets,
  countTree,
  decideAppeal,
  getCase,
  listCases,
  moveMany,
} from '@lilong/contracts/case-work';
import { myReport, rateReport, reportCase } from '@lilong/contracts/cases';
import { actAs } from '@lilong/contracts/identity';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  closed,
  day,
  dispatched,
  finished,
  hour,
  inHand,
  lane,
  move,
  refusedWith,
  rowOf,
  rubbish,
  rubbishRule,
  type Staff,
  staffOf,
  street,
} from '../../test/case-steps.ts';
import { aCity, type City, type Person } from '../../test/city.ts';
import { insertTestPost } from '../../test/city-rows.ts';

let city: City;
let staff: Staff;
let lin: Person;
beforeAll(async () => {
  city = await aCity();
});
beforeEach(async () => {
  staff = await staffOf(city); // a session lasts twelve hours, these stories last for days
  lin = await city.resident('林阿婆');
});
afterAll(() => city.close());

const returned = { ground: 'not_our_duty', reason: '路面归建管委' };
const page = (person: Person, ref: string) => person.call(getCase, { ref });

test('what is not on offer is refused at its field, and nothing changes', async () => {
  const { caseRef } = await lin.call(reportCase, rubbish);
  const { wang, zhao, chen } = staff;
  const refused = async (person: Person, ...[name, more]: [Parameters<typeof move>[2], object]) => {
    const before = await rowOf(city, caseRef);
    const problem = await move(person, caseRef, name, more).then(
      () => undefined,
      (thrown: { problem: { code: string; field: string } }) => thrown.problem,
    );
    expect(await rowOf(city, caseRef)).toEqual(before);
    return [problem?.code, problem?.field];
  };
  const why = { reasonCode: 'other', reason: '随便' };
  expect(await refused(wang, 'decline', why)).toEqual(['cases.not-offered', 'reasonCode']);
  await move(wang, caseRef, 'register', rubbishRule);
  const nobody = (await city.person('无人', { as: 'committee_worker', at: lane })).post ?? 0;
  const [office] = await city.asOwner('select organisation from identity.post where no = $1', [
    nobody,
  ]);
  const { organisation } = office as { organisation: number };
  expect(await refused(wang, 'dispatch', { organisation })).toEqual([
    'cases.nobody-accepts',
    'organisation',
  ]);
  await move(wang, caseRef, 'dispatch', { organisation: staff.lead });
  const ground = { ground: 'no_time', reason: '忙' };
  expect(await refused(zhao, 'return', ground)).toEqual(['cases.not-offered', 'ground']);
  await move(zhao, caseRef, 'accept');
  const crew = { crew: chen.account, words: '下午去' };
  expect(await refused(zhao, 'assign', crew)).toEqual(['cases.not-offered', 'crew']);
  await move(zhao, caseRef, 'finish', { words: '清运了' });
  await move(chen, caseRef, 'pass');
  const closing = { closing: '差不多了', outcome: '清运了' };
  expect(await refused(wang, 'close', closing)).toEqual(['cases.not-offered', 'closing']);
});

test('what came back is sent on with a word about why, one by one or several at once', async () => {
  const { caseRef } = await dispatched(staff, lin);
  await move(staff.zhao, caseRef, 'return', returned);
  const { line } = await page(staff.wang, caseRef);
  expect(line).toMatchObject({ handedBack: true, adjudication: false });
  const again = { organisation: staff.lead };
  expect(await refusedWith(move(staff.wang, caseRef, 'dispatch', again))).toBe('cases.need');
  const several = {
    cases: [{ ref: caseRef, version: line.version }],
    move: 'dispatch' as const,
    ...again,
  };
  expect((await staff.wang.call(moveMany, several)).refused).toMatchObject([
    { code: 'cases.need' },
  ]);
  const told = await staff.wang.call(moveMany, { ...several, words: '垃圾不在路面上' });
  expect(told.done).toEqual([caseRef]);
  expect((await page(staff.wang, caseRef)).line.handedBack).toBe(false);
});

test('a ruling ends the returning, is proposed first next time, and is told to whoever keeps the list', async () => {
  const works = await city.organisation('黄浦区建设和管理委员会');
  const qian = await city.person('钱承办', { as: 'department_officer', organisation: works.no });
  const { caseRef } = await dispatched(staff, lin);
  await move(staff.zhao, caseRef, 'return', returned);
  await move(staff.wang, caseRef, 'dispatch', { organisation: works.no, words: '请建管委看' });
  await move(qian, caseRef, 'return', returned);
  await move(staff.gu, caseRef, 'rule', { organisation: works.no, reason: '弄口路面在红线内' });
  expect(await refusedWith(move(qian, caseRef, 'return', returned))).toBe('cases.no-third-return');
  const [event] = await city.asOwner("select facts from kernel.event where name = 'case.ruled'");
  expect(event).toMatchObject({ facts: { category: 'event-01-11', organisation: works.no } });

  const next = await lin.call(reportCase, { ...rubbish, address: '南京东路 300 弄口' });
  await move(staff.wang, next.caseRef, 'register', rubbishRule);
  const [first, ...others] = (await page(staff.wang, next.caseRef)).proposals;
  expect(first).toMatchObject({
    organisation: works.no,
    basis: 'ruling',
    source: '弄口路面在红线内',
    validFrom: '2026-03-02',
    accepts: true,
  });
  expect(others.map(({ basis }) => basis)).not.toContain('ruling');
});

test('round two stays with the street leader, also after a return, and a forced close stays marked', async () => {
  const { ref, caseRef } = await inHand(staff, lin);
  await move(staff.gu, caseRef, 'force_close', { reason: '要等拆迁' });
  await lin.call(rateReport, { ref, solved: false, grade: 1, words: '还堆着' });
  const mine = (await staff.gu.call(listCases, { bucket: 'mine', limit: 300 })).cases;
  expect(mine.find((one) => one.ref === caseRef)).toMatchObject({
    adjudication: true,
    forced: true,
    dueAt: '2026-03-03T16:00:00.000Z', // the ruling: one working day
  });
  expect((await lin.call(myReport, { ref })).report).toMatchObject({
    answerDue: '2026-03-03T16:00:00.000Z',
    answeredAt: null,
  });
  await move(staff.gu, caseRef, 'rule', { organisation: staff.lead, reason: '先清掉' });
  await move(staff.zhao, caseRef, 'return', returned);
  const on = { organisation: staff.lead, words: '再去一次' };
  expect(await refusedWith(move(staff.wang, caseRef, 'dispatch', on))).toBe(
    'cases.adjudicate-first',
  );
  await move(staff.gu, caseRef, 'rule', { organisation: staff.lead, reason: '仍由绿容' });
  await move(staff.zhao, caseRef, 'accept');
  await finished(staff, caseRef);
  expect((await page(staff.wang, caseRef)).line).toMatchObject({ state: 'closed', forced: true });
});

test('where the category says so, somebody has to be on site in time', async () => {
  const { ref, caseRef } = await lin.call(reportCase, { ...rubbish, words: '隔壁在天井里搭房子' });
  await move(staff.wang, caseRef, 'register', { category: 'community-21-02', condition: 1 });
  await move(staff.wang, caseRef, 'dispatch', { organisation: staff.lead });
  await move(staff.zhao, caseRef, 'accept');
  expect(await page(staff.zhao, caseRef)).toMatchObject({
    arriveDue: '2026-03-03T01:00:00.000Z', // 24 hours, day and night
    arrivedAt: null,
    line: { dueAt: '2026-03-03T01:00:00.000Z', can: { arrive: true } },
  });
  city.clock.advance(2 * hour);
  await move(staff.zhao, caseRef, 'arrive', { words: '在搭，已叫停' });
  const seen = await page(staff.zhao, caseRef);
  expect(seen).toMatchObject({ arrivedAt: '2026-03-02T03:00:00.000Z' });
  expect(seen.line.dueAt).toBe(seen.solveDue);
  expect(seen.line.can.arrive).toBeUndefined();
  expect((await lin.call(myReport, { ref })).timeline.at(-1)?.code).toBe('arrived');
});

test('an appeal is asked once, after closing, and reviewed by two: it counts as in time, the miss stays', async () => {
  const inTime = await closed(staff, lin);
  const { caseRef } = await inHand(staff, lin);
  const reason = '吊车全市调用，三天后才到';
  const ask = (person: Person, ref = caseRef) => person.call(appealOverdue, { ref, reason });
  const why = async (call: Promise<unknown>) =>
    call.then(
      () => 'not refused',
      (thrown: { problem: { facts: { why?: string } } }) => thrown.problem.facts.why,
    );
  expect(await why(ask(staff.zhao, inTime.caseRef))).toBe('in_time');
  city.clock.advance(10 * day);
  staff = await staffOf(city);
  expect(await why(ask(staff.zhao))).toBe('state');
  await finished(staff, caseRef);
  const late = (await rowOf(city, caseRef)).late_at;
  expect(late).toBeInstanceOf(Date);
  const share = async () =>
    (await staff.gu.call(countTree, { place: street })).indicators.find(
      ({ key }) => key === 'handle_on_time',
    )?.over ?? 0;
  const before = await share();

  expect((await page(staff.zhao, caseRef)).line.can.appeal).toBe(true);
  await ask(staff.zhao);
  expect(await why(ask(staff.zhao))).toBe('used');
  const decide = (person: Person, grant = true) =>
    person.call(decideAppeal, { ref: caseRef, grant, reason: '属实' });
  expect(await why(decide(staff.gu))).toBe('other'); // the dispatcher comes first
  await decide(staff.wang);
  expect(await why(decide(staff.wang))).toBe('other');
  expect(await share()).toBe(before);
  await decide(staff.gu);
  expect(await page(staff.zhao, caseRef)).toMatchObject({
    exempt: true,
    appeal: { status: 'granted', reviews: ['属实', '属实'] },
  });
  expect(await share()).toBe(before + 1);
  expect((await rowOf(city, caseRef)).late_at).toEqual(late);
});

/** The same person leads the street as well. */
async function leadsToo({ account }: Person): Promise<number> {
  const [office] = await city.asOwner(
    "select no from places.organisation where place = $1 and kind = 'street_office'",
    [street],
  );
  const { no: organisation } = office as { no: number };
  const post = { account, role: 'street_leader', organisation, place: street } as const;
  return insertTestPost(city.db.kysely, post, city.now);
}

test('a waiting appeal stands in the inbox of whoever reviews it next, until it is decided', async () => {
  const { caseRef } = await inHand(staff, lin);
  city.clock.advance(10 * day);
  staff = await staffOf(city);
  await finished(staff, caseRef);
  const { wang, zhao, chen, gu } = staff;
  const both = await leadsToo(wang);
  const elsewhere = await city.person('外滩调度', { as: 'dispatcher', at: 310101013000000 });
  const finds = async (person: Person) => {
    const { cases, total } = await person.call(listCases, { bucket: 'mine' });
    expect((await person.call(countBuckets, {})).counts.mine).toBe(total);
    return cases.find(({ ref }) => ref === caseRef)?.waits;
  };
  const holders = async () => Promise.all([wang, gu, zhao, chen, elsewhere].map(finds));
  const [nobody, appeal] = [undefined, 'appeal'];
  const ofNobody = [nobody, nobody, nobody, nobody, nobody];
  expect(await holders()).toEqual(ofNobody);

  await zhao.call(appealOverdue, { ref: caseRef, reason: '吊车全市调用，三天后才到' });
  expect(await holders()).toEqual([appeal, nobody, nobody, nobody, nobody]);
  const { counts } = await wang.call(countBuckets, {});
  const open = await wang.call(listCases, { bucket: 'open' });
  expect(counts.open).toBe(open.total);
  expect(open.cases.map(({ ref }) => ref)).not.toContain(caseRef);

  const decide = (person: Person) =>
    person.call(decideAppeal, { ref: caseRef, grant: true, reason: '属实' });
  await decide(wang);
  expect(await holders()).toEqual([nobody, appeal, nobody, nobody, nobody]);
  expect((await page(gu, caseRef)).line.can.decide_appeal).toBe(true);
  await wang.call(actAs, { post: both }); // she reviewed it first
  expect(await finds(wang)).toBe(nobody);
  expect((await page(wang, caseRef)).line.can.decide_appeal).toBe(false);
  await decide(gu);
  expect(await holders()).toEqual(ofNobody);
});

test('an appeal of a case that is opened again waits until it is closed again', async () => {
  const { ref, caseRef } = await inHand(staff, lin);
  await city.asOwner('update cases.case set solve_due = dispatched_at where no = $1', [
    (await rowOf(city, caseRef)).no,
  ]);
  city.clock.advance(hour);
  await finished(staff, caseRef);
  await staff.zhao.call(appealOverdue, { ref: caseRef, reason: '吊车全市调用' });
  await lin.call(rateReport, { ref, grade: 1, solved: false, words: '还有一半没清' });
  const mine = await staff.wang.call(listCases, { bucket: 'mine' });
  expect(mine.cases.map((line) => line.ref)).not.toContain(caseRef);
  expect((await page(staff.wang, caseRef)).line).toMatchObject({
    waits: null,
    can: { decide_appeal: false },
  });
});
