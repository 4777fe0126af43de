// SPDX-License-Identifier: Apache-2.0
import type { RowKey } from '@lilong/contracts/refs';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';
import type { TicketRow } from './tables.ts';

interface When {
  readonly ahead: number | null;
  readonly minutes: number | null;
}
/** A ticket of which somebody waits to be told. */
export type Reminded = TicketRow & When;

export async function keepReminder(ctx: Ctx, { street, no }: RowKey, when: When): Promise<void> {
  await ctx.db
    .insertInto('counters.reminder')
    .values({ street, ticket: no, ...when })
    .execute();
}

/** False when it was gone. */
export async function dropReminder(ctx: Ctx, { street, no }: RowKey): Promise<boolean> {
  const gone = await ctx.db
    .deleteFrom('counters.reminder')
    .where('street', '=', street)
    .where('ticket', '=', no)
    .returning('ticket')
    .execute();
  return gone.length > 0;
}

const reminded = (ctx: Ctx) =>
  ctx.db
    .selectFrom('counters.reminder as r')
    .innerJoin('counters.ticket as t', (join) =>
      join.onRef('t.street', '=', 'r.street').onRef('t.no', '=', 'r.ticket'),
    );

export function selectMineReminded(ctx: Ctx, account: number): Promise<(RowKey & When)[]> {
  return reminded(ctx)
    .where('t.account', '=', account)
    .select(['t.street', 't.no', 'r.ahead', 'r.minutes'])
    .execute();
}

export function selectReminded(ctx: Ctx, centre: number): Promise<Reminded[]> {
  return reminded(ctx)
    .where('t.centre', '=', centre)
    .selectAll('t')
    .select(['r.ahead', 'r.minutes'])
    .orderBy('t.line_at')
    .execute();
}

/** Halls where somebody waits to be told today. */
export async function selectRemindedHalls(ctx: Ctx): Promise<number[]> {
  const rows = await reminded(ctx)
    .where('t.day', '=', today(ctx))
    .select('t.centre')
    .distinct()
    .execute();
  return rows.map(({ centre }) => centre);
}
