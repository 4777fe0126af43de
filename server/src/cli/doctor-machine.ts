// SPDX-License-Identifier: Apache-2.0
import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { filesFolder, keysFile } from '../config.ts';
import { type Keys, readKeys } from '../kernel/keys.ts';
import { bad, type Finding, good, warn } from './finding.ts';
import type { Shell } from './shell.ts';

const leastNode = 24;
const scarceBytes = 2_000_000_000;
const fullBytes = 200_000_000;

/** Node, disk, folders, keys. */
export async function checkMachine({ config }: Shell): Promise<Finding[]> {
  return [
    checkNode(process.versions.node),
    await checkDisk(resolve(config.DATA_DIR)),
    checkFolder(filesFolder(config)),
    ...checkKeys(keysFile(config)),
  ];
}

export function checkNode(version: string): Finding {
  const facts = { version, least: leastNode };
  return Number(version.split('.')[0]) >= leastNode
    ? good('doctor.node', facts)
    : bad('doctor.node-old', facts);
}

async function checkDisk(folder: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(firstExisting(folder));
  return diskFinding(folder, bavail * bsize);
}

export function diskFinding(folder: string, freeBytes: number): Finding {
  const facts = { folder, free: Math.round(freeBytes / 1e8) / 10 };
  if (freeBytes < fullBytes) return bad('doctor.disk-full', facts);
  return freeBytes < scarceBytes ? warn('doctor.disk-scarce', facts) : good('doctor.disk', facts);
}

function firstExisting(folder: string): string {
  return existsSync(folder) ? folder : firstExisting(dirname(folder));
}

function checkFolder(folder: string): Finding {
  const probe = join(firstExisting(folder), `.probe-${process.pid}`); // the folder itself comes with the first start
  try {
    writeFileSync(probe, '');
    rmSync(probe);
    return good('doctor.files', { folder });
  } catch (fault) {
    return bad('doctor.files-locked', { folder, detail: String(fault) });
  }
}

/** The master key: there, whole, and nobody else's to read. */
export function checkKeys(file: string): Finding[] {
  if (!existsSync(file)) return [warn('doctor.keys-none', { file })];
  const others = statSync(file).mode & 0o077;
  const open = others === 0 ? [] : [bad('doctor.keys-open', { file })];
  const keys = wholeKeys(file);
  const found =
    keys === undefined
      ? bad('doctor.keys-broken', { file })
      : good('doctor.keys', { file, id: keys.id });
  return [...open, found];
}

/** The keys in a file, when they are whole and open again what they seal. */
export function wholeKeys(file: string): Keys | undefined {
  if (!existsSync(file)) return undefined;
  const words = '里弄';
  try {
    const keys = readKeys(file);
    return keys.open(keys.seal(words)) === words ? keys : undefined;
  } catch {
    return undefined;
  }
}
