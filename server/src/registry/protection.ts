// SPDX-License-Identifier: Apache-2.0
// 保护: somebody who is in danger if they are found stands in no search, list or count, and is opened to nobody but themselves.
import { Refusal } from '@lilong/contracts/refusals';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { checkNumber, findByNumber } from './look-up.ts';
import { lookOver } from './reach.ts';

export interface Protection {
  /** Of their identity card. */
  readonly number: string;
  /** Who orders it, and by which paper. */
  readonly reason: string;
  readonly operator: string;
  /** They are found again. */
  readonly lift: boolean;
}

/**
 * Protects somebody from now on, or no longer. What opened their file to others is over at once; oneself reads it in 我的数据.
 *
 * @throws {Refusal} `registry.id-number`, `registry.nobody`
 */
export async function protect(ctx: Ctx, asked: Protection): Promise<void> {
  const person = await findByNumber(ctx, checkNumber('111', asked.number));
  if (person === undefined) throw new Refusal('registry.nobody', {}, 'number');
  await lookOver(ctx, [], { persons: [person] });
  const hidden = !asked.lift;
  await sql`update registry.person set protected = ${hidden} where no = ${person}`.execute(ctx.db);
  await sql`update registry.presence set protected = ${hidden} where person = ${person}`.execute(
    ctx.db,
  );
  if (hidden)
    await sql`update registry.access_grant
      set until_at = ${ctx.now}::timestamptz, from_at = least(from_at, ${ctx.now}::timestamptz - interval '1 microsecond')
      where person = ${person} and account is not null and until_at > ${ctx.now}::timestamptz`.execute(
      ctx.db,
    );
  ctx.note({
    act: hidden ? 'registry.protected' : 'registry.protection-lifted',
    subject: `person ${person}`,
    facts: { reason: asked.reason, operator: asked.operator },
  });
}
