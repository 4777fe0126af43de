// SPDX-License-Identifier: Apache-2.0
import { photoMaxMegapixels, voiceLimitSeconds } from '@lilong/contracts/files';
import { Refusal } from '@lilong/contracts/refusals';
import sharp from 'sharp';
import { recordingOf } from './recording.ts';

export interface Picture {
  readonly whole: Buffer;
  readonly thumb?: Buffer;
  readonly mime: string;
}
const maxPixels = photoMaxMegapixels * 1e6;
const longestSide = 2000; // px kept
const thumbSide = 320; // px

sharp.cache(false);
sharp.concurrency(1);

/**
 * Re-encodes a photo: EXIF and position are gone, the size is bounded.
 *
 * @throws {Refusal} files.empty, files.heic, files.bomb, files.not-an-image
 */
export async function photoFrom(bytes: Buffer): Promise<Picture> {
  if (bytes.length === 0) throw new Refusal('files.empty', {}, 'photos');
  if (isHeic(bytes)) throw new Refusal('files.heic', {}, 'photos');
  const size = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
  if (size === undefined || !['jpeg', 'png', 'webp'].includes(size.format))
    throw new Refusal('files.not-an-image', {}, 'photos');
  if (size.width * size.height > maxPixels)
    throw new Refusal('files.bomb', { megapixels: photoMaxMegapixels }, 'photos');
  return jpegFrom(bytes).catch(() => {
    throw new Refusal('files.not-an-image', {}, 'photos'); // its head was an image's, its body is not
  });
}

/** A JPEG of bounded size with its thumb. What people send goes through `photoFrom`, which looks at it first. */
export async function jpegFrom(bytes: Buffer): Promise<Picture> {
  const upright = sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' }).rotate();
  const whole = await upright
    .resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 82 })
    .toBuffer();
  const thumb = await sharp(whole)
    .resize(thumbSide, thumbSide, { fit: 'cover' })
    .jpeg({ quality: 72 })
    .toBuffer();
  return { whole, thumb, mime: 'image/jpeg' };
}

/** HEIC and HEIF say so in their first box. */
function isHeic(bytes: Buffer): boolean {
  return (
    bytes.subarray(4, 8).toString('latin1') === 'ftyp' &&
    /^(heic|heix|hevc|mif1|msf1|heif)/.test(bytes.subarray(8, 12).toString('latin1'))
  );
}

const voiceMax = 2_000_000; // bytes; 60 s of Opus take about 0.5 MB
/** A phone stops its recorder a little late. */
const lateSeconds = 5;

/** @throws {Refusal} files.empty, files.too-large, files.not-a-voice, files.voice-too-long */
export function voiceFrom(bytes: Buffer): Picture {
  if (bytes.length === 0) throw new Refusal('files.empty', {}, 'voice');
  if (bytes.length > voiceMax)
    throw new Refusal('files.too-large', { limitMb: voiceMax / 1e6 }, 'voice');
  const recording = recordingOf(bytes);
  if (recording === undefined) throw new Refusal('files.not-a-voice', {}, 'voice');
  if (recording.seconds > voiceLimitSeconds + lateSeconds)
    throw new Refusal('files.voice-too-long', { limitSeconds: voiceLimitSeconds }, 'voice');
  return { whole: bytes, mime: recording.mime };
}
