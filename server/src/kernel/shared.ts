// SPDX-License-Identifier: Apache-2.0
import type { Ctx } from './ctx.ts';

/** A question whose answer is everybody's: those who ask it at the same time wait for one reading. */
export interface Shared<V> {
  ask(ctx: Ctx, key: string): Promise<V>;
  /** Something changed: whoever asks from now on gets a reading that begins now. Without a key all of them. */
  changed(program: object, key?: string): void;
}

/** Nothing is kept once it is answered. `program` is the catalogue, of which each program has one. */
export function shared<V>(read: (ctx: Ctx, key: string) => Promise<V>): Shared<V> {
  const programs = new WeakMap<object, Map<string, Promise<V>>>();
  return {
    ask: (ctx, key) => {
      const readings = programs.get(ctx.catalogue) ?? new Map<string, Promise<V>>();
      programs.set(ctx.catalogue, readings);
      const going = readings.get(key);
      if (going !== undefined) return going;
      const reading = read(ctx, key).finally(() => {
        if (readings.get(key) === reading) readings.delete(key);
      });
      readings.set(key, reading);
      return reading;
    },
    changed: (program, key) => {
      const readings = programs.get(program);
      if (key === undefined) readings?.clear();
      else readings?.delete(key);
    },
  };
}
