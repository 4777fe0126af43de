// SPDX-License-Identifier: Apache-2.0
// A label that its department has taken back from everybody ends, batch by batch.
import type { Ctx } from '../../kernel/ctx.ts';
import { lookOver } from '../reach.ts';
import { batchDigestOf } from '../sealed.ts';
import { CHUNK, endingOf, opened } from './match.ts';
import {
  endLabels,
  selectOfBatch,
  selectWaitingOf,
  settleWaiting,
  spreadLabelsOf,
} from './match-queries.ts';
import { selectWithdrawal } from './queries.ts';

export interface Ended {
  readonly organisation: number;
  readonly batch: number;
  readonly label: string;
  /** The last label that was looked at. */
  readonly after: number;
}

/** Ends what a batch said of one label. The number of the last that was looked at when there may be more. */
export async function endLabelOf(ctx: Ctx, ended: Ended): Promise<number | undefined> {
  const { organisation, batch, label, after } = ended;
  const suppliers = [organisation];
  await lookOver(ctx, [], { suppliers });
  const withdrawal = await selectWithdrawal(ctx, batch, label);
  if (withdrawal === undefined) return undefined;
  const digest = batchDigestOf(ctx.keys, batch);
  const isIt = (sealed: Uint8Array | null) => sealed !== null && opened(ctx, sealed).code === label;
  if (after === 0) {
    const waiting = await selectWaitingOf(ctx, digest);
    await settleWaiting(
      ctx,
      waiting.filter(({ sealed }) => isIt(sealed)).map(({ key }) => key),
      [],
    );
  }
  const held = await selectOfBatch(ctx, digest, after, CHUNK);
  const found = held.filter(
    ({ code, sealed }) => code === label || (code === null && isIt(sealed)),
  );
  const persons = [...new Set(found.map(({ person }) => person))];
  await lookOver(ctx, [], { suppliers, persons });
  await endLabels(
    ctx,
    found.map((one) => endingOf(ctx, one, withdrawal)),
  );
  await spreadLabelsOf(ctx, persons);
  return held.length === CHUNK ? held.at(-1)?.no : undefined;
}
