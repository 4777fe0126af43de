// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { runLater } from '../kernel/pipelined.ts';

/** States the office whose certificates this transaction is about; see migration 0065. */
export async function lookAsOffice({ db }: Pick<Ctx, 'db'>, organisation: number): Promise<void> {
  await runLater(db, sql`select set_config('lilong.office', ${String(organisation)}, true)`);
}
