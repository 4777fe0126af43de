// SPDX-License-Identifier: Apache-2.0
// The labelled pairs through the route: one neighbour reports, the other is asked whether it is the same.
import { readFileSync } from 'node:fs';
import { enterCase } from '@lilong/contracts/case-work';
import { meToo, reportCase, similarCases } from '@lilong/contracts/cases';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lane, minute, refusedWith } from '../../test/case-steps.ts';
import { aCity, type City, type Person } from '../../test/city.ts';
import { hiddenMatters } from '../../test/hidden-matters.ts';

let city: City;
let lin: Person;
let shen: Person;
beforeAll(async () => {
  city = await aCity();
  lin = await city.resident('林阿婆');
  shen = await city.resident('老沈');
});
afterAll(() => city.close());

let spots = 0;
/** Somewhere that nothing was reported near. */
function somewhere() {
  spots += 1;
  const point = { lon: 121.4 + (spots % 40) * 0.002, lat: 31.2 + Math.floor(spots / 40) * 0.002 };
  return { place: lane, point };
}

/** Whether the case of `a` is offered to whoever says `b` there. */
async function isOffered(a: string, b: string): Promise<boolean> {
  city.clock.advance(minute); // hints are limited in number
  const here = somewhere();
  const { caseRef } = await lin.call(reportCase, {
    ...here,
    address: '弄口',
    words: a,
    photos: [],
  });
  const { similar } = await shen.call(similarCases, { ...here, words: b });
  expect(similar.every((one) => one.words === null && one.photo === null)).toBe(true);
  return similar.some(({ ref }) => ref === caseRef);
}

const pairs = readFileSync(new URL('../../test/data/similar-pairs.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
  .map(([a = '', b = '', same]) => ({ a, b, same: same === '1', hidden: hiddenMatters.has(a) }));

test('before anybody registered it, the same thing is offered, unless it may tell of what is hidden', async () => {
  const offered = new Set<(typeof pairs)[number]>();
  for (const pair of pairs) if (await isOffered(pair.a, pair.b)) offered.add(pair);
  const share = (rows: typeof pairs) =>
    rows.filter((pair) => offered.has(pair)).length / rows.length;
  const open = pairs.filter(({ hidden }) => !hidden);
  const recall = share(open.filter(({ same }) => same));
  const wrong = share(open.filter(({ same }) => !same));
  const leaked = pairs.filter((pair) => pair.hidden && offered.has(pair));
  console.info(
    `through the route: recall ${recall.toFixed(3)}, different ones ${wrong.toFixed(3)}`,
  );
  expect(recall).toBeGreaterThanOrEqual(0.8);
  expect(wrong).toBeLessThanOrEqual(0.2);
  expect(leaked.length).toBeLessThanOrEqual(2);
}, 240_000);

test('whoever says it in other words is offered a case of the category that they mean', async () => {
  const wu = await city.person('吴干部', { as: 'committee_worker', at: lane });
  const here = somewhere();
  const { caseRef } = await wu.call(enterCase, {
    ...here,
    address: '3 号楼',
    category: 'community-23-01', // 电梯故障, by chip alone: there are no words to compare
    photos: [],
    channel: 'patrol',
    next: 'keep',
  });
  const { similar } = await shen.call(similarCases, {
    ...here,
    words: '电梯停运了，老太太出不了门',
  });
  expect(similar).toMatchObject([
    { ref: caseRef, categoryName: '电梯故障', categoryNameEn: 'Lift out of order', words: null },
  ]);
});

test('what may tell of a hidden category is neither offered nor joined', async () => {
  const here = somewhere();
  const words = '听见女的在哭喊，老公在打她，怀疑家暴';
  const { caseRef } = await lin.call(reportCase, { ...here, address: '弄口', words, photos: [] });
  const { similar } = await shen.call(similarCases, { ...here, words });
  expect(similar).toEqual([]);
  expect(await refusedWith(shen.call(meToo, { caseRef, photos: [] }))).toBe('found.nothing');
});
