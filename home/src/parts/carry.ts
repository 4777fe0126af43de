// SPDX-License-Identifier: Apache-2.0
import { type Problem, Refused } from '@lilong/contracts/call';
import { asRefused } from '@lilong/ui/client.ts';
import { uploadFile } from '@lilong/ui/upload.ts';
import type { Photo } from '../outbox/store.ts';

export type Carried = { readonly numbers: number[] } | { readonly problem: Problem };

/** Brings the photos that are not on the server yet there. All of them, or the reason why not. */
export async function carryPhotos(
  photos: readonly Photo[],
  options: { readonly order?: string } = {},
): Promise<Carried> {
  try {
    const numbers: number[] = [];
    for (const { no, blob } of photos)
      numbers.push(no ?? (await carriedTo('photos', uploadFile('photo', blob, options))));
    return { numbers };
  } catch (error) {
    return { problem: asRefused(error).problem };
  }
}

/** What is refused of a file is said at the field of the form that it was put into. */
export async function carriedTo(
  field: 'photos' | 'voice',
  uploaded: Promise<number>,
): Promise<number> {
  try {
    return await uploaded;
  } catch (error) {
    throw new Refused({ ...asRefused(error).problem, field });
  }
}
