// SPDX-License-Identifier: Apache-2.0
// What a report needs, whoever makes it: at home by a photo alone, in office by a chip alone.
import { enterCase, getCase } from '@lilong/contracts/case-work';
import { myReport, nearbyCases, reportCase } from '@lilong/contracts/cases';
import { requestCode, signInByCode, whoAmI } from '@lilong/contracts/identity';
import type { InputOf } from '@lilong/contracts/route';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  aPhoto,
  lane,
  minute,
  move,
  refusedWith,
  rowOf,
  rubbish,
  type Staff,
  staffOf,
  street,
} from '../../test/case-steps.ts';
import { aCity, type City, type Person } from '../../test/city.ts';
import { refusal } from '../../test/refusal.ts';

let city: City;
let staff: Staff;
let lin: Person;
let wu: Person;
beforeAll(async () => {
  city = await aCity({ demo: true });
  staff = await staffOf(city);
  lin = await city.resident('林阿婆');
  wu = await city.person('吴干部', { as: 'committee_worker', at: lane });
});
afterAll(() => city.close());

const here = { place: lane, address: '南京东路 139 弄口', photos: [] };
const seen = { ...here, channel: 'committee', next: 'keep' } as const;

test('a newcomer belongs to a committee from the first report on, and stays there', async () => {
  const phone = '13912345678';
  const { shown } = await city.anyone().call(requestCode, { phone });
  const fresh = city.anyone();
  const me = await fresh.call(signInByCode, { phone, code: shown ?? '' });
  expect(me.committee).toBeNull();
  await fresh.call(reportCase, rubbish);
  const committee = (await fresh.call(whoAmI, {})).me?.committee;
  expect(committee).toMatchObject({ no: lane, name: '云南中路居委会' });
  expect(committee?.phone).toMatch(/\d{7}/);
  const around = await fresh.call(nearbyCases, { place: committee?.no ?? 0 });
  expect(around.cases).toBeInstanceOf(Array);
  await fresh.call(reportCase, { ...rubbish, place: 310101013018000 }); // on the way to work
  expect((await fresh.call(whoAmI, {})).me?.committee?.no).toBe(lane);
});

test('a photo alone is a report; the line says so in the reader’s language', async () => {
  const photos = [await aPhoto(lin)];
  const { ref, caseRef } = await lin.call(reportCase, { ...here, photos });
  const page = await lin.call(myReport, { ref });
  expect(page).toMatchObject({ words: null, report: { title: '没有写字，请看照片或者听录音' } });
  expect(page.photos.map(({ file }) => file)).toEqual(photos);
  const english = await staff.wang.call(getCase, { ref: caseRef }, { 'accept-language': 'en' });
  expect(english.line.title).toBe('Nothing in writing: see the photo or hear the recording');
  await move(staff.wang, caseRef, 'register', { category: 'event-01-11', condition: 1 });
  expect((await lin.call(myReport, { ref })).report.title).toBe('积存垃圾渣土');
});

test('吴干部 enters by chip and photo, or by chip and place; nothing at all is refused', async () => {
  const category = 'community-22-01';
  const photos = [await aPhoto(wu)];
  const shown = await wu.call(enterCase, { ...seen, category, photos });
  const plain = await wu.call(enterCase, { ...seen, category });
  const pictured = await wu.call(enterCase, { ...seen, photos: [await aPhoto(wu)] });
  for (const { caseRef } of [shown, plain])
    expect((await wu.call(getCase, { ref: caseRef })).line).toMatchObject({ title: '楼道堆物' });
  expect(await rowOf(city, pictured.caseRef)).toMatchObject({ title: null, category: null });
  const nothing = await refusal(wu.call(enterCase, seen));
  expect(nothing).toMatchObject({ code: 'cases.say-something', field: 'words' });
  const chipOnly = lin.call(reportCase, { ...here, category });
  expect(await refusedWith(chipOnly)).toBe('cases.say-something'); // a resident’s category is a guess
});

test('what she has handled already is told as closed', async () => {
  const done = { outcome: '已清走', reason: '下雨没拍', next: 'self_handle' } as const;
  const category = 'community-22-01';
  const receipt = await wu.call(enterCase, { ...seen, ...done, category });
  expect(receipt).toMatchObject({ state: 'closed', answeredAt: city.clock().toISOString() });
});

test('a place that no committee answers for is too coarse', async () => {
  const district = 310101000000000;
  for (const place of [street, district]) {
    const coarse = await refusal(lin.call(reportCase, { ...rubbish, place }));
    expect(coarse).toMatchObject({ code: 'places.too-coarse', field: 'place' });
  }
  const entered = staff.wang.call(enterCase, {
    ...seen,
    ...rubbish,
    channel: 'phone',
    place: street,
  });
  expect(await refusal(entered)).toMatchObject({
    code: 'places.too-coarse',
    facts: { name: '南京东路街道' },
    field: 'place',
  });
});

const ticket = (person: Person, more: Partial<InputOf<typeof enterCase>> = {}) =>
  person.call(enterCase, {
    ...rubbish,
    channel: 'hotline_12345',
    outsideNo: '20260302-0077',
    next: 'keep',
    ...more,
  });

test('a hotline number entered twice names the case that has it, also when two enter it at once', async () => {
  const first = await ticket(wu);
  const again = await refusal(ticket(staff.wang));
  expect(again).toMatchObject({
    code: 'cases.outside-no-known',
    facts: { no: '20260302-0077', ref: first.caseRef },
    field: 'outsideNo',
  });
  expect(again.detail).toContain(first.caseRef);
  await ticket(staff.wang, { outsideSub: '2' }); // a part of the same call

  const outsideNo = '20260302-0078';
  const both = await Promise.allSettled([
    ticket(wu, { outsideNo }),
    ticket(staff.wang, { outsideNo }),
  ]);
  const lost = both.filter((one) => one.status === 'rejected');
  expect(lost.map(({ reason }) => reason.problem.code)).toEqual(['cases.outside-no-known']);
});

test('a category that ended yesterday, or begins tomorrow, is refused with its day', async () => {
  const key = 'event-01-11';
  const dated = (column: 'effective_to' | 'effective_from', day: string | null) =>
    city.asOwner(
      `update kernel.catalogue set ${column} = $1 where kind = 'category' and key = $2`,
      [day, key],
    );
  const report = await lin.call(reportCase, rubbish);
  const tries: readonly (() => Promise<unknown>)[] = [
    () => lin.call(reportCase, { ...rubbish, category: key }),
    () => wu.call(enterCase, { ...seen, category: key }),
    () => move(staff.wang, report.caseRef, 'register', { category: key, condition: 1 }),
  ];
  await dated('effective_to', '2026-03-01');
  city.clock.advance(minute); // catalogues are read again
  for (const trying of tries) {
    const problem = await refusal(trying());
    expect(problem).toMatchObject({
      code: 'cases.category-retired',
      facts: { name: '积存垃圾渣土', day: '2026-03-01' },
      field: 'category',
    });
    expect(problem.detail).toBe('类别「积存垃圾渣土」只用到 2026-03-01，请另选一个。');
  }
  await dated('effective_to', '2026-03-02'); // its last day still counts
  city.clock.advance(minute);
  await lin.call(reportCase, { ...rubbish, category: key });

  await dated('effective_to', null);
  await dated('effective_from', '2026-03-03');
  city.clock.advance(minute);
  for (const trying of tries)
    expect(await refusal(trying())).toMatchObject({
      code: 'cases.category-not-yet',
      facts: { day: '2026-03-03' },
      field: 'category',
    });
});
