// SPDX-License-Identifier: Apache-2.0
// A consent is given once more, after it was taken back: what the city has is used again, and need not be brought.
import type { agreeAgain } from '@lilong/contracts/affairs';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { heldOfMyself } from '../registry/index.ts';
import { mayAgreeAgain, type Second, secondOf } from './agreed.ts';
import { agree, newSalt } from './consent.ts';
import { consentOf } from './consent-queries.ts';
import { filledMaterials } from './fill.ts';
import { type Item, itemOfRow } from './items.ts';
import { keptMaterials, sealKept, snapshotOf } from './kept.ts';
import { pageOf } from './page.ts';
import { clockFacts } from './settings.ts';
import { affairKey, lockFor } from './standing.ts';
import type { ApplicationRow } from './tables.ts';
import { checkTold, missingOf } from './told.ts';
import { moved, settle, standing, type Walked } from './walk.ts';

/** What the city has is used again; what is still missing besides is asked for as before. */
export async function agreeOnceMore(
  ctx: Ctx,
  { ref }: InputOf<typeof agreeAgain>,
): Promise<ReplyOf<typeof agreeAgain>> {
  const held = await heldOfMyself(ctx);
  const row = await lockFor(ctx, 'own', affairKey(ref));
  const [found] = (await consentOf(row).execute(ctx.db)).rows;
  if (!mayAgreeAgain(found, row))
    throw new Refusal('affairs.wrong-state', { ref, state: row.state });
  const item = await itemOfRow(ctx, row.item_row);
  const { has, told: wanted, asked } = await secondOf(ctx, item, row, held);
  const told = checkTold(item.body, has, wanted, 'but_papers');
  const salt = newSalt();
  const kept = snapshotOf(item.body, held.values, told);
  const filled: ApplicationRow = {
    ...row,
    materials: keptMaterials(told),
    asked_keys: waitsFor(item, row, { has, told, asked }),
    sealed: sealKept(ctx, { questions: told.questions, fields: told.fields, held: kept, salt }),
  };
  await agree(ctx, filled, { how: 'signed', item, has, told, salt });
  const left = await settle(ctx, row, await goesOn(ctx, filled));
  return pageOf(ctx, left, held);
}

function waitsFor(
  { body }: Item,
  { asked_keys }: ApplicationRow,
  { has, told, asked }: Omit<Second, 'reused'>,
): string[] {
  if (!asked) return missingOf(body, has, told).map(({ key }) => key);
  const all = filledMaterials(body, has);
  return asked_keys.filter((key) => all.find((one) => one.key === key)?.held === null);
}

/** Nothing is missing any more: it goes on as when it was brought. */
async function goesOn(ctx: Ctx, row: ApplicationRow): Promise<Walked> {
  if (row.asked_keys.length > 0) return { row, steps: [{ row, step: { did: 'agree' } }] };
  const unasked = { ...row, asked_at: null, asked_until: null };
  return moved(standing(unasked), 'agree', {}, await clockFacts(ctx));
}
