// SPDX-License-Identifier: Apache-2.0
// What an application's person agreed to, as it is shown; and what a second consent would take after the first was taken back.
import { type Taken, takenOf } from '@lilong/contracts/affair-consent';
import type { AffairPage } from '@lilong/contracts/affairs';
import type { Ctx } from '../kernel/ctx.ts';
import type { HeldPerson } from '../registry/index.ts';
import { consentShown } from './consent.ts';
import type { ConsentFound } from './consent-queries.ts';
import { filledMaterials } from './fill.ts';
import { type Has, hasFor } from './has.ts';
import type { Item } from './items.ts';
import { openKept, toldOf } from './kept.ts';
import { stepsOf } from './queries.ts';
import type { ApplicationRow } from './tables.ts';
import { takesOf } from './takes.ts';
import type { Told } from './told.ts';

interface Agreement {
  readonly item: Item;
  readonly row: ApplicationRow;
  /** Of whoever applies and looks. */
  readonly held: HeldPerson | undefined;
  readonly consent: ConsentFound | undefined;
}

export async function agreedOf(
  ctx: Ctx,
  { item, row, held, consent: found }: Agreement,
): Promise<Pick<AffairPage, 'consent' | 'again'>> {
  const again =
    held !== undefined && held.mandate === undefined && mayAgreeAgain(found, row)
      ? await takesAgain(ctx, item, row, held)
      : null;
  return { consent: consentShown(found), again };
}

/** It was taken back, and nothing was brought instead yet. */
export const mayAgreeAgain = (
  found: ConsentFound | undefined,
  { state }: Pick<ApplicationRow, 'state'>,
): boolean => found?.ended === 'taken_back' && state === 'correction';

export interface Second {
  readonly has: Has;
  /** With the papers of earlier matters that would be used. */
  readonly told: Told;
  readonly reused: readonly string[];
  /** The office had asked for something besides: papers of earlier matters do not answer it. */
  readonly asked: boolean;
}

export async function secondOf(
  ctx: Ctx,
  item: Item,
  row: ApplicationRow,
  held: HeldPerson,
): Promise<Second> {
  const has = await hasFor(ctx, item, held);
  const did = (await stepsOf(row).execute(ctx.db)).rows.map((step) => step.did);
  const asked = did.lastIndexOf('ask') > did.lastIndexOf('supplement');
  const before = toldOf(openKept(ctx, row), row.materials);
  const free = filledMaterials(item.body, has).filter(
    ({ key, held: known, earlier }) =>
      known === null && earlier !== null && !before.materials.some((one) => one.key === key),
  );
  const reused = asked ? [] : free.map(({ key }) => key);
  const more = reused.map((key) => ({ key, how: 'earlier' as const }));
  return { has, reused, asked, told: { ...before, materials: [...before.materials, ...more] } };
}

/** What it would name. */
async function takesAgain(
  ctx: Ctx,
  item: Item,
  row: ApplicationRow,
  held: HeldPerson,
): Promise<Taken[]> {
  const { has, told, reused } = await secondOf(ctx, item, row, held);
  return takenOf(takesOf(item.body, has), told.questions, reused);
}
