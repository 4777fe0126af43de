// SPDX-License-Identifier: Apache-2.0
// Somebody of the worker's own committee is gone to for a matter: the file is open to her for a while, and the person reads it.
import type { Ctx } from '../../kernel/ctx.ts';
import { logAccess } from '../access.ts';
import { selectPerson } from '../card-queries.ts';
import { personPolicy } from '../policy.ts';
import { lookAs } from '../reach.ts';
import { standAside } from '../ties/stand-aside.ts';
import { insertPostGrant } from './queries.ts';

const minutes = 30;

/**
 * Writes the grant and the row of 谁看过; gives the name and until when it holds.
 *
 * @throws {Refusal} auth.denied where the person is not within reach; registry.own-household
 */
export async function openAtDoor(
  ctx: Ctx,
  of: {
    readonly person: number;
    readonly purpose: string;
    readonly matter: string;
    /** What the person reads in 谁看过. */
    readonly element: 'offer-told' | 'collected-for' | 'collected' | 'paper-returned';
  },
): Promise<{ readonly name: string; readonly until: Date }> {
  const { person, purpose, matter, element } = of;
  await lookAs(ctx);
  await ctx.require(personPolicy, 'open', { no: person });
  await standAside(ctx, person);
  await lookAs(ctx, { persons: [person] });
  const row = await selectPerson(ctx, person);
  const until = new Date(ctx.now.getTime() + minutes * 60_000);
  await insertPostGrant(ctx, { person, purpose, matter, until });
  await logAccess(ctx, { person, act: 'card', elements: [element], purpose });
  return { name: row?.name ?? '', until };
}
