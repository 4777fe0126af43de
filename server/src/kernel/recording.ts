// SPDX-License-Identifier: Apache-2.0
// What kind of recording some bytes are, and how long it lasts. Reads the container, never the sound in it.
import { mp4Seconds } from './recording-mp4.ts';
import { oggSeconds } from './recording-ogg.ts';
import { webmSeconds } from './recording-webm.ts';

export interface Recording {
  readonly mime: 'audio/webm' | 'audio/ogg' | 'audio/mp4';
  readonly seconds: number;
}

const kinds = [
  { mime: 'audio/webm', at: 0, sign: '\x1a\x45\xdf\xa3', secondsOf: webmSeconds },
  { mime: 'audio/ogg', at: 0, sign: 'OggS', secondsOf: oggSeconds },
  { mime: 'audio/mp4', at: 4, sign: 'ftyp', secondsOf: mp4Seconds },
] as const;

/** Undefined for what is no recording, or one without any sound in it. */
export function recordingOf(bytes: Buffer): Recording | undefined {
  const kind = kinds.find(({ at, sign }) => bytes.toString('latin1', at, at + 4) === sign);
  if (kind === undefined) return undefined;
  try {
    const seconds = kind.secondsOf(bytes);
    return seconds === undefined ? undefined : { mime: kind.mime, seconds };
  } catch (fault) {
    if (fault instanceof RangeError) return undefined; // it says more than it holds
    throw fault;
  }
}
