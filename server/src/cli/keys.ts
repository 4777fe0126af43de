// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { keysFile } from '../config.ts';
import { keysOf, newRing, readRing, replaceRing, writeRing } from '../kernel/keys.ts';
import { checkKeys } from './doctor-machine.ts';
import { rotate } from './rotate.ts';
import { openRing, sealRing } from './sealed-keys.ts';
import { type Shell, Trouble, tell } from './shell.ts';

/** `keys check | make | rotate | backup FILE | restore FILE`. */
export async function keysCommand(shell: Shell, args: readonly string[]): Promise<number> {
  const [what, given] = args;
  const file = keysFile(shell.config);
  if (what === 'check') return check(shell, file);
  if (what === 'make') return make(shell, file);
  if (what === 'rotate') return rotate(shell, args.slice(1));
  if (what === 'backup' && given !== undefined) return backUp(shell, file, resolve(given));
  if (what === 'restore' && given !== undefined) return putBack(shell, file, resolve(given));
  throw new Trouble('cli.usage', {
    usage: 'lilong keys check | make | rotate | backup FILE | restore FILE',
  });
}

function check(shell: Shell, file: string): number {
  const findings = checkKeys(file);
  for (const { key, facts } of findings) tell(shell.out, key, facts);
  return findings.every(({ level }) => level === 'good') ? 0 : 1;
}

function make(shell: Shell, file: string): number {
  const ring = newRing();
  writeRing(file, ring);
  const { id } = keysOf(ring);
  tell(shell.out, 'keys.made', { file, id });
  return 0;
}

async function backUp(shell: Shell, file: string, to: string): Promise<number> {
  if (existsSync(to)) throw new Trouble('cli.file-there', { file: to });
  const ring = readRing(file);
  writeFileSync(to, sealRing(ring, await askPassphrase(shell)), { mode: 0o600, flag: 'wx' });
  tell(shell.out, 'keys.backed-up', { file: to, id: keysOf(ring).id });
  return 0;
}

async function putBack(shell: Shell, file: string, from: string): Promise<number> {
  if (!existsSync(from)) throw new Trouble('cli.no-file', { file: from });
  const ring = openRing(readFileSync(from, 'utf8'), await askPassphrase(shell));
  putIn(file, ring);
  tell(shell.out, 'keys.restored', { file, id: keysOf(ring).id });
  return 0;
}

/** Where there are keys already, only a ring that holds all of them takes their place: after a rotation elsewhere. */
function putIn(file: string, ring: string): void {
  const isLonger = existsSync(file) && ring !== readRing(file) && ring.endsWith(readRing(file));
  if (isLonger) replaceRing(file, ring);
  else writeRing(file, ring);
}

/** @throws {Trouble} when nobody gave one */
export async function askPassphrase(shell: Shell): Promise<string> {
  const passphrase = await shell.passphrase();
  if (passphrase === undefined || passphrase === '') throw new Trouble('keys.no-passphrase');
  return passphrase;
}
