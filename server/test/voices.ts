// SPDX-License-Identifier: Apache-2.0
// Recordings without sound in them: what phones send, as short as can be.

/** Ogg with Opus: a head, and one page that ends at `seconds`. */
export function aVoice(seconds = 3): Buffer {
  const head = Buffer.alloc(19);
  head.write('OpusHead\x01\x01', 'latin1');
  return Buffer.concat([oggPage(0n, head), oggPage(BigInt(seconds * 48_000), Buffer.alloc(200))]);
}

function oggPage(position: bigint, body: Buffer): Buffer {
  const head = Buffer.alloc(28);
  head.write('OggS', 'latin1');
  head.writeBigInt64LE(position, 6);
  head.writeUInt8(1, 26);
  head.writeUInt8(body.length, 27);
  return Buffer.concat([head, body]);
}

/** WebM as Chromium records it: no length, clusters of unknown size, a block each half second. */
export function aWebm(seconds: number): Buffer {
  const blocks = Array.from({ length: seconds * 2 }, (_, nth) => {
    const block = Buffer.from([0xa3, 0x84, 0x81, 0, 0, 0x80]);
    block.writeInt16BE((nth % 20) * 500, 3);
    const cluster = Buffer.from([0x1f, 0x43, 0xb6, 0x75, 0xff, 0xe7, 0x84, 0, 0, 0, 0]);
    cluster.writeUInt32BE(Math.floor(nth / 20) * 10_000, 7);
    return nth % 20 === 0 ? Buffer.concat([cluster, block]) : block;
  });
  const unknown = [0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
  return Buffer.concat([
    Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x84, 0x42, 0x86, 0x81, 0x01]),
    Buffer.from([0x18, 0x53, 0x80, 0x67, ...unknown]),
    Buffer.from([0x15, 0x49, 0xa9, 0x66, 0x87, 0x2a, 0xd7, 0xb1, 0x83, 0x0f, 0x42, 0x40]),
    ...blocks,
  ]);
}

/** MP4 as Safari records it: its length at the head, or fragments of one second each. */
export function anMp4(seconds: number, kind: 'whole' | 'fragments'): Buffer {
  const scale = 48_000;
  const length = kind === 'whole' ? seconds : 0;
  const head = box('moov', time('mvhd', 1000, length * 1000), track(scale));
  const fragments = Array.from({ length: seconds - length }, (_, nth) =>
    box('moof', box('traf', full('tfhd', 0, 1), full('tfdt', 0, nth * scale), run(scale))),
  );
  return Buffer.concat([box('ftyp', Buffer.from('M4A ')), head, ...fragments]);
}

const track = (scale: number): Buffer => box('trak', box('mdia', time('mdhd', scale, 0)));
const time = (type: string, scale: number, length: number): Buffer =>
  full(type, 0, 0, 0, scale, length);
/** Two samples of half a second; each says its own length. */
const run = (scale: number): Buffer => full('trun', 0x100, 2, scale / 2, scale / 2);

function full(type: string, flags: number, ...numbers: readonly number[]): Buffer {
  const body = Buffer.alloc(4 + numbers.length * 4);
  body.writeUInt32BE(flags, 0);
  for (const [nth, number] of numbers.entries()) body.writeUInt32BE(number, 4 + nth * 4);
  return box(type, body);
}

function box(type: string, ...parts: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + parts.reduce((sum, part) => sum + part.length, 0), 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, ...parts]);
}
