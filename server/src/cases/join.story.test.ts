// SPDX-License-Identifier: Apache-2.0
// "This one, me too": what neighbours are promised, and that each says it once.
import { moveCase } from '@lilong/contracts/case-work';
import { meToo, myReport, reportCase, similarCases, withdrawReport } from '@lilong/contracts/cases';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  day,
  inHand,
  lane,
  minute,
  move,
  rowOf,
  rubbish,
  type Staff,
  staffOf,
} from '../../test/case-steps.ts';
import { aCity, type City, type Person } from '../../test/city.ts';
import { refusal } from '../../test/refusal.ts';

let city: City;
let staff: Staff;
let lin: Person;
let shen: Person;
beforeAll(async () => {
  city = await aCity();
  staff = await staffOf(city);
  lin = await city.resident('林阿婆');
  shen = await city.resident('老沈');
});
afterAll(() => city.close());

test('who joins a case that was answered is told how it stands, not when an answer was due', async () => {
  const { caseRef } = await inHand(staff, lin);
  city.clock.advance(2 * day); // the first answer was due long ago, and came
  const { solve_due } = await rowOf(city, caseRef);
  const receipt = await shen.call(meToo, { caseRef, photos: [] });
  expect(receipt).toMatchObject({
    caseRef,
    state: 'handling',
    solveDue: solve_due?.toISOString(),
    provisional: false,
    late: false,
  });
  expect(receipt.answeredAt).not.toBeNull();
  city.clock.advance(20 * day);
  const du = await city.resident('杜师傅');
  expect(await du.call(meToo, { caseRef, photos: [] })).toMatchObject({ late: true });
});

test('who joins twice, or reported it, gets the receipt of then', async () => {
  const own = await lin.call(reportCase, rubbish);
  const { caseRef } = own;
  const first = await shen.call(meToo, { caseRef, photos: [] });
  const again = await shen.call(meToo, { caseRef, words: '还是没人管', photos: [] });
  expect(again).toEqual(first);
  expect(await lin.call(meToo, { caseRef, photos: [] })).toEqual(own);
  const both = await Promise.all([1, 2].map(() => shen.call(meToo, { caseRef, photos: [] })));
  expect(both).toEqual([first, first]);
  expect(await rowOf(city, caseRef)).toMatchObject({ reports: 2 });

  await shen.call(withdrawReport, { ref: first.ref });
  const anew = await shen.call(meToo, { caseRef, photos: [] });
  expect(anew.ref).not.toBe(first.ref);
  expect((await shen.call(myReport, { ref: first.ref })).report.withdrawn).toBe(true);
  expect(await rowOf(city, caseRef)).toMatchObject({ reports: 2 });
});

test('nobody is offered what they reported or joined themselves', async () => {
  city.clock.advance(4 * day); // what others reported is too long ago
  const point = { lon: 121.4781, lat: 31.2346 };
  const asked = { place: lane, point, words: rubbish.words };
  const offered = async (person: Person) =>
    (await person.call(similarCases, asked)).similar.map(({ ref }) => ref);
  const { caseRef } = await lin.call(reportCase, { ...rubbish, point });
  expect(await offered(lin)).toEqual([]);
  expect(await offered(shen)).toEqual([caseRef]);
  await shen.call(meToo, { caseRef, photos: [] });
  expect(await offered(shen)).toEqual([]);
});

test('who comes too late is shown what changed and by which role, never by whom', async () => {
  const { caseRef: ref } = await lin.call(reportCase, rubbish);
  const { wang } = await staffOf(city);
  await move(wang, ref, 'verify');
  const late = { ref, move: 'verified', version: 1, words: '去看过了' } as const;
  const wu = await city.person('吴干部', { as: 'committee_worker', at: lane });
  const problem = await refusal(wu.call(moveCase, late));
  expect(problem).toMatchObject({
    code: 'cases.changed',
    facts: { ref, state: 'pending_verify', who: 'dispatcher' },
  });
  expect(problem.detail).toContain('刚刚被网格调度员改过');
  expect(problem.detail).not.toContain(wang.name);
  city.clock.advance(minute);
});
