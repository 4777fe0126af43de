// SPDX-License-Identifier: Apache-2.0
// Acts of the office that move nothing: press, release, write down, telephone, hand over.
import {
  askReporter,
  enterCase,
  getCase,
  leaveHandover,
  listHandovers,
  releaseCase,
  revealContact,
  saveHotlineReply,
  superviseCase,
  takeOver,
  writeTranscript,
} from '@lilong/contracts/case-work';
import {
  addPhotos,
  answerQuestion,
  myReport,
  nearbyCases,
  reportCase,
} from '@lilong/contracts/cases';
import { blankHotline } from '@lilong/contracts/hotline';
import { placeRange } from '@lilong/contracts/place-no';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  aPhoto,
  inHand,
  lane,
  move,
  refusedWith,
  release,
  rowOf,
  rubbish,
  rubbishRule,
  type Staff,
  staffOf,
} from '../../test/case-steps.ts';
import { aCity, type City, type Person } from '../../test/city.ts';
import { aVoice } from '../../test/voices.ts';

let city: City;
let staff: Staff;
let lin: Person;
beforeAll(async () => {
  city = await aCity();
  staff = await staffOf(city);
  lin = await city.resident('林阿婆');
});
afterAll(() => city.close());

test('顾主任 presses for a case: it is marked, and the reporter hears of it without the words', async () => {
  const { ref, caseRef } = await inHand(staff, lin);
  const before = await rowOf(city, caseRef);
  const press = { ref: caseRef, kind: 'leader' as const, words: '明天检查，务必办好' };
  await staff.gu.call(superviseCase, press);
  expect(await rowOf(city, caseRef)).toEqual({
    ...before,
    supervised: true,
    version: before.version + 1,
  }); // no clock moved
  const { flow } = await staff.zhao.call(getCase, { ref: caseRef });
  expect(flow.at(-1)).toMatchObject({ move: 'supervise', words: press.words });
  const told = (await lin.call(myReport, { ref })).timeline.at(-1);
  expect(told).toMatchObject({ code: 'supervised', words: null });
  expect(await refusedWith(staff.zhao.call(superviseCase, press))).toBe('auth.denied');
});

test('others see words only after a dispatcher looked at them, and never of a hidden category', async () => {
  const { caseRef } = await inHand(staff, lin);
  const seen = async () =>
    (await city.anyone().call(nearbyCases, { place: lane })).cases.find(
      (one) => one.ref === caseRef,
    );
  expect(await seen()).toMatchObject({ words: null, photo: null });
  await release(staff.wang, caseRef, { words: true, photos: false });
  expect(await seen()).toMatchObject({ words: '弄口生活垃圾成堆，有异味', photo: null });
  await release(staff.wang, caseRef, { words: false, photos: false });
  expect((await seen())?.words).toBeNull();
  const both = { words: true, photos: true };
  expect(await refusedWith(release(staff.gu, caseRef, both))).toBe('auth.denied');

  const hidden = await lin.call(reportCase, { ...rubbish, words: '隔壁疑似群租' });
  await move(staff.wang, hidden.caseRef, 'register', {
    category: 'community-21-01',
    condition: 1,
  });
  expect(await refusedWith(release(staff.wang, hidden.caseRef, both))).toBe('auth.denied');
  expect(await rowOf(city, hidden.caseRef)).toMatchObject({
    released_words: false,
    released_photos: false,
  });
});

test('what came in after the dispatcher looked is not released with what was looked at', async () => {
  const { ref, caseRef } = await inHand(staff, lin);
  const seen = async () =>
    (await city.anyone().call(nearbyCases, { place: lane })).cases.find(
      (one) => one.ref === caseRef,
    );
  const both = { words: true, photos: true };
  await release(staff.wang, caseRef, both); // there is no photo yet
  expect(await staff.wang.call(getCase, { ref: caseRef })).toMatchObject({
    releasedWords: true,
    releasedPhotos: false,
  });
  const { line } = await staff.wang.call(getCase, { ref: caseRef });
  const photo = await aPhoto(lin);
  await lin.call(addPhotos, { ref, photos: [photo] });
  expect(await seen()).toMatchObject({ words: rubbish.words, photo: null });
  const file = { method: 'GET', url: `/api/files/${photo}` } as const;
  expect((await city.anyone().fetch(file)).statusCode).toBe(404);
  const stale = staff.wang.call(releaseCase, { ref: caseRef, version: line.version, ...both });
  expect(await refusedWith(stale)).toBe('cases.changed');
  await release(staff.wang, caseRef, both);
  expect(await seen()).toMatchObject({ photo });
  expect((await city.anyone().fetch(file)).statusCode).toBe(200);
});

test('a released title that is written anew is not released', async () => {
  const voice = await lin.upload('voice', aVoice(), 'audio/ogg');
  const said = { place: lane, address: '12 号门口', photos: [], voice };
  const { ref, caseRef } = await lin.call(reportCase, said);
  await staff.wang.call(writeTranscript, { ref: caseRef, report: ref, words: '垃圾没人收' });
  await move(staff.wang, caseRef, 'register', rubbishRule);
  await release(staff.wang, caseRef, { words: true, photos: false });
  const again = { ref: caseRef, report: ref, words: '302 室王家的垃圾没人收' };
  await staff.wang.call(writeTranscript, again);
  expect(await rowOf(city, caseRef)).toMatchObject({
    title: again.words,
    released_words: false,
  });
});

test('a voice note is written down: the case gets its title, and danger is seen', async () => {
  const voice = await lin.upload('voice', aVoice(), 'audio/ogg');
  const { ref, caseRef } = await lin.call(reportCase, {
    place: lane,
    address: '12 号门口',
    photos: [],
    voice,
  });
  expect(await rowOf(city, caseRef)).toMatchObject({ title: null, urgent: false });
  const english = { 'accept-language': 'en' };
  const inEnglish = await lin.call(myReport, { ref }, english);
  expect(inEnglish.report.title).not.toMatch(/\p{Script=Han}/u);
  expect((await lin.call(myReport, { ref })).report.title).toBe('没有写字，请看照片或者听录音');
  const written = { ref: caseRef, report: ref, words: '楼道里有煤气味。快来人！' };
  await staff.wang.call(writeTranscript, written);
  expect(await rowOf(city, caseRef)).toMatchObject({
    title: '楼道里有煤气味',
    urgent: true,
    state: 'reported',
  });
  expect((await lin.call(myReport, { ref })).transcript).toBe(written.words);

  const typed = await lin.call(reportCase, rubbish);
  const none = { ref: typed.caseRef, report: typed.ref, words: '没有录音' };
  expect(await refusedWith(staff.wang.call(writeTranscript, none))).toBe('found.nothing');
  const crossed = { ...written, ref: typed.caseRef };
  expect(await refusedWith(staff.wang.call(writeTranscript, crossed))).toBe('found.nothing');
  expect(await refusedWith(staff.zhao.call(writeTranscript, written))).toBe('found.nothing');
});

test('name and phone are opened for a purpose, which the audit keeps', async () => {
  const wu = await city.person('吴干部', { as: 'committee_worker', at: lane });
  const { ref, caseRef } = await wu.call(enterCase, {
    ...rubbish,
    channel: 'phone',
    contactName: '周阿姨',
    contactPhone: '13800000000',
    next: 'keep',
  });
  await move(staff.wang, caseRef, 'register', rubbishRule);
  await move(staff.wang, caseRef, 'dispatch', { organisation: staff.lead });
  const { reports } = await staff.zhao.call(getCase, { ref: caseRef });
  expect(reports[0]).toMatchObject({ contactName: null, contactPhone: null });
  const call = { ref: caseRef, report: ref, purpose: 'on_site' as const };
  expect(await staff.zhao.call(revealContact, call)).toEqual({
    name: '周阿姨',
    phone: '13800000000',
  });
  const audit = await city.asOwner(
    "select purpose, outcome from kernel.audit where act = 'case.contact' and account = $1",
    [staff.zhao.account],
  );
  expect(audit).toEqual([{ purpose: 'on_site', outcome: 'done' }]);
  expect(await refusedWith(staff.chen.call(revealContact, call))).toBe('auth.denied');
  const other = await lin.call(reportCase, rubbish);
  const crossed = { ...call, report: other.ref };
  expect(await refusedWith(staff.zhao.call(revealContact, crossed))).toBe('found.nothing');
});

test('a reporter reads who opened the contact, and what for', async () => {
  const { ref, caseRef } = await lin.call(reportCase, rubbish);
  await staff.wang.call(revealContact, { ref: caseRef, report: ref, purpose: 'call_back' });
  const { timeline } = await lin.call(myReport, { ref });
  const opened = timeline.filter((entry) => entry.code === 'contact_opened');
  expect(opened).toMatchObject([{ facts: { purpose: 'call_back' } }]);
  expect(opened[0]?.facts.organisation).not.toBe('');
});

const form = {
  ...blankHotline,
  contactedFirst: true,
  contactedAt: '2026-03-02T01:00:00Z',
  contactPerson: '周阿姨',
  factFound: '属实',
  sawOnSite: true,
  result: 'solved' as const,
};

test('12345’s form is filled in, corrected, and must say what it claims', async () => {
  const { caseRef } = await staff.wang.call(enterCase, {
    ...rubbish,
    channel: 'hotline_12345',
    outsideNo: 'SH20260302-1',
    next: 'keep',
  });
  const save = (reply: object) =>
    staff.wang.call(saveHotlineReply, { ref: caseRef, reply: { ...form, ...reply } });
  await expect(save({ contactPerson: null })).rejects.toMatchObject({
    problem: { code: 'input.invalid', field: 'contactPerson' },
  });
  await expect(save({ contactedFirst: false })).rejects.toMatchObject({
    problem: { code: 'input.invalid', field: 'notContactedReason' },
  });
  expect((await staff.wang.call(getCase, { ref: caseRef })).hotline).toBeNull();
  await save({});
  await save({ answerWords: '已答复' });
  expect((await staff.wang.call(getCase, { ref: caseRef })).hotline).toEqual({
    ...form,
    answerWords: '已答复',
  });
});

test('the next shift reads what the last one left, in its own street only', async () => {
  const xu = await city.person('徐调度', { as: 'dispatcher', at: 310101002000000 });
  const far = await city.person('远调度', { as: 'dispatcher', at: 310104003000000 });
  await staff.wang.call(leaveHandover, { words: '南京东路 139 弄等环卫回话' });
  expect((await xu.call(listHandovers, {})).notes).toMatchObject([
    { words: '南京东路 139 弄等环卫回话', byName: '王调度', seenByName: null },
  ]);
  expect((await far.call(listHandovers, {})).notes).toEqual([]);
  city.clock.advance(60_000);
  await xu.call(leaveHandover, { words: '环卫已回，下午清' });
  const { notes } = await staff.wang.call(listHandovers, {});
  expect(notes.map(({ byName, seenByName }) => [byName, seenByName])).toEqual([
    ['徐调度', null],
    ['王调度', '徐调度'],
  ]);
  expect(await refusedWith(staff.zhao.call(listHandovers, {}))).toBe('auth.denied');
  expect(await refusedWith(lin.call(leaveHandover, { words: '我来' }))).toBe('auth.denied');
});

test('who comes on duty says so at once; the first stays named, and screens of the street look again', async () => {
  const xu = await city.person('徐调度', { as: 'dispatcher', at: 310101002000000 });
  const far = await city.person('远调度', { as: 'dispatcher', at: 310104003000000 });
  const heard: string[] = [];
  const write = (text: string) => heard.push(text);
  const post = { organisation: 0, ranges: [placeRange(310101002000000)] };
  const listener = { actor: { account: xu.account, post }, reply: { raw: { write } } } as never;
  city.host.live.listeners.add(listener);
  await staff.wang.call(leaveHandover, { words: '水泵已借到' });
  await city.settleDown();
  await vi.waitFor(() => expect(heard.join()).toContain('"handovers"'));
  city.host.live.listeners.delete(listener);

  const top = async (person: Person) => (await person.call(listHandovers, {})).notes[0];
  const no = (await top(xu))?.no ?? 0;
  expect(await top(staff.wang)).toMatchObject({ mayTakeOver: false }); // one’s own
  expect(await top(xu)).toMatchObject({ mayTakeOver: true, seenByName: null });
  expect(await refusedWith(staff.wang.call(takeOver, { no }))).toBe('found.nothing');
  expect(await refusedWith(far.call(takeOver, { no }))).toBe('found.nothing');
  await xu.call(takeOver, { no });
  await staff.gu.call(takeOver, { no });
  expect(await top(staff.wang)).toMatchObject({ seenByName: '徐调度', mayTakeOver: false });
});

test('an answer is news in the inbox until somebody of the office acts', async () => {
  const { ref, caseRef } = await lin.call(reportCase, rubbish);
  const waits = async () => (await staff.wang.call(getCase, { ref: caseRef })).line.waits;
  await staff.wang.call(askReporter, { ref: caseRef, words: '几号楼？' });
  expect(await waits()).toBeNull();
  await lin.call(answerQuestion, { ref, words: '3 号楼' });
  expect(await waits()).toBe('answer');
  await move(staff.wang, caseRef, 'register', rubbishRule);
  expect(await waits()).toBeNull();
});

test('a question goes only to somebody who can read it', async () => {
  const { caseRef } = await staff.wang.call(enterCase, {
    ...rubbish,
    channel: 'phone',
    contactPhone: '13800000000',
    next: 'keep',
  });
  const question = { ref: caseRef, words: '几号楼？' };
  expect(await refusedWith(staff.wang.call(askReporter, question))).toBe('cases.nobody-to-ask');
  expect(await rowOf(city, caseRef)).toMatchObject({ question: null, version: 1 });
});

test('an ended case is neither asked about nor pressed for', async () => {
  const { caseRef } = await lin.call(reportCase, rubbish);
  await move(staff.wang, caseRef, 'decline', { reasonCode: 'duplicate', reason: '重复' });
  const before = await rowOf(city, caseRef);
  expect(await refusedWith(staff.wang.call(askReporter, { ref: caseRef, words: '在哪？' }))).toBe(
    'cases.wrong-state',
  );
  const press = { ref: caseRef, kind: 'timeout' as const, words: '快' };
  expect(await refusedWith(staff.gu.call(superviseCase, press))).toBe('cases.wrong-state');
  expect(await rowOf(city, caseRef)).toEqual(before);
});
