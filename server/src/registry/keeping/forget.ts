// SPDX-License-Identifier: Apache-2.0
// Every night what is past its period is deleted. The database does it, and writes the register in the same act.
import { type KeptKind, keptKinds } from '@lilong/contracts/registry-keeping';
import { sql } from 'kysely';
import { systemActor } from '../../kernel/actor.ts';
import type { Ctx } from '../../kernel/ctx.ts';
import type { Host } from '../../kernel/host.ts';
import { asSystem } from '../../kernel/serve.ts';
import { today } from '../../kernel/today.ts';

/** Rows in one transaction. */
const CHUNK = 5_000;
/** So many transactions of a kind a night: what is left goes the next. */
const mostRounds = 400;

export function forgetNightly({ subscribers }: Host): void {
  subscribers.every('23 2 * * *', 'registry.forget', forgetAll);
}

/** Forgotten by a job of their own. */
const elsewhere: readonly KeptKind[] = ['ticket', 'rating', 'upload'];

/** People last: they go once nothing of them is left. */
export async function forgetAll(host: Host): Promise<void> {
  for (const kind of keptKinds.filter((one) => !elsewhere.includes(one)))
    for (let round = 0; round < mostRounds; round++) {
      const gone = await asSystem(host, 'registry.forget', systemActor, (ctx) => forget(ctx, kind));
      if (gone < CHUNK) break;
    }
}

async function forget(ctx: Ctx, kind: KeptKind): Promise<number> {
  const { rows } = await sql<{ gone: number }>`
    select registry.forget(${kind}, ${ctx.now}::timestamptz, ${today(ctx)}::date, ${CHUNK}) as gone`.execute(
    ctx.db,
  );
  const gone = rows[0]?.gone ?? 0;
  if (gone > 0) ctx.note({ act: 'registry.deleted', subject: kind, facts: { gone } });
  return gone;
}
