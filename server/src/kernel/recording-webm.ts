// SPDX-License-Identifier: Apache-2.0
// WebM (RFC 8794, RFC 9559), as Chromium records: live, so clusters have no size and nothing says the whole length.

const ids = {
  segment: 0x18538067,
  info: 0x1549a966,
  timestampScale: 0x2ad7b1,
  cluster: 0x1f43b675,
  timestamp: 0xe7,
  simpleBlock: 0xa3,
  blockGroup: 0xa0,
  block: 0xa1,
} as const;
/** Read through; everything else is leapt over. So nobody needs to know where one without a size ends. */
const entered: ReadonlySet<number> = new Set([ids.segment, ids.info, ids.cluster, ids.blockGroup]);

/** From the moment of the last block. */
export function webmSeconds(bytes: Buffer): number | undefined {
  let scale = 1_000_000; // ns
  let cluster = 0;
  let last: number | undefined;
  for (let at = 0; at < bytes.length; ) {
    const { id, size, data } = elementAt(bytes, at);
    if (id === ids.timestampScale) scale = readLong(bytes, data, size);
    if (id === ids.timestamp) cluster = readLong(bytes, data, size);
    if (id === ids.simpleBlock || id === ids.block) {
      const track = lengthAt(bytes, data);
      last = Math.max(last ?? 0, cluster + bytes.readInt16BE(data + track));
    }
    at = entered.has(id) ? data : data + size;
  }
  return last === undefined ? undefined : (last * scale) / 1e9;
}

interface Element {
  readonly id: number;
  /** Bytes of its data; without end where it says that nobody knew. */
  readonly size: number;
  readonly data: number;
}
function elementAt(bytes: Buffer, at: number): Element {
  const idLength = lengthAt(bytes, at);
  const sizeAt = at + idLength;
  const sizeLength = lengthAt(bytes, sizeAt);
  const first = bytes.readUInt8(sizeAt) & (0xff >> sizeLength);
  const rest = sizeLength === 1 ? 0 : readLong(bytes, sizeAt + 1, sizeLength - 1);
  const unknown = 2 ** (7 * sizeLength) - 1;
  const size = first * 2 ** (8 * (sizeLength - 1)) + rest;
  return {
    id: readLong(bytes, at, idLength),
    size: size >= unknown ? Number.POSITIVE_INFINITY : size,
    data: sizeAt + sizeLength,
  };
}

/** How many bytes a variable-size number takes: one more than zeros before its first bit. */
function lengthAt(bytes: Buffer, at: number): number {
  return Math.clz32(bytes.readUInt8(at)) - 23;
}

/** Up to eight bytes; what a number does not hold exactly no upload has. */
function readLong(bytes: Buffer, at: number, length: number): number {
  if (length <= 6) return bytes.readUIntBE(at, length);
  return bytes.readUIntBE(at, length - 6) * 2 ** 48 + bytes.readUIntBE(at + length - 6, 6);
}
