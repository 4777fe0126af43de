// SPDX-License-Identifier: Apache-2.0
// Ogg (RFC 3533) with Opus (RFC 7845) or Vorbis, as Firefox records.

const opusRate = 48_000; // Hz, whatever was recorded

/** From the position that the last page with sound ends at. */
export function oggSeconds(bytes: Buffer): number | undefined {
  let codec: { readonly rate: number; readonly skip: number } | undefined;
  let end: number | undefined;
  let at = 0;
  while (bytes.toString('latin1', at, at + 4) === 'OggS') {
    const segments = bytes.readUInt8(at + 26);
    const body = at + 27 + segments;
    if (codec === undefined) {
      codec = codecOf(bytes.subarray(body));
      if (codec === undefined) return undefined;
    }
    const position = Number(bytes.readBigInt64LE(at + 6)); // -1 where no packet ends
    if (position > 0) end = Math.max(end ?? 0, position);
    at = body + bytes.subarray(at + 27, body).reduce((sum, length) => sum + length, 0);
  }
  if (codec === undefined || end === undefined) return undefined;
  return Math.max(0, end - codec.skip) / codec.rate;
}

function codecOf(head: Buffer): { readonly rate: number; readonly skip: number } | undefined {
  if (head.toString('latin1', 0, 8) === 'OpusHead')
    return { rate: opusRate, skip: head.readUInt16LE(10) };
  if (head.toString('latin1', 0, 7) === '\x01vorbis')
    return { rate: Math.max(1, head.readUInt32LE(12)), skip: 0 };
  return undefined;
}
