// SPDX-License-Identifier: Apache-2.0
// Pictures that came with a form. Clients call the field `media`, `photo1`, `file_…`: any name will do.
import { photoLimit } from '@lilong/contracts/files';
import { Refusal } from '@lilong/contracts/refusals';
import { takeUpload } from '../kernel/files.ts';
import type { Host } from '../kernel/host.ts';
import { invalid } from './fields.ts';

export interface Pictures {
  /** Numbers of the stored files, which hang nowhere yet. */
  readonly kept: readonly number[];
  /** How many files were something else, such as a document. */
  readonly left: number;
}

/**
 * Stores the pictures among the files, as photos from a phone are stored.
 *
 * @throws {Refusal} input.invalid for more than nine; files.heic, files.bomb, files.not-an-image, files.too-large
 */
export async function keepPictures(host: Host, files: readonly File[]): Promise<Pictures> {
  const pictures = files.filter(saysPicture);
  if (pictures.length > photoLimit) throw invalid('photos', 'maxItems');
  const kept: number[] = [];
  for (const picture of pictures) kept.push(await keep(host, picture));
  return { kept, left: files.length - pictures.length };
}

/** Some clients name no type; then the file's name has to say it. */
const saysPicture = ({ name, type }: File): boolean =>
  type.startsWith('image/') || /\.(jpe?g|png|webp|gif|bmp|tiff?|hei[cf])$/i.test(name);

async function keep(host: Host, picture: File): Promise<number> {
  const most = host.config.PHOTO_MAX_BYTES;
  if (picture.size > most)
    throw new Refusal('files.too-large', { limitMb: Math.round(most / 1e6) }, 'photos');
  const body = Buffer.from(await picture.bytes());
  return (await takeUpload(host, null, 'photo', body)).no;
}
