// SPDX-License-Identifier: Apache-2.0
// Many people at once, each doing one thing after another.
import { type Asked, openWire, textOf, type Wire } from '../load.ts';

/** What came back, read when it is needed. */
export interface Seen {
  json(): unknown;
}
export type Ask = (asked: Asked) => Promise<Seen>;
/** What somebody does from beginning to end, with as many requests as that takes. */
export type Errand = (ask: Ask) => Promise<void>;

export interface Driven {
  readonly requests: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p99: number;
  /** Kinds of requests, those that took most time in all first. */
  readonly kinds: readonly Taken[];
}
/** `POST /api/my/affairs/:x/submit`, how many, and their milliseconds. */
export interface Taken {
  readonly kind: string;
  readonly count: number;
  readonly mean: number;
  readonly p99: number;
}

/**
 * Runs errands over so many connections until there is none left.
 *
 * @throws {Error} at the first reply that is not 200: what was asked and what came back
 */
export async function drive(
  port: number,
  connections: number,
  errands: Iterator<Errand>,
): Promise<Driven> {
  const byKind = new Map<string, number[]>();
  const from = performance.now();
  const run = async (): Promise<void> => {
    const wire = await openWire(port);
    const ask = timed(wire, byKind);
    for (let next = errands.next(); next.done !== true; next = errands.next())
      await next.value(ask);
    wire.end();
  };
  await Promise.all(Array.from({ length: connections }, run));
  const seconds = (performance.now() - from) / 1000;
  const times = [...byKind.values()].flat();
  const at = ofSorted(times);
  const kinds = [...byKind].map(([kind, of]) => {
    const sum = of.reduce((all, one) => all + one, 0);
    return { kind, count: of.length, mean: sum / of.length, p99: ofSorted(of)(0.99) };
  });
  kinds.sort((a, b) => b.mean * b.count - a.mean * a.count);
  return { requests: times.length, seconds, p50: at(0.5), p99: at(0.99), kinds };
}

function ofSorted(times: readonly number[]): (share: number) => number {
  const sorted = times.toSorted((a, b) => a - b);
  return (share) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}

/** Numbers and references stand for any. */
const kindOf = ({ method, path }: Asked): string =>
  `${method} ${path.replace(/\?.*/, '').replace(/\/[A-Z]?\d[^/]*/g, '/:x')}`;

function timed(wire: Wire, byKind: Map<string, number[]>): Ask {
  return async (asked) => {
    const sent = performance.now();
    const { status, body } = await wire.ask(textOf(asked));
    const kind = kindOf(asked);
    const times = byKind.get(kind) ?? [];
    if (times.length === 0) byKind.set(kind, times);
    times.push(performance.now() - sent);
    if (status !== 200)
      throw new Error(`${asked.method} ${asked.path} ${asked.body ?? ''}: ${status} ${body}`);
    return { json: () => JSON.parse(body.toString('utf8')) };
  };
}
