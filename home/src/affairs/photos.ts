// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { carryPhotos } from '../parts/carry.ts';
import type { Told } from './told.ts';

/** Some pictures are on this phone only. */
export const hasWaitingPhotos = ({ photos }: Told): boolean =>
  Object.values(photos).some((all) => all.some(({ no }) => no === undefined));

interface Carried {
  readonly told: Told;
  /** Why one of them could not be carried, said at its paper. */
  readonly problem?: Problem;
}

/** Brings the pictures that a bad line left on the phone to the server. */
export async function carryAll(told: Told): Promise<Carried> {
  if (!hasWaitingPhotos(told)) return { told };
  const photos = { ...told.photos };
  for (const [key, all] of Object.entries(told.photos)) {
    const carried = await carryPhotos(all);
    if ('problem' in carried)
      return {
        told: { ...told, photos },
        problem: { ...carried.problem, field: `materials.${key}` },
      };
    photos[key] = all.map((photo, at) => withNumber(photo, carried.numbers[at]));
  }
  return { told: { ...told, photos } };
}

const withNumber = <P extends object>(photo: P, no: number | undefined): P =>
  no === undefined ? photo : { ...photo, no };
