// SPDX-License-Identifier: Apache-2.0
import type { Static, TObject, TSchema } from 'typebox';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * One HTTP endpoint, stated once: the server serves it and every client calls it.
 * Names written `:like-this` in `path` are taken from `input`; what is left over
 * travels as the query (GET) or as JSON (everything else).
 */
export interface Route<I extends TObject = TObject, R extends TSchema = TSchema> {
  readonly method: Method;
  readonly path: `/api/${string}`;
  /** What it does, one line of English for the OpenAPI page. */
  readonly summary: string;
  readonly input: I;
  readonly reply: R;
}
export type InputOf<T extends Route> = Static<T['input']>;
export type ReplyOf<T extends Route> = Static<T['reply']>;

/** States a route; only fixes the types. */
export function route<const M extends Method, I extends TObject, R extends TSchema>(
  stated: Route<I, R> & { method: M },
): Route<I, R> & { method: M } {
  return stated;
}

/** The names that `path` takes from the input: `/api/cases/:ref/close` → `['ref']`. */
export function pathKeys(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map((found) => found[1] ?? '');
}
