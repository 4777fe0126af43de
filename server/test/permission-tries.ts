// SPDX-License-Identifier: Apache-2.0
// How somebody of the world tries a route, and tries it with cases of every kind all around.
import { randomInt } from 'node:crypto';
import { Refused } from '@lilong/contracts/call';
import type { Route } from '@lilong/contracts/route';
import fc from 'fast-check';
import { type Drawn, type DrawnCase, drawn, putCase } from './permission-cases.ts';
import {
  cast,
  makeWorld,
  placesAt,
  positions,
  type Somebody,
  type World,
} from './permission-world.ts';

const minute = 60_000;
export const LONG_MS = 240_000;

export interface Tries {
  readonly world: World;
  /** Every case that was put so far. */
  readonly put: readonly DrawnCase[];
  somebody(name: (typeof cast)[number]): Somebody;
  /** A fresh case, some time after the one before. */
  aCase(like: Drawn, place: number): Promise<DrawnCase>;
  /** A fresh case of whatever kind. */
  anyCase(place: number, but?: Partial<Drawn>): Promise<DrawnCase>;
  /** Looks at places in every position around somebody's post; `draws` of each. */
  around(
    somebody: Somebody,
    draws: number,
    look: (place: number, like: Drawn) => Promise<void>,
  ): Promise<void>;
  /** The same with a case of whatever kind at each of them. */
  everywhere(
    somebody: Somebody,
    draws: number,
    look: (one: DrawnCase) => Promise<void>,
  ): Promise<void>;
}

/** One seed for a run of the tests, printed so that a run can be repeated: `LILONG_SEED=… npx vitest …`. */
function drawSeed(): number {
  const seed = Number(process.env.LILONG_SEED ?? randomInt(2 ** 31));
  process.stdout.write(`permission tests: LILONG_SEED=${seed}\n`);
  return seed;
}

export async function openTries(): Promise<Tries> {
  const world = await makeWorld();
  const put: DrawnCase[] = [];
  let seed = drawSeed();
  const aCase: Tries['aCase'] = async (like, place) => {
    world.city.clock.advance(minute);
    const one = await putCase(world, like, place);
    put.push(one);
    return one;
  };
  const around: Tries['around'] = async (somebody, draws, look) => {
    for (const position of positions) {
      const places = placesAt(position, somebody.seat);
      if (places.length === 0) continue; // nothing lies above or beside the whole city
      const property = fc.asyncProperty(fc.constantFrom(...places), drawn, (place, like) =>
        named(`${somebody.role} of ${somebody.seat}, ${position}`, () => look(place, like)),
      );
      seed += 1;
      await fc.assert(property, { numRuns: draws, endOnFailure: true, seed });
    }
  };
  return {
    world,
    put,
    aCase,
    around,
    anyCase: async (place, but = {}) => {
      seed += 1;
      const [like] = fc.sample(drawn, { numRuns: 1, seed });
      if (like === undefined) throw new Error('nothing was drawn');
      return aCase({ ...like, ...but }, place);
    },
    somebody: (name) => {
      const found = world.everybody[cast.indexOf(name)];
      if (found === undefined) throw new Error(`nobody is called ${name}`);
      return found;
    },
    everywhere: (somebody, draws, look) =>
      around(somebody, draws, async (place, like) => look(await aCase(like, place))),
  };
}

/** A fault says who tried from where, beside the route that it names itself. */
async function named(who: string, look: () => Promise<void>): Promise<void> {
  try {
    await look();
  } catch (fault) {
    const told = fault instanceof Error ? fault.message : String(fault);
    throw new Error(`${who}: ${told}`, { cause: fault });
  }
}

export interface Answer {
  readonly status: number;
  readonly text: string;
}
export async function ask(somebody: Somebody, route: Route, input: object): Promise<Answer> {
  try {
    return { status: 200, text: JSON.stringify(await somebody.call(route, input as never)) };
  } catch (thrown) {
    if (!(thrown instanceof Refused)) throw thrown;
    return { status: thrown.problem.status, text: JSON.stringify(thrown.problem) };
  }
}

export const keyOf = ({ method, path }: Route): string => `${method} ${path}`;

/** Whether a reply holds words or the door of a case. */
export function tells(text: string, { mark, door }: DrawnCase): boolean {
  return text.includes(mark) || text.includes(door);
}

/** `GET /api/places/:no` for each line of the tree that the server prints; HEAD and endings of formats left out. */
export function routesIn(tree: string): string[] {
  const above: string[] = [];
  const found = tree.split('\n').flatMap((line) => {
    const [, indent = '', path, methods = ''] = /^([│ ]*)[├└]── (\S+) \(([^)]*)\)/.exec(line) ?? [];
    if (path === undefined || path === '*') return [];
    const depth = indent.length / 4;
    const whole = `${above[depth - 1] ?? ''}${path}`;
    above.splice(depth, above.length, whole);
    const name = whole.startsWith('/open311') ? whole.replace(/\.(json|xml)$/, '') : whole;
    return methods
      .split(', ')
      .filter((method) => method !== 'HEAD')
      .map((method) => `${method} ${name}`);
  });
  return [...new Set(found)];
}
