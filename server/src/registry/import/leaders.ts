// SPDX-License-Identifier: Apache-2.0
// Who answers for an institution, as a file says: a name that is not in office yet takes the office.
import type { Ctx } from '../../kernel/ctx.ts';
import { today } from '../../kernel/today.ts';
import { sealValue } from '../sealed.ts';
import { hexOf } from '../seed-queries.ts';
import type { InstitutionRow, Sited } from './chunk-institutions.ts';
import { insertSeats, type Seat, selectSeated } from './institution-queries.ts';

interface Settled {
  readonly one: Sited;
  readonly row: InstitutionRow;
}

/** Lines by which somebody took an office. Who holds it already is left alone, telephone and all. */
export async function seatLeaders(
  ctx: Ctx,
  settled: readonly Settled[],
  source: string,
): Promise<Sited[]> {
  const led = settled.filter(({ one, row }) => one.line.leader !== null && row.to_on === null);
  const keys = led.map(({ row: { street, no } }) => ({ street, no }));
  const keyOf = ({
    institution,
    name,
    position,
  }: Pick<Seat, 'institution' | 'name' | 'position'>) => `${institution} ${name} ${position}`;
  const seated = new Set((await selectSeated(ctx.db, keys)).map(keyOf));
  const fresh = led.flatMap((each) => {
    const seat = seatOf(ctx, each, source);
    if (seat === undefined || seated.has(keyOf(seat))) return [];
    seated.add(keyOf(seat));
    return [{ seat, one: each.one }];
  });
  await insertSeats(
    ctx.db,
    fresh.map(({ seat }) => seat),
  );
  return fresh.map(({ one }) => one);
}

function seatOf(ctx: Ctx, { one: { line }, row }: Settled, source: string): Seat | undefined {
  const { leader } = line;
  if (leader === null) return undefined;
  const day = today(ctx);
  const { street, no: institution, place, term_from } = row;
  return {
    ...{ street, institution, place, name: leader.name, position: leader.position },
    phone: leader.phone === null ? null : hexOf(sealValue(ctx.keys, leader.phone)),
    from_on: term_from !== null && term_from < day ? term_from : day,
    ...{ source, recorded_at: ctx.now },
  };
}
