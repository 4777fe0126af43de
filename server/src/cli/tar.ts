// SPDX-License-Identifier: Apache-2.0
// Just enough of POSIX ustar to write a backup and read it again; `tar -tvf` reads it too.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

const block = 512;
/** Octal digits of a size; above 8 GiB the size is written in binary, as GNU tar does. */
const octalMost = 8 ** 11;

/** One file of an archive, and what was in it. */
export interface Packed {
  readonly name: string;
  readonly size: number;
  /** SHA-256, hex. */
  readonly digest: string;
}

export interface TarWriter {
  addText(name: string, text: string): Promise<Packed>;
  addBytes(name: string, bytes: Uint8Array): Promise<Packed>;
  addFile(name: string, path: string): Promise<Packed>;
  /** Two empty blocks, then everything to the disk. */
  finish(): Promise<void>;
  /** Lets go of the file. */
  close(): Promise<void>;
}

/** Starts an archive in a file that must not exist yet; nobody else may read it. */
export async function writeTar(path: string, seconds: number): Promise<TarWriter> {
  const file = await open(path, 'wx', 0o600);
  const addBytes = async (name: string, bytes: Uint8Array): Promise<Packed> => {
    await file.writeFile(headerOf(name, bytes.length, seconds));
    await file.writeFile(bytes);
    await file.writeFile(paddingOf(bytes.length));
    return { name, size: bytes.length, digest: createHash('sha256').update(bytes).digest('hex') };
  };
  return {
    addBytes,
    addText: (name, text) => addBytes(name, Buffer.from(text)),
    addFile: (name, from) => addFile(file, name, from, seconds),
    finish: async () => {
      await file.writeFile(Buffer.alloc(2 * block));
      await file.sync();
    },
    close: () => file.close(),
  };
}

async function addFile(
  file: FileHandle,
  name: string,
  from: string,
  seconds: number,
): Promise<Packed> {
  const source = await open(from, 'r');
  try {
    const { size } = await source.stat();
    await file.writeFile(headerOf(name, size, seconds));
    const hash = createHash('sha256');
    let written = 0;
    for await (const piece of source.createReadStream({ autoClose: false })) {
      const bytes = piece as Buffer; // no encoding was asked for
      hash.update(bytes);
      await file.writeFile(bytes);
      written += bytes.length;
    }
    if (written !== size) throw new Error(`${from} changed while it was read`);
    await file.writeFile(paddingOf(size));
    return { name, size, digest: hash.digest('hex') };
  } finally {
    await source.close();
  }
}

function headerOf(name: string, size: number, seconds: number): Buffer {
  if (Buffer.byteLength(name) > 100) throw new Error(`too long a name for an archive: ${name}`);
  const header = Buffer.alloc(block);
  const put = (text: string, at: number) => header.write(text, at, 'utf8');
  put(name, 0);
  put('0000600\0', 100);
  put('0000000\0', 108);
  put('0000000\0', 116);
  if (size < octalMost) put(`${octal(size)}\0`, 124);
  else {
    header.writeUInt8(0x80, 124);
    header.writeBigUInt64BE(BigInt(size), 128);
  }
  put(`${octal(seconds)}\0`, 136);
  put('0', 156); // a plain file
  put('ustar\0', 257);
  put('00', 263);
  put(`${sumOf(header).toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

const octal = (value: number): string => value.toString(8).padStart(11, '0');

/** Of all bytes, those of the sum itself counted as blanks. */
function sumOf(header: Buffer): number {
  return header.reduce((sum, byte, i) => sum + (i >= 148 && i < 156 ? 32 : byte), 0);
}

function paddingOf(size: number): Buffer {
  return Buffer.alloc((block - (size % block)) % block);
}

/** Where a file lies in an archive. */
export interface Member {
  readonly name: string;
  readonly size: number;
  readonly offset: number;
}

/**
 * The files of an archive, in their order.
 *
 * @throws {Error} when it is no archive or ends too early
 */
export async function readTar(path: string): Promise<Member[]> {
  const file = await open(path, 'r');
  try {
    const { size: whole } = await file.stat();
    const members: Member[] = [];
    let offset = 0;
    for (;;) {
      const header = Buffer.alloc(block);
      const { bytesRead } = await file.read(header, 0, block, offset);
      if (bytesRead < block) throw new Error('the archive ends too early');
      if (header.every((byte) => byte === 0)) return members;
      const member = memberOf(header, offset + block);
      members.push(member);
      offset = member.offset + member.size + paddingOf(member.size).length;
      if (offset > whole) throw new Error(`the archive ends within ${member.name}`);
    }
  } finally {
    await file.close();
  }
}

function memberOf(header: Buffer, offset: number): Member {
  const text = (from: number, length: number) =>
    header
      .subarray(from, from + length)
      .toString('utf8')
      .split('\0')[0] ?? '';
  if (Number.parseInt(text(148, 8), 8) !== sumOf(header)) throw new Error('no archive of ours');
  const binary = header.readUInt8(124) === 0x80;
  const size = binary ? Number(header.readBigUInt64BE(128)) : Number.parseInt(text(124, 12), 8);
  return { name: text(0, 100), size, offset };
}

/** The bytes of one file of an archive. */
export function readMember(path: string, { offset, size }: Member): AsyncIterable<Buffer> {
  if (size === 0) return emptyStream();
  return createReadStream(path, { start: offset, end: offset + size - 1 });
}
async function* emptyStream(): AsyncIterable<Buffer> {}
