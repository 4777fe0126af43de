// SPDX-License-Identifier: Apache-2.0
// Generated: every route that a place decides on × everybody × a place inside, above, beside and below one's post.
import type { Role } from '@lilong/contracts/identity';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PlaceAct, placeActs, putStanding, type Standing } from './permission-places.ts';
import { access } from './permission-routes.ts';
import { ask, keyOf, LONG_MS, openTries, type Tries } from './permission-tries.ts';
import { asStaff, cast, places, type Somebody } from './permission-world.ts';

/** Administrators at the other levels, beside those of the cast. */
const elsewhere: readonly (readonly [Role, keyof typeof places])[] = [
  ['system_admin', 'city'],
  ['system_admin', 'district'],
  ['safety_admin', 'city'],
  ['safety_admin', 'street'],
  ['auditor', 'street'],
  ['auditor', 'district'],
];
const nameOf = ([role, at]: (typeof elsewhere)[number]) => `${role} of the ${at}`;
let tries: Tries;
const others = new Map<string, Somebody>();
beforeAll(async () => {
  tries = await openTries();
  for (const one of elsewhere)
    others.set(nameOf(one), await asStaff(tries.world.city, one[0], { at: places[one[1]] }));
}, LONG_MS);
afterAll(() => tries.world.city.close());

test('every route that a place decides on is tried at places', () => {
  const tried = new Set(placeActs.map(({ route }) => route));
  const keyed = Object.entries(access).filter(([, { about }]) => about === 'place');
  expect(keyed.map(([key]) => key).filter((key) => !tried.has(key))).toEqual([]);
  expect(keyed.length).toBeGreaterThan(10);
});

const administrators = ['system_admin', 'safety_admin', 'auditor', 'dispatcher', 'street_leader'];

test.each([...cast, ...elsewhere.map(nameOf)])(
  '%s is let through at the places of the post, and nowhere else',
  async (name) => {
    const somebody = others.get(name) ?? tries.somebody(name as (typeof cast)[number]);
    const draws = administrators.includes(somebody.role) ? 3 : 1;
    await tries.around(somebody, draws, async (place) => {
      const at = await putStanding(tries.world, place);
      const wrong: string[] = [];
      for (const act of placeActs) {
        const told = await tryAct(somebody, act, at);
        if (told !== undefined) wrong.push(told);
      }
      expect(wrong).toEqual([]);
    });
  },
  LONG_MS,
);

/** What is wrong with the answer to somebody; undefined when nothing is. */
async function tryAct(
  somebody: Somebody,
  act: PlaceAct,
  at: Standing,
): Promise<string | undefined> {
  const { world } = tries;
  const served = world.city.host.served.find(({ route }) => keyOf(route) === act.route);
  if (served === undefined) return `${act.route} is not served`;
  const answer = await ask(somebody, served.route, act.input(world, at));
  const through = act.through?.(answer, at) ?? answer.status === 200;
  const may = act.may(somebody, at);
  const shut = act.through !== undefined || [401, 403, 404].includes(answer.status);
  if (through === may && (through || shut)) return undefined;
  return `${act.route} at ${at.place}: ${may ? 'shut out' : 'let through'}, ${answer.status} ${answer.text.slice(0, 300)}`;
}
