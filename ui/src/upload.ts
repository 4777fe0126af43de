// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { Refused } from '@lilong/contracts/call';
import { photoMaxMegapixels, uploadPath } from '@lilong/contracts/files';
import { asRefused, headersOf, localProblem } from './client.ts';

/** Longest side of a photo as sent: readable number plates, a few hundred kilobytes. */
export const PHOTO_SIDE_PX = 1600;
const JPEG_QUALITY = 0.8;
/** A few hundred kilobytes at the pace of a bad line. */
const PATIENCE_MS = 90_000;

/** No phone takes a larger picture; a file of this size is a film or a mistake. */
const LARGEST_MB = 100;

/**
 * Makes a photo small enough for a slow line: at most 1600 px, upright, JPEG, without its place and time of taking.
 *
 * @throws {Refused} for field `photos`: `files.too-large` and `files.bomb` before it fills the memory of the phone,
 *   `files.heic` when this browser cannot open iPhone's format, `files.not-an-image` for anything else
 */
export async function shrinkPhoto(file: Blob): Promise<Blob> {
  if (file.size > LARGEST_MB * 1e6) throw refused('files.too-large', 413, { limitMb: LARGEST_MB });
  const address = URL.createObjectURL(file);
  try {
    return await drawnSmall(await decode(file, address));
  } finally {
    URL.revokeObjectURL(address);
  }
}

const refused = (code: string, status: number, facts?: Problem['facts']): Refused =>
  new Refused(localProblem(code, status, 'photos', facts));

function drawnSmall(picture: HTMLImageElement): Promise<Blob> {
  const { width, height } = smallSize(picture.naturalWidth, picture.naturalHeight);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (pen === null) throw refused('files.not-an-image', 415);
  pen.fillStyle = '#fff'; // a transparent PNG becomes paper, not black
  pen.fillRect(0, 0, width, height);
  pen.drawImage(picture, 0, 0, width, height);
  return new Promise((resolve, reject) => {
    const keep = (blob: Blob | null) =>
      blob === null ? reject(refused('files.not-an-image', 415)) : resolve(blob);
    canvas.toBlob(keep, 'image/jpeg', JPEG_QUALITY);
  });
}

/** Fits into the longest side, keeps its shape, and is never made larger. */
export function smallSize(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, PHOTO_SIDE_PX / Math.max(width, height));
  const scaled = (side: number) => Math.max(1, Math.round(side * scale));
  return { width: scaled(width), height: scaled(height) };
}

/** `<img>` turns a photo upright by its EXIF in every browser of the floor; `createImageBitmap` does not. */
async function decode(file: Blob, address: string): Promise<HTMLImageElement> {
  const image = new Image();
  try {
    await loaded(image, address);
    if (image.naturalWidth * image.naturalHeight > photoMaxMegapixels * 1e6)
      throw refused('files.bomb', 413, { megapixels: photoMaxMegapixels });
    await image.decode();
    return image;
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw refused((await isHeic(file)) ? 'files.heic' : 'files.not-an-image', 415);
  }
}

/** Its size is known as soon as it has come, before its pixels are unpacked. */
function loaded(image: HTMLImageElement, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    image.onload = () => resolve();
    image.onerror = () => reject(new Error('no picture'));
    image.src = address;
  });
}

/** HEIC says so in its first box: `ftyp` and then a brand. */
async function isHeic(file: Blob): Promise<boolean> {
  const head = String.fromCharCode(...new Uint8Array(await file.slice(0, 12).arrayBuffer()));
  return /^.{4}ftyp(heic|heix|heim|heis|heif|hevc|hevx|mif1|msf1)/s.test(head);
}

export type UploadKind = 'photo' | 'voice';
interface UploadOptions {
  /** Token of a work order: its crew has no account to put a file under. */
  readonly order?: string;
}

/**
 * Puts a file on the server, where it waits a day for the report it belongs to.
 *
 * @returns its number
 * @throws {Refused} `files.*` when the server does not take it, `client.offline` without a network
 */
export async function uploadFile(
  kind: UploadKind,
  blob: Blob,
  { order }: UploadOptions = {},
): Promise<number> {
  const type = blob.type.split(';')[0] ?? '';
  const query = new URLSearchParams(order === undefined ? { kind } : { kind, order });
  try {
    const response = await fetch(`${uploadPath}?${query}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': type, ...(await headersOf('POST')) },
      body: blob,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const reply: unknown = await response.json();
    if (!response.ok) throw new Refused(reply as Problem); // our server answers every refusal this way
    return (reply as { no: number }).no; // shaped by UploadReply on the server
  } catch (error) {
    throw asRefused(error);
  }
}
