// SPDX-License-Identifier: Apache-2.0
// A consent is taken back before the matter is accepted: what was taken by it is dropped, and has to be brought.
import { incomingStates } from '@lilong/contracts/affair-flow';
import type { takeBackConsent } from '@lilong/contracts/affairs';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { endMatterGrants, heldOfMyself } from '../registry/index.ts';
import { consentOf, deleteLent, endConsentOf } from './consent-queries.ts';
import { onlyValues } from './has.ts';
import { itemOfRow } from './items.ts';
import { openKept, sealKept, toldOf, valuesOf } from './kept.ts';
import { pageOf } from './page.ts';
import { clockFacts } from './settings.ts';
import { affairKey, lockFor } from './standing.ts';
import type { ApplicationRow } from './tables.ts';
import { missingOf } from './told.ts';
import { moved, settle, standing } from './walk.ts';

/** Whether a consent can still be taken back. */
export const mayTakeBack = ({ state }: Pick<ApplicationRow, 'state'>): boolean =>
  incomingStates.includes(state) || state === 'correction';

/** Before it is accepted: nothing of it is used any more, and it is said what has to be brought. */
export async function takeBack(
  ctx: Ctx,
  { ref }: InputOf<typeof takeBackConsent>,
): Promise<ReplyOf<typeof takeBackConsent>> {
  const held = await heldOfMyself(ctx);
  const row = await lockFor(ctx, 'own', affairKey(ref));
  const [found] = (await consentOf(row).execute(ctx.db)).rows;
  if (found === undefined || found.ended_at !== null || !mayTakeBack(row))
    throw new Refusal('affairs.wrong-state', { ref, state: row.state });
  const bare = await bareOf(ctx, row);
  await endConsentOf(ctx, row, 'taken_back');
  await deleteLent(ctx, row);
  await endMatterGrants(ctx, ref);
  const walked = moved(standing(bare.row), 'take_back', bare, await clockFacts(ctx));
  const left = await settle(ctx, row, walked);
  ctx.note({ act: 'affairs.consent-taken-back', subject: ref, place: row.place });
  return pageOf(ctx, left, held);
}

/** The application without anything that was taken, and what it then lacks. A name stays: it is whose application it is. */
async function bareOf(ctx: Ctx, row: ApplicationRow) {
  const { body } = await itemOfRow(ctx, row.item_row);
  const kept = openKept(ctx, row);
  const name = kept.held['person.name'];
  const bare = { ...kept, held: name === undefined ? {} : { 'person.name': name } };
  const materials = row.materials.filter(({ how }) => how !== 'certificate' && how !== 'earlier');
  const told = toldOf(bare, materials);
  const asked = row.state === 'correction';
  const lacks = missingOf(body, onlyValues(valuesOf(bare)), told).map(({ key }) => key);
  return {
    row: {
      ...{ ...row, materials, sealed: sealKept(ctx, bare) },
      asked_words: asked ? row.asked_words : null,
    },
    missing: [...new Set([...(asked ? row.asked_keys : []), ...lacks])],
  };
}
