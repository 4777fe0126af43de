// SPDX-License-Identifier: Apache-2.0
// What others learn of a case: category, road, time and state, and only where its category says so.

import { getCase } from '@lilong/contracts/case-work';
import { meToo, myReport, myReports, nearbyCases, similarCases } from '@lilong/contracts/cases';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openClient } from './open311-client.ts';
import {
  type DrawnCase,
  isHint,
  isNearby,
  isOpen311,
  isReporter,
  point,
  standing,
} from './permission-cases.ts';
import { ask, LONG_MS, openTries, type Tries, tells } from './permission-tries.ts';
import { cast, type Somebody } from './permission-world.ts';

let tries: Tries;
beforeAll(async () => {
  tries = await openTries();
}, LONG_MS);
afterAll(() => tries.world.city.close());

test.each(cast)(
  '%s learns category, road, time and state at most, nearby and in hints',
  async (name) => {
    const somebody = tries.somebody(name);
    await tries.everywhere(somebody, 3, async (one) => {
      const near = JSON.stringify(await somebody.call(nearbyCases, { place: one.place }));
      expect(near.includes(one.ref), 'GET /api/nearby').toBe(isNearby(one));
      expect(near.includes(one.mark), 'GET /api/nearby').toBe(isNearby(one) && one.releasedWords);
      const hints = await hintsOf(somebody, one);
      const similar = 'POST /api/reports/similar';
      const offered = isHint(one) && !isReporter(somebody, one, tries.world); // one's own is no news
      if (one.category !== null) expect(hints.includes(one.ref), similar).toBe(offered);
      if (!offered) expect(hints, similar).not.toContain(one.ref);
      const released = hints.includes(one.ref) && one.releasedWords;
      expect(hints.includes(one.mark), similar).toBe(released);
      for (const exact of [one.door, String(one.lon)])
        expect(`${near}${hints}`).not.toContain(exact);
    });
  },
  LONG_MS,
);

async function hintsOf(somebody: Somebody, one: DrawnCase): Promise<string> {
  const words = one.hidden ? '疑似家庭暴力' : '弄口生活垃圾成堆';
  const category = one.category === null ? {} : { category: one.category };
  const said = { point: { lon: one.lon, lat: point.lat }, place: one.place, words, ...category };
  return JSON.stringify(await somebody.call(similarCases, said));
}

test.each(cast.slice(-3))(
  '%s has the own reports, and nobody else’s',
  async (name) => {
    const somebody = tries.somebody(name);
    await tries.everywhere(somebody, 3, async (one) => {
      const own = isReporter(somebody, one, tries.world);
      const page = await ask(somebody, myReport, { ref: one.reportRef });
      const missing = somebody.role === 'nobody' ? 401 : 404;
      const answered = [page.status, tells(page.text, one)];
      expect(answered, 'GET /api/my/reports/:ref').toEqual(own ? [200, true] : [missing, false]);
      const list = await ask(somebody, myReports, {});
      expect(list.text.includes(one.reportRef), 'GET /api/my/reports').toBe(own);
      expect(tells(list.text, one), 'GET /api/my/reports').toBe(own);
    });
  },
  LONG_MS,
);

test(
  'Open311 shows others no more, in any of its ways',
  async () => {
    await tries.everywhere(tries.somebody('nobody'), 10, async (one) => {
      const client = openClient(tries.world.city);
      const shown = isOpen311(one);
      const whole = [
        await client.get('requests.json', { page_size: '50' }),
        await client.get('requests.xml', { page_size: '50', extensions: 'true' }),
        await client.get('requests.json', { service_request_id: one.ref }),
        await client.get('servicerequestupdates.json', {
          start_date: tries.world.city.clock().toISOString(),
        }),
      ];
      for (const { payload } of whole)
        expect(payload.includes(one.ref), 'GET /open311/v2/requests').toBe(shown);
      const single = [
        await client.get(`requests/${one.ref}.json`),
        await client.get(`requests/${one.ref}/updates.json`),
      ];
      const statuses = single.map(({ statusCode }) => statusCode);
      expect(statuses, 'GET /open311/v2/requests/:id').toEqual(shown ? [200, 200] : [404, 404]);
      const all = [...whole, ...single].map(({ payload }) => payload).join();
      expect(all.includes(one.mark)).toBe(shown && one.releasedWords);
      expect(all).not.toContain(one.door);
    });
  },
  LONG_MS,
);

test(
  'a resident joins only what others may see',
  async () => {
    const neighbour = tries.somebody('楼上老沈');
    await tries.everywhere(neighbour, 3, async (one) => {
      const before = await standing(tries.world, one);
      const { status } = await ask(neighbour, meToo, { caseRef: one.ref, photos: [] });
      if (isHint(one) && one.category !== null) expect(status).toBe(200);
      if (isHint(one)) return;
      expect([status, await standing(tries.world, one)]).toEqual([404, before]);
    });
  },
  LONG_MS,
);

test('who joined reads what they said themselves, and nobody’s words or door', async () => {
  const neighbour = tries.somebody('楼上老沈');
  const one = await tries.anyCase(neighbour.seat, {
    state: 'handling',
    hidden: false,
    byLin: true,
    releasedWords: false,
  });
  const said = { caseRef: one.ref, words: '我也看到了', photos: [] };
  const { ref } = await neighbour.call(meToo, said);
  const page = await ask(neighbour, myReport, { ref });
  expect(page.text).toContain('我也看到了');
  const list = await ask(neighbour, myReports, {});
  const whole = await ask(neighbour, getCase, { ref: one.ref });
  expect([page, list, whole].map(({ text }) => tells(text, one))).toEqual([false, false, false]);
});

test('a reporter reads no name of whoever works on it', async () => {
  const { lin } = tries.world;
  const one = await tries.anyCase(lin.seat, { state: 'handling', hidden: false, byLin: true });
  await tries.world.city.asOwner(
    `update cases.flow set by_account = ${tries.somebody('dispatcher').account}
     where street = ${one.street} and case_no = ${one.no}`,
  );
  const [page, whole] = [
    await ask(lin, myReport, { ref: one.reportRef }),
    await ask(lin, getCase, { ref: one.ref }),
  ];
  expect(page.status).toBe(200);
  expect(`${page.text}${whole.text}`).not.toContain('"dispatcher"');
});
