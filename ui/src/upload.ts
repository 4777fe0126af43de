// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { Refused } from '@lilong/contracts/call';
import { uploadPath } from '@lilong/contracts/files';
import { asRefused, localProblem } from './client.ts';
import { sessionHeaders } from './session.ts';

/** Longest side of a photo as sent: readable number plates, a few hundred kilobytes. */
export const PHOTO_SIDE_PX = 1600;
const JPEG_QUALITY = 0.8;

/**
 * Makes a photo small enough for a slow line: at most 1600 px, upright, JPEG, without its place and time of taking.
 *
 * @throws {Refused} `files.heic` when this browser cannot open iPhone's format, `files.not-an-image` for anything else
 */
export async function shrinkPhoto(file: Blob): Promise<Blob> {
  const picture = await decode(file);
  const scale = Math.min(1, PHOTO_SIDE_PX / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Refused(localProblem('files.not-an-image', 415, 'photos'));
  pen.fillStyle = '#fff'; // a transparent PNG becomes paper, not black
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture.image, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((resolve, reject) => {
    const refuse = () => reject(new Refused(localProblem('files.not-an-image', 415, 'photos')));
    canvas.toBlob((blob) => (blob === null ? refuse() : resolve(blob)), 'image/jpeg', JPEG_QUALITY);
  });
}

interface Picture {
  readonly image: CanvasImageSource;
  readonly width: number;
  readonly height: number;
  readonly close: () => void;
}

/** `<img>` turns a photo upright by its EXIF in every browser of the floor; `createImageBitmap` does not. */
async function decode(file: Blob): Promise<Picture> {
  const url = URL.createObjectURL(file);
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
  } catch {
    URL.revokeObjectURL(url);
    const code = (await isHeic(file)) ? 'files.heic' : 'files.not-an-image';
    throw new Refused(localProblem(code, 415, 'photos'));
  }
  const { naturalWidth: width, naturalHeight: height } = image;
  return { image, width, height, close: () => URL.revokeObjectURL(url) };
}

/** HEIC says so in its first box: `ftyp` and then a brand. */
async function isHeic(file: Blob): Promise<boolean> {
  const head = String.fromCharCode(...new Uint8Array(await file.slice(0, 12).arrayBuffer()));
  return /^.{4}ftyp(heic|heix|heif|hevc|mif1|msf1)/s.test(head);
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
      headers: { 'content-type': type, ...sessionHeaders('POST') },
      body: blob,
    });
    const reply: unknown = await response.json();
    if (!response.ok) throw new Refused(reply as Problem); // our server answers every refusal this way
    return (reply as { no: number }).no; // shaped by UploadReply on the server
  } catch (error) {
    throw asRefused(error);
  }
}
