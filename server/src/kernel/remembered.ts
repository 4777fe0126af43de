// SPDX-License-Identifier: Apache-2.0
import type { Ctx } from './ctx.ts';

const halfMinute = 30_000; // ms
const most = 50_000; // answers of one question

/**
 * Asks a question of the database again only after `forMs`, 30 s unless told, in each program. For what changes
 * by the month and is asked with every request. That there is no answer (`undefined`) is not remembered.
 */
export function remembered<K extends string | number, V>(
  ask: (ctx: Ctx, key: K) => Promise<V>,
  forMs = halfMinute,
): (ctx: Ctx, key: K) => Promise<V> {
  const programs = new WeakMap<object, Map<K, { at: number; answer: V }>>();
  return async (ctx, key) => {
    const known = programs.get(ctx.catalogue) ?? new Map<K, { at: number; answer: V }>(); // each program has one catalogue
    programs.set(ctx.catalogue, known);
    const at = ctx.now.getTime();
    const found = known.get(key);
    if (found !== undefined && Math.abs(at - found.at) < forMs) return found.answer;
    const answer = await ask(ctx, key);
    if (known.size >= most) known.clear();
    if (answer !== undefined) known.set(key, { at, answer });
    return answer;
  };
}
