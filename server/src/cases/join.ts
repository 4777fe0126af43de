// SPDX-License-Identifier: Apache-2.0
import type { meToo, Receipt } from '@lilong/contracts/cases';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf } from '@lilong/contracts/route';
import { rememberCommittee } from '../identity/index.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { attach } from '../kernel/files.ts';
import { knownPlace } from '../places/index.ts';
import { caseKey, caseRef, reportRef } from './keys.ts';
import { mayBeJoined } from './nearby.ts';
import { casePolicy } from './policy.ts';
import { promisesOf } from './promised.ts';
import {
  announce,
  insertMeToo,
  insertPhotos,
  isEnded,
  lockJoinable,
  writeStep,
} from './queries.ts';
import { selectOwnReport } from './queries-acts.ts';
import type { CaseRow } from './tables.ts';

type Joining = InputOf<typeof meToo>;

/**
 * "This one, me too": joins an open case that others may see, or that similar-report hints showed. Whoever
 * reported it or joined it before gets the receipt of then, with what is promised now.
 */
export async function joinCase(ctx: Ctx, input: Joining): Promise<Receipt> {
  ctx.requireEver(casePolicy, 'report');
  const key = caseKey(input.caseRef);
  const row = await lockJoinable(ctx, key);
  if (row === undefined || isEnded(row.state))
    throw new Refusal('found.nothing', { what: 'case' }, 'caseRef');
  const before = await selectOwnReport(ctx, key);
  if (before !== undefined) return receiptOf(ctx, row, before);
  if (!(await mayBeJoined(ctx, row)))
    throw new Refusal('found.nothing', { what: 'case' }, 'caseRef');
  return receiptOf(ctx, row, await join(ctx, row, input));
}

async function join(ctx: Ctx, row: CaseRow, { words, photos }: Joining): Promise<number> {
  const reportNo = await insertMeToo(ctx, row, words ?? null);
  await attach(ctx, photos, reportRef({ street: row.street, no: reportNo }));
  await insertPhotos(ctx, row, photos, 'near', reportNo);
  await writeStep(ctx, row, { reports: row.reports + 1 }, { move: 'me_too', kind: 'note' });
  announce(ctx, row, 'joined', { report: reportNo });
  await rememberCommittee(ctx, row.place);
  return reportNo;
}

async function receiptOf(ctx: Ctx, row: CaseRow, reportNo: number): Promise<Receipt> {
  const place = await knownPlace(ctx, row.place);
  return {
    ref: reportRef({ street: row.street, no: reportNo }),
    caseRef: caseRef(row),
    state: row.state,
    ...promisesOf(ctx, row),
    placeName: place.name,
    committeePhone: place.phone,
  };
}
