// SPDX-License-Identifier: Apache-2.0
// Matters of one's own household are refused in office (回避), and the words say why.
import { Refusal } from '@lilong/contracts/refusals';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { personPolicy } from '../policy.ts';

type Act = 'open' | 'reveal' | 'change' | 'move';

/** @throws {Refusal} `auth.denied`; `registry.own-household` when that is the only reason */
export async function requirePerson(ctx: Ctx, act: Act, no: number): Promise<void> {
  try {
    await ctx.require(personPolicy, act, { no });
  } catch (refused) {
    if (await isOwn(ctx, no)) throw new Refusal('registry.own-household', {});
    throw refused;
  }
}

/** @throws {Refusal} `registry.own-household` when somebody of the actor's own household is the matter */
export async function standAside(ctx: Ctx, person: number): Promise<void> {
  if (await isOwn(ctx, person)) throw new Refusal('registry.own-household', {});
}

async function isOwn({ db, actor }: Ctx, no: number): Promise<boolean> {
  if (actor.post === null || actor.account === null) return false;
  const { rows } = await ownHousehold({ actor }, no).execute(db);
  return rows[0]?.yes === true;
}

/** Asks whether somebody is of the household of whoever acts in office; nobody is of that of a resident. */
export const ownHousehold = ({ actor }: Pick<Ctx, 'actor'>, no: number) =>
  sql<{ yes: boolean }>`
    select registry.own_household(${actor.account}::bigint, ${no}::bigint) and ${actor.post !== null} as yes`;
