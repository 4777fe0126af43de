// SPDX-License-Identifier: Apache-2.0
// Consent by item, once: given with the signature or at a window, over with the matter.
import { randomBytes } from 'node:crypto';
import type { AffairConsent } from '@lilong/contracts/affair-consent';
import { formatRef } from '@lilong/contracts/refs';
import type { RawBuilder } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { runLater } from '../kernel/pipelined.ts';
import { endMatterGrants, matterGrants } from '../registry/index.ts';
import {
  type ConsentFound,
  consentInsertion,
  endConsentOf,
  lentInsertion,
} from './consent-queries.ts';
import type { Has } from './has.ts';
import type { Item } from './items.ts';
import { officesOfParts } from './parts.ts';
import type { ApplicationRow, ConsentRow } from './tables.ts';
import { keptTakes } from './takes.ts';
import type { Told } from './told.ts';

export interface Agreed {
  readonly how: ConsentRow['how'];
  readonly item: Item;
  readonly has: Has;
  readonly told: Told;
  readonly salt: string;
}
export const newSalt = (): string => randomBytes(16).toString('hex');

/** Writes what was agreed to, and the grant that its person can read and end. The transaction states the person. */
export async function agree(ctx: Ctx, row: ApplicationRow, agreed: Agreed): Promise<void> {
  const { written, lent } = await agreement(ctx, row, agreed);
  for (const one of [...written, ...lent]) await runLater(ctx.db, one);
}

/** The same to be written by the caller: as it will be found, its insertions, and those that need the application to be there. */
export async function agreement(
  ctx: Ctx,
  row: ApplicationRow,
  { how, item, has, told, salt }: Agreed,
): Promise<Agreement> {
  const ref = formatRef('A', row);
  const takes = keptTakes(item.body, has, told, salt);
  const earlier = told.materials.filter((one) => one.how === 'earlier');
  const facts = { how, item: row.item, takes: takes.map(({ what, key }) => `${what} ${key}`) };
  ctx.note({ act: 'affairs.consented', subject: ref, place: row.place, facts });
  const organisations = await whoMayUse(ctx, row, item, told);
  return {
    consent: { how, at: ctx.now, takes, ended_at: null, ended: null },
    written: [
      consentInsertion(ctx, row, { how, takes }),
      matterGrants(ctx, { person: row.person, organisations, purpose: 'affair', matter: ref }),
    ],
    lent: earlier.map(({ key, files = [], from }) =>
      lentInsertion(row, { material: key, matter: from?.ref ?? '', files }),
    ),
  };
}
interface Agreement {
  readonly consent: ConsentFound;
  readonly written: RawBuilder<unknown>[];
  readonly lent: RawBuilder<unknown>[];
}

/** Who accepts and who decides; of a 一件事 who decides its parts. */
async function whoMayUse(
  ctx: Ctx,
  row: ApplicationRow,
  item: Item,
  told: Told,
): Promise<readonly number[]> {
  if (row.parts === 0) return [row.accept_org, row.decide_org];
  const parts = await officesOfParts(ctx, item, told, row);
  return [row.accept_org, ...parts.map(({ decides }) => decides)];
}

/** It is over, and with it whatever was lent. */
export async function consentOver(ctx: Ctx, row: ApplicationRow): Promise<void> {
  await endConsentOf(ctx, row, 'over');
  await endMatterGrants(ctx, formatRef('A', row));
}

export function consentShown(found: ConsentFound | undefined): AffairConsent | null {
  if (found === undefined) return null;
  return {
    ...{ how: found.how, at: found.at.toISOString(), ended: found.ended },
    endedAt: found.ended_at?.toISOString() ?? null,
    takes: found.takes.map(({ hash: _, ...one }) => one),
  };
}
