// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
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
      numbers.push(no ?? (await uploadFile('photo', blob, options)));
    return { numbers };
  } catch (error) {
    return { problem: { ...asRefused(error).problem, field: 'photos' } };
  }
}
