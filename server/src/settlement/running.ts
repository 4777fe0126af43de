// SPDX-License-Identifier: Apache-2.0
import type { Ctx } from '../kernel/ctx.ts';
import { selectDone } from './queries.ts';
import { type Reckoned, reckoned } from './reckon.ts';
import { type Worth, worthOn } from './worth.ts';

/** What stands in no statement yet, up to the end of a month; of everybody, or of what the actor may read. */
export async function runningLines(
  ctx: Ctx,
  month: string,
  reach: 'all' | 'own' = 'all',
): Promise<Reckoned[]> {
  const done = await selectDone(ctx, month, reach);
  const worths = new Map<string, Worth>();
  for (const { day } of done) if (!worths.has(day)) worths.set(day, await worthOn(ctx, day));
  return reckoned(done, (day) => {
    const worth = worths.get(day);
    if (worth === undefined) throw new Error(`nothing is worth anything on ${day}`); // each was asked for
    return worth;
  });
}
