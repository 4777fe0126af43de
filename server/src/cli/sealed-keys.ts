// SPDX-License-Identifier: Apache-2.0
// The ring of keys outside its file: under a passphrase, scrypt and AES-256-GCM.
import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { keysOf } from '../kernel/keys.ts';
import { Trouble } from './shell.ts';

/** 128 MiB and about half a second for each guess. */
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
const leastLength = 12;

interface SealedKeys {
  readonly format: 1;
  readonly id: string;
  readonly salt: string;
  readonly iv: string;
  readonly tag: string;
  readonly data: string;
}

/** @throws {Trouble} when the passphrase is shorter than twelve characters */
export function sealRing(ring: string, passphrase: string): string {
  if (passphrase.length < leastLength) throw new Trouble('keys.short', { least: leastLength });
  const salt = randomBytes(16);
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', scryptSync(passphrase, salt, 32, cost), iv);
  const data = Buffer.concat([cipher.update(ring, 'utf8'), cipher.final()]);
  const text = (bytes: Buffer) => bytes.toString('base64');
  const sealed: SealedKeys = {
    format: 1,
    id: keysOf(ring).id,
    salt: text(salt),
    iv: text(iv),
    tag: text(cipher.getAuthTag()),
    data: text(data),
  };
  return `${JSON.stringify(sealed, null, 2)}\n`;
}

/** @throws {Trouble} when the passphrase is not the one, or the file was changed */
export function openRing(text: string, passphrase: string): string {
  try {
    const { salt, iv, tag, data } = JSON.parse(text) as SealedKeys; // written by `sealMaster`
    const bytes = (part: string) => Buffer.from(part, 'base64');
    const key = scryptSync(passphrase, bytes(salt), 32, cost);
    const decipher = createDecipheriv('aes-256-gcm', key, bytes(iv));
    decipher.setAuthTag(bytes(tag));
    const ring = Buffer.concat([decipher.update(bytes(data)), decipher.final()]);
    return ring.length === 32 ? ring.toString('base64') : ring.toString('utf8'); // the key alone, before there were rings
  } catch {
    throw new Trouble('keys.not-opened');
  }
}
