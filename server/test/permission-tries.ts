// SPDX-License-Identifier: Apache-2.0
// How somebody of the world tries a route, and tries it with cases of every kind all around.
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
  /** Looks at cases of every kind in every position around somebody's post. */
  everywhere(
    somebody: Somebody,
    draws: number,
    look: (one: DrawnCase) => Promise<void>,
  ): Promise<void>;
}

export async function openTries(): Promise<Tries> {
  const world = await makeWorld();
  const put: DrawnCase[] = [];
  const aCase: Tries['aCase'] = async (like, place) => {
    world.city.clock.advance(minute);
    const one = await putCase(world, like, place);
    put.push(one);
    return one;
  };
  return {
    world,
    put,
    aCase,
    anyCase: async (place, but = {}) => {
      const [like] = fc.sample(drawn, 1);
      if (like === undefined) throw new Error('nothing was drawn');
      return aCase({ ...like, ...but }, place);
    },
    somebody: (name) => {
      const found = world.everybody[cast.indexOf(name)];
      if (found === undefined) throw new Error(`nobody is called ${name}`);
      return found;
    },
    everywhere: async (somebody, draws, look) => {
      for (const position of positions) {
        const around = placesAt(position, somebody.seat);
        if (around.length === 0) continue; // nothing lies above or beside the whole city
        const property = fc.asyncProperty(drawn, fc.constantFrom(...around), async (like, place) =>
          look(await aCase(like, place)),
        );
        await fc.assert(property, { numRuns: draws, endOnFailure: true });
      }
    },
  };
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
