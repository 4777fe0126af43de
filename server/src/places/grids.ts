// SPDX-License-Identifier: Apache-2.0
import type { Ctx } from '../kernel/ctx.ts';
import type { Spot } from './datum.ts';
import { selectGridsAt } from './queries.ts';

/** Names of the grids that hold a point, in force today. */
export async function gridNames(ctx: Ctx, spot: Spot): Promise<string[]> {
  return (await selectGridsAt(ctx, spot)).map((grid) => grid.name);
}
