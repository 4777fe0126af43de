// SPDX-License-Identifier: Apache-2.0
// What a backup consists of, and the proof that it is whole.
import { createHash } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Trouble } from './shell.ts';
import { type Member, type Packed, readMember, readTar } from './tar.ts';

/** The first file of a backup: what it is of. */
export interface About {
  readonly format: 1;
  readonly program: string;
  readonly madeAt: string;
  readonly database: 'embedded' | 'server';
  readonly mode: string;
  readonly migrations: readonly string[];
  /** Names the master key that sealed what is in the database. */
  readonly keyId: string;
  readonly withKeys: boolean;
}

export const names = {
  about: 'about.json',
  embedded: 'database.tar.gz',
  server: 'database.dump',
  heads: 'audit-heads.log',
  keys: 'keys.sealed',
  manifest: 'manifest.json',
} as const;
/** Nothing else may be in a backup: a name never leads out of the folder that it is unpacked in. */
const allowed =
  /^(about\.json|database\.tar\.gz|database\.dump|audit-heads\.log|keys\.sealed|manifest\.json|files\/[\w-]{2}\/[\w-]{20,40})$/;

export interface Unpacked {
  readonly about: About;
  readonly members: readonly string[];
}

/**
 * Unpacks a backup into `folder`, or only reads it through, and proves every file by its digest.
 *
 * @throws {Trouble} when it is no backup, or not whole
 */
export async function unpack(path: string, folder: string | undefined): Promise<Unpacked> {
  const members = await readTar(path).catch((fault: unknown) => {
    throw new Trouble('backup.unreadable', { path, detail: String(fault) });
  });
  const strange = members.find(({ name }) => !allowed.test(name));
  if (strange !== undefined) throw new Trouble('backup.strange', { path, name: strange.name });
  const found: Packed[] = [];
  for (const member of members)
    found.push(
      await extract(path, member, folder === undefined ? undefined : join(folder, member.name)),
    );
  const manifest = await jsonOf<{ files: Packed[] }>(path, members, names.manifest);
  const about = await jsonOf<About>(path, members, names.about);
  if (about.format !== 1) throw new Trouble('backup.format', { path, format: about.format });
  compare(
    path,
    found.filter(({ name }) => name !== names.manifest),
    manifest.files,
  );
  return { about, members: members.map(({ name }) => name) };
}

function compare(path: string, found: readonly Packed[], listed: readonly Packed[]): void {
  const expected = new Map(listed.map((one) => [one.name, one]));
  for (const { name, size, digest } of found) {
    const one = expected.get(name);
    expected.delete(name);
    if (one === undefined || one.size !== size || one.digest !== digest)
      throw new Trouble('backup.changed', { path, name });
  }
  const [missing] = expected.keys();
  if (missing !== undefined) throw new Trouble('backup.lacks', { path, name: missing });
}

async function extract(path: string, member: Member, to: string | undefined): Promise<Packed> {
  const hash = createHash('sha256');
  if (to === undefined) {
    for await (const piece of readMember(path, member)) hash.update(piece);
    return { name: member.name, size: member.size, digest: hash.digest('hex') };
  }
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  const file = await open(to, 'wx', 0o600);
  try {
    for await (const piece of readMember(path, member)) {
      hash.update(piece);
      await file.writeFile(piece);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { name: member.name, size: member.size, digest: hash.digest('hex') };
}

async function jsonOf<T>(path: string, members: readonly Member[], name: string): Promise<T> {
  const member = members.find((one) => one.name === name);
  if (member === undefined) throw new Trouble('backup.lacks', { path, name });
  const pieces: Buffer[] = [];
  for await (const piece of readMember(path, member)) pieces.push(piece);
  try {
    return JSON.parse(Buffer.concat(pieces).toString('utf8')) as T; // written by `backup`; its digest is checked
  } catch {
    throw new Trouble('backup.changed', { path, name });
  }
}
