// SPDX-License-Identifier: Apache-2.0
// What is done to a case: nothing changes where the rule says no, and the refusal tells nothing.

import { caseMoves } from '@lilong/contracts/case-flow';
import { moveMany } from '@lilong/contracts/case-work';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acts } from './permission-acts.ts';
import { mayRead, standing } from './permission-cases.ts';
import { access } from './permission-routes.ts';
import { ask, keyOf, LONG_MS, openTries, type Tries, tells } from './permission-tries.ts';
import { cast } from './permission-world.ts';

let tries: Tries;
beforeAll(async () => {
  tries = await openTries();
}, LONG_MS);
afterAll(() => tries.world.city.close());

/** Looked at elsewhere: by place, by paper, by what others may see. */
const elsewhere = [
  'POST /api/cases',
  'POST /api/cases/move',
  'POST /api/reports/similar',
  'POST /api/reports/me-too',
];

test('every act that a case decides on is tried', () => {
  const tried = new Set(acts.map(({ route }) => route));
  const writing = Object.entries(access).filter(
    ([key, { about }]) => about === 'case' && !key.startsWith('GET '),
  );
  const missing = writing.map(([key]) => key).filter((key) => !tried.has(key));
  expect(missing.sort()).toEqual(elsewhere.sort());
});

test.each(cast)(
  '%s changes nothing where the rule says no',
  async (name) => {
    const somebody = tries.somebody(name);
    const { world } = tries;
    const routes = new Map(world.city.host.served.map(({ route }) => [keyOf(route), route]));
    await tries.everywhere(somebody, 2, async (one) => {
      const before = await standing(world, one);
      const reads = mayRead(world, somebody, one);
      const through: string[] = [];
      for (const { name: act, route: key, input, may } of acts) {
        const route = routes.get(key);
        if (route === undefined || may(world, somebody, one)) continue;
        const { status, text } = await ask(somebody, route, input(world, one));
        const no = reads ? [403, 404, 409] : [401, 403, 404];
        if (!no.includes(status) || (!reads && tells(text, one)))
          through.push(`${act}: ${status} ${text}`);
      }
      expect(through).toEqual([]);
      expect(await standing(world, one), 'what stands').toEqual(before);
    });
  },
  LONG_MS,
);

test.each(cast)(
  '%s moves nothing in passing: of several cases, those out of reach are left alone',
  async (name) => {
    const somebody = tries.somebody(name);
    await tries.everywhere(somebody, 2, async (one) => {
      if (mayRead(tries.world, somebody, one)) return;
      const before = await standing(tries.world, one);
      for (const move of caseMoves) {
        const cases = [{ ref: one.ref, version: 1 }];
        const { status, text } = await ask(somebody, moveMany, { cases, move });
        const by = `POST /api/cases/move ${move}`;
        expect([200, 401, 403], by).toContain(status);
        if (status === 200) expect(JSON.parse(text), by).toMatchObject({ done: [], refused: [{}] });
        expect(tells(text, one), by).toBe(false);
      }
      expect(await standing(tries.world, one)).toEqual(before);
    });
  },
  LONG_MS,
);
