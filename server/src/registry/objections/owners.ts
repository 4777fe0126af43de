// SPDX-License-Identifier: Apache-2.0
// Who owns a value, by the data-element catalogue: the committee, or a line of work (公安) and its organisation there.
import { committeeOf, placeChain } from '@lilong/contracts/place-no';
import type { Entry } from '../../kernel/catalogue.ts';
import type { Ctx } from '../../kernel/ctx.ts';
import { titlesOf } from '../supply/suppliers.ts';
import { type Office, selectOwners } from './queries.ts';

/** Finds the organisation that owns an element of people and homes at a place. */
export type Owners = (entry: Entry) => Office | undefined;

export async function ownersAt(ctx: Ctx, place: number): Promise<Owners> {
  const offices = await selectOwners(ctx, placeChain(committeeOf(place)));
  const titles = await titlesOf(ctx);
  return ({ body }) => {
    if (body.owner === 'committee') return offices.find(({ kind }) => kind === 'committee');
    const names = titles.get(String(body.owner)) ?? [];
    return offices.find(
      ({ kind, name }) => kind !== 'committee' && names.some((one) => name.includes(one)),
    );
  };
}
