// SPDX-License-Identifier: Apache-2.0
// A home or a household by its sign: who may open it or change something there.
import { parseRef, type RowKey } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { homePolicy, householdPolicy } from './policy.ts';
import { lookAs } from './reach.ts';

type Letter = 'F' | 'H';
const kinds = {
  F: { field: 'home', policy: homePolicy, table: 'registry.home' },
  H: { field: 'household', policy: householdPolicy, table: 'registry.household' },
} as const;

/**
 * States what the actor may see and asks permission; nothing was read before.
 *
 * @throws {Refusal} `found.nothing` when the sign was misheard, `auth.denied`
 */
export async function goTo(
  ctx: Ctx,
  letter: Letter,
  ref: string,
  to: 'open' | 'change',
): Promise<RowKey> {
  const key = keyOf(letter, ref);
  await lookAs(ctx, { few: true });
  await ctx.require(kinds[letter].policy, to, key);
  return key;
}

/** @throws {Refusal} `found.nothing` when the sign was misheard */
export function keyOf(letter: Letter, ref: string): RowKey {
  const { field } = kinds[letter];
  const key = parseRef(letter, ref);
  if (key === undefined) throw new Refusal('found.nothing', { what: field }, field);
  return key;
}

/** Whether the actor may change something there. */
export async function mayChange(
  ctx: Ctx,
  letter: Letter,
  { street, no }: RowKey,
): Promise<boolean> {
  const { policy, table } = kinds[letter];
  const { rows } = await sql<{ yes: boolean }>`
    select ${ctx.may(policy, 'change', 'r')} as yes from ${sql.table(table)} r where r.street = ${street} and r.no = ${no}`.execute(
    ctx.db,
  );
  return rows[0]?.yes === true;
}
