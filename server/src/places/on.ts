// SPDX-License-Identifier: Apache-2.0
import { levelOf, placeChain } from '@lilong/contracts/place-no';
import type { Ctx } from '../kernel/ctx.ts';
import type { Heard } from '../kernel/events.ts';
import type { Host } from '../kernel/host.ts';
import { today } from '../kernel/today.ts';
import { sayServer } from '../kernel/voice.ts';
import { dutiesFor } from './duties.ts';
import { insertDrafts, isProposed } from './duty-draft-queries.ts';

export function placesOn({ subscribers }: Host): void {
  subscribers.on('case.ruled', 'places.propose-duty', proposeDuty);
}

/** What a street leader has ruled, as `cases` tells it. */
interface Ruled {
  readonly category: string;
  /** The committee of the case. */
  readonly place: number;
  readonly organisation: number;
  readonly assisting: readonly number[];
  readonly reason: string;
}
const longestSource = 200;

/**
 * A ruling becomes a draft for the street's own list, once: the next case of its kind would not need one. Nothing when
 * the list names that organisation alone already.
 */
async function proposeDuty(ctx: Ctx, { subject, facts }: Heard): Promise<void> {
  const { category, place, organisation, assisting, reason } = facts as unknown as Ruled; // our own event
  const [listed, second] = await dutiesFor(ctx, category, place, today(ctx));
  if (second === undefined && listed?.organisation === organisation) return;
  if (await isProposed(ctx, subject, organisation)) return;
  const source = sayServer('zh', 'duty.ruled', { ref: subject, reason }); // the list is kept in Chinese
  const street = placeChain(place).find((no) => levelOf(no) === 'street') ?? place;
  const draft = {
    ...{ category, place: street, lead: organisation, assisting, validFrom: today(ctx) },
    source: [...source].slice(0, longestSource).join(''),
  };
  await insertDrafts(ctx, [draft], subject);
}
