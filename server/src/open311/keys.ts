// SPDX-License-Identifier: Apache-2.0
// Keys of programs that report for people. A key is shown once; only its hash is kept.
import { Refusal } from '@lilong/contracts/refusals';
import type { Ctx } from '../kernel/ctx.ts';
import { newToken, tokenHash } from '../kernel/keys.ts';
import { invalid } from './fields.ts';
import {
  endKey,
  insertDemoKey,
  insertKey,
  type KeyRow,
  selectKey,
  selectKeys,
} from './key-queries.ts';
import { keyPolicy } from './policy.ts';

/** Works in the demonstration, and nowhere else. */
export const demoKey = 'demo';

export interface NewKey {
  /** Whose key it is: a programme, an organisation. */
  readonly name: string;
  /** Whom to ask when it misbehaves. */
  readonly contact?: string | undefined;
  readonly mayRead: boolean;
  readonly mayReport: boolean;
}
/** A key as operators see it. */
export interface KeyLine {
  readonly no: number;
  readonly name: string;
  readonly contact: string | null;
  readonly mayRead: boolean;
  readonly mayReport: boolean;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
  readonly requests: number;
}

/** Makes a key. It is shown this once. */
export async function makeApiKey(
  ctx: Ctx,
  { name, contact, mayRead, mayReport }: NewKey,
): Promise<{ no: number; key: string }> {
  ctx.requireEver(keyPolicy, 'give');
  const called = name.trim();
  if (called === '' || called.length > 80) throw invalid('name', 'maxLength');
  const { token, hash } = newToken();
  const contactSealed = contact === undefined ? null : ctx.keys.seal(contact);
  const no = await insertKey(ctx, { name: called, contactSealed, hash, mayRead, mayReport });
  ctx.note({
    act: 'open311.key-made',
    subject: `open311 key ${no}`,
    facts: { mayRead, mayReport },
  });
  return { no, key: token };
}

/** Ends a key at once. What it reported stays. */
export async function endApiKey(ctx: Ctx, no: number): Promise<void> {
  ctx.requireEver(keyPolicy, 'give');
  if (!(await endKey(ctx, no))) throw new Refusal('found.nothing', { what: 'key' });
  ctx.note({ act: 'open311.key-ended', subject: `open311 key ${no}` });
}

/** All keys, also the ended ones, oldest first. */
export async function listApiKeys(ctx: Ctx): Promise<KeyLine[]> {
  ctx.requireEver(keyPolicy, 'give');
  return (await selectKeys(ctx)).map(({ contactSealed, ...row }) => ({
    ...row,
    contact: contactSealed === null ? null : ctx.keys.open(contactSealed),
  }));
}

/**
 * Whose key this is.
 *
 * @throws {Refusal} open311.key when it is wrong or has ended
 */
export async function keyOf(ctx: Ctx, key: string): Promise<KeyRow> {
  const found = await selectKey(ctx, tokenHash(key));
  if (found !== undefined && !found.ended) return found;
  // Its row is written with the first request that it makes.
  if (ctx.demo && key === demoKey && found === undefined)
    return { no: 0, mayRead: true, mayReport: true, ended: false };
  throw new Refusal('open311.key', {}, 'api_key');
}

/** The key's number, to remember a request by. */
export function storedKey(ctx: Ctx, { no }: KeyRow): Promise<number> {
  return no === 0 ? insertDemoKey(ctx, demoKey, tokenHash(demoKey)) : Promise.resolve(no);
}
