// SPDX-License-Identifier: Apache-2.0
import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { type Keys, same } from '../kernel/keys.ts';

/** argon2id with 19 MiB, two passes and one lane: the least that OWASP's cheat sheet asks for. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
let nobody: Promise<string> | undefined;
/** The hash of no password. Logins that do not exist are compared with it, so that they take as long. */
const hashOfNobody = (): Promise<string> => (nobody ??= hash('nobody', cost));
const ONE_TIME = 'once:';
/** Nothing that is misread on paper: no 0 o 1 l i. */
const LETTERS = '23456789abcdefghjkmnpqrstuvwxyz';

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** True when `password` belongs to `kept`. It takes the same time for a wrong one, and for no account at all. */
export async function isPassword(
  keys: Keys,
  kept: string | null | undefined,
  password: string,
): Promise<boolean> {
  const oneTime = kept?.startsWith(ONE_TIME) === true;
  const slow = await verify(oneTime || !kept ? await hashOfNobody() : kept, password);
  if (oneTime)
    return [keys, ...keys.earlier].some((one) => same(kept, digestOneTime(one, password)));
  return slow && Boolean(kept);
}

/**
 * A first password such as `7kqm-x2vd-9thc`: 59 random bits, good until it is changed at first sign-in.
 * A keyed digest is enough for it, so that thousands can be made in one import.
 */
export function newOneTime(keys: Keys): { password: string; kept: string } {
  const group = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  const password = `${group()}-${group()}-${group()}`;
  return { password, kept: digestOneTime(keys, password) };
}

function digestOneTime(keys: Keys, password: string): string {
  return ONE_TIME + keys.digest('code', password);
}
