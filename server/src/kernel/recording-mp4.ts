// SPDX-License-Identifier: Apache-2.0
// MP4 (ISO/IEC 14496-12), as Safari records: one piece with its length at the head, or fragments without any.

const entered: ReadonlySet<string> = new Set(['moov', 'trak', 'mdia', 'mvex', 'moof', 'traf']);

interface Track {
  /** Units a second. */
  scale: number;
  /** Units of a sample where it does not say. */
  usual: number;
  /** Units at which the fragment at hand begins or ends. */
  at: number;
}

/** The length at the head, or the end of the last fragment; whichever is longer. */
export function mp4Seconds(bytes: Buffer): number | undefined {
  const track: Track = { scale: 0, usual: 0, at: 0 };
  let seconds: number | undefined;
  for (let at = 0; at + 8 <= bytes.length; ) {
    const { type, data, end } = boxAt(bytes, at);
    if (type === 'mdhd') track.scale = timeOf(bytes, data).scale;
    if (type === 'trex') track.usual = bytes.readUInt32BE(data + 12);
    if (type === 'tfhd') track.usual = usualOf(bytes, data) ?? track.usual;
    if (type === 'tfdt') track.at = longAt(bytes, data, data + 4);
    if (type === 'trun') track.at += runOf(bytes, data, track.usual);
    const told = type === 'mvhd' ? timeOf(bytes, data) : { scale: track.scale, length: track.at };
    if (told.length > 0 && told.scale > 0)
      seconds = Math.max(seconds ?? 0, told.length / told.scale);
    at = entered.has(type) ? data : end;
  }
  return seconds;
}

function boxAt(bytes: Buffer, at: number): { type: string; data: number; end: number } {
  const size = bytes.readUInt32BE(at);
  const type = bytes.toString('latin1', at + 4, at + 8);
  if (size === 0) return { type, data: at + 8, end: bytes.length };
  const whole = size === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : size;
  const data = at + (size === 1 ? 16 : 8);
  if (at + whole < data) throw new RangeError('a box shorter than its head');
  return { type, data, end: at + whole };
}

/** Scale and length of `mvhd` and `mdhd`; their version says how wide times are. An unknown length is all ones. */
function timeOf(bytes: Buffer, data: number): { scale: number; length: number } {
  const wide = bytes.readUInt8(data) === 1;
  const scale = bytes.readUInt32BE(data + (wide ? 20 : 12));
  const length = longAt(bytes, data, data + (wide ? 24 : 16));
  return { scale, length: length >= 0xffffffff ? 0 : length };
}

/** A time at `at`, eight bytes wide when the box at `data` has version 1. */
function longAt(bytes: Buffer, data: number, at: number): number {
  return bytes.readUInt8(data) === 1 ? Number(bytes.readBigUInt64BE(at)) : bytes.readUInt32BE(at);
}

const flagsAt = (bytes: Buffer, data: number): number => bytes.readUIntBE(data + 1, 3);

/** `tfhd`: units of a sample in this fragment, when it says so. */
function usualOf(bytes: Buffer, data: number): number | undefined {
  const flags = flagsAt(bytes, data);
  if ((flags & 0x8) === 0) return undefined;
  return bytes.readUInt32BE(
    data + 8 + ((flags & 0x1) === 0 ? 0 : 8) + ((flags & 0x2) === 0 ? 0 : 4),
  );
}

/** `trun`: units that its samples last together. */
function runOf(bytes: Buffer, data: number, usual: number): number {
  const flags = flagsAt(bytes, data);
  const count = bytes.readUInt32BE(data + 4);
  if ((flags & 0x100) === 0) return count * usual;
  const width = 4 * [0x100, 0x200, 0x400, 0x800].filter((bit) => (flags & bit) !== 0).length;
  const first = data + 8 + ((flags & 0x1) === 0 ? 0 : 4) + ((flags & 0x4) === 0 ? 0 : 4);
  let units = 0;
  for (let sample = 0; sample < count; sample++)
    units += bytes.readUInt32BE(first + sample * width);
  return units;
}
