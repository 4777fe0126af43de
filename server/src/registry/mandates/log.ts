// SPDX-License-Identifier: Apache-2.0
// What a helper does is read by the person in 谁看过, and stands in the audit; to be named as one, by the helper.
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { runLater } from '../../kernel/pipelined.ts';
import type { MandateFound } from './queries.ts';

/** What a helper did; words `own.look.helped-<name>`. */
export const helped = [
  'form',
  'list',
  'start',
  'read',
  'submit',
  'supplement',
  'withdraw',
  'discard',
  'receipt',
] as const;
export type Helped = (typeof helped)[number];

/** In the person's own 谁看过, and in the audit. The transaction states the person. */
export async function logHelped(
  ctx: Ctx,
  { no, person }: Pick<MandateFound, 'no' | 'person'>,
  did: Helped,
  item: string | undefined,
): Promise<void> {
  const elements = [`helped ${did}`, ...(item === undefined ? [] : [item])];
  await insertLook(ctx, person, 'helper', elements);
  const facts = { mandate: no, did, item: item ?? null };
  ctx.note({ act: 'registry.helped', subject: `person ${person}`, purpose: 'helper', facts });
}

/** The helper reads that the code was used to be named as one. */
export const logNamed = (ctx: Ctx, helper: number): Promise<void> =>
  insertLook(ctx, helper, 'principal', ['helper-named']);

const insertLook = (ctx: Ctx, person: number, role: string, elements: readonly string[]) =>
  runLater(
    ctx.db,
    sql`insert into registry.access (person, at, account, role, act, elements, purpose, request)
      values (${person}, ${ctx.now}::timestamptz, ${ctx.actor.account}, ${role}, 'card', ${[...elements]}::text[], 'helper', ${ctx.requestId})`,
  );
