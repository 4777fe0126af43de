// SPDX-License-Identifier: Apache-2.0
// Who looked at whom: 谁看过我的信息. One row in the registry for the person to read, one line in the audit.

import { Refusal } from '@lilong/contracts/refusals';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { runLater } from '../kernel/pipelined.ts';
import { today } from '../kernel/today.ts';
import { lookOver } from './reach.ts';

export interface Looked {
  readonly person: number;
  readonly act: 'card' | 'reveal' | 'change';
  readonly elements?: readonly string[];
  readonly purpose: string;
}

/** Writes that the actor looked at somebody, or changed something about them, and why. */
export const logAccess = (ctx: Ctx, looked: Looked): Promise<void> =>
  runLater(ctx.db, accessOf(ctx, looked));

/** The same, in this order, to be written by the caller beside its own. */
export function accessOf(ctx: Ctx, ...all: readonly Looked[]) {
  const { account, post } = ctx.actor;
  if (account === null || post === null) throw new Error('nobody looks at people without a post');
  const place = post.places[0]; // an auditor of that place finds it
  for (const { person, act, elements = [], purpose } of all)
    ctx.note({
      ...{ act: `registry.${act}`, subject: `person ${person}`, purpose, facts: { elements } },
      ...(place && { place }),
    });
  const { no, organisation, role } = post;
  const same = { at: ctx.now, account, post: no, organisation, role, request: ctx.requestId };
  const rows = all.map(({ elements = [], ...looked }) => ({ ...same, ...looked, elements }));
  return sql`
    insert into registry.access (person, at, account, post, organisation, role, act, elements, purpose, request)
    select person, at, account, post, organisation, role, act, elements, purpose, request
    from jsonb_populate_recordset(null::registry.access, ${JSON.stringify(rows)}::text::jsonb)`;
}

/** Writes that a parent, a guardian or somebody of the household read about a person in their own 我的数据. */
export async function logKin(
  ctx: Ctx,
  looked: Pick<Looked, 'person' | 'elements' | 'purpose'> & { readonly role: string },
): Promise<void> {
  const { person, role, elements = [], purpose } = looked;
  await runLater(
    ctx.db,
    sql`insert into registry.access (person, at, account, role, act, elements, purpose, request)
      values (${person}, ${ctx.now}::timestamptz, ${ctx.actor.account}, ${role}, 'card', ${[...elements]}::text[], ${purpose}, ${ctx.requestId})`,
  );
  ctx.note({ act: 'registry.ward', subject: `person ${person}`, purpose, facts: { elements } });
}

/** Writes that a kiosk read the code that somebody showed it: nobody's post looked, but a hall did. */
export async function logKiosk(
  ctx: Ctx,
  of: { readonly person: number; readonly account: number; readonly organisation: number },
): Promise<void> {
  const { person, account, organisation } = of;
  await lookOver(ctx, [], { persons: [person], reader: account });
  await runLater(
    ctx.db,
    sql`insert into registry.access (person, at, account, organisation, role, act, elements, purpose, request)
      values (${person}, ${ctx.now}::timestamptz, ${account}, ${organisation}, 'kiosk', 'card', '{shown}', 'hall', ${ctx.requestId})`,
  );
}

/**
 * The purpose, if the purpose registry has it today.
 *
 * @throws {Refusal} `registry.purpose` otherwise
 */
export async function checkPurpose(ctx: Ctx, purpose: string): Promise<void> {
  const row = await ctx.catalogue.inForce(ctx.db, 'purpose', purpose, today(ctx), ctx.now);
  if (row === undefined) throw new Refusal('registry.purpose', {}, 'purpose');
}
