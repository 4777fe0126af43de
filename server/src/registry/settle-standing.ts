// SPDX-License-Identifier: Apache-2.0
import { committeeOf } from '@lilong/contracts/place-no';
import type { Ctx } from '../kernel/ctx.ts';
import { selectPerson } from './card-queries.ts';
import { selectCurrent, setStanding } from './move-queries.ts';
import { isOutside } from './new-person.ts';
import { standingCode, standingOf } from './standing.ts';

/** Computes the 人户 state of each current presence anew. The caller has stated the person to `lookAs`. */
export async function settleStanding(ctx: Ctx, no: number): Promise<void> {
  const person = await selectPerson(ctx, no);
  if (person === undefined) return;
  const rows = await selectCurrent(ctx, no);
  const at = (role: string) => {
    const row = rows.find((one) => one.role === role);
    return row === undefined ? undefined : committeeOf(row.place);
  };
  const facts = {
    livesIn: at('lives'),
    registeredIn: at('registered'),
    registeredOutside: isOutside(person.registered_in),
    abroad: person.abroad,
  };
  for (const row of rows) {
    const standing = standingCode(standingOf(committeeOf(row.place), facts));
    if (standing !== row.standing) await setStanding(ctx, row, standing);
  }
}
