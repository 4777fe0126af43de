// SPDX-License-Identifier: Apache-2.0
import { Refused } from '@lilong/contracts/call';
import { expect, test } from 'vitest';
import { shrinkPhoto, smallSize } from './upload.ts';

test.each([
  [4000, 3000, 1600, 1200],
  [3000, 4000, 1200, 1600],
  [800, 600, 800, 600],
  [20_000, 4, 1600, 1], // a strip keeps a pixel of its height
])('%d × %d is sent as %d × %d', (width, height, smallWidth, smallHeight) => {
  expect(smallSize(width, height)).toEqual({ width: smallWidth, height: smallHeight });
});

test('a film instead of a photo is refused before it is read, at the field of the photos', async () => {
  const film = { size: 400_000_000 } as Blob; // nothing else of it may be touched
  const refused = await shrinkPhoto(film).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Refused);
  expect((refused as Refused).problem).toMatchObject({
    code: 'files.too-large',
    facts: { limitMb: 100 },
    field: 'photos',
  });
});
