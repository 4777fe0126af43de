// SPDX-License-Identifier: Apache-2.0
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { Trouble } from './voice.ts';

const bytes = 32; // of a master key

/** What a key is for; each use has its own, derived from the master key. */
export type KeyUse =
  | 'audit'
  | 'phone'
  | 'field'
  | 'code'
  | 'order'
  | 'seal'
  | 'find' // what people are found by: registry.person_key
  | 'personal'; // what is kept of them, sealed

/** The keys of one deployment. They live outside database and backup (`KEYS`). */
export interface Keys {
  /** Names the master key, kept beside every sealed value. */
  readonly id: string;
  /** HMAC-SM3, hex: a digest that only this deployment can compute. */
  digest(use: KeyUse, text: string): string;
  /** SM4-CTR, then HMAC-SM3 over all of it: `id.iv.ciphertext.mac`. */
  seal(text: string): string;
  /** @throws when the value was changed or sealed with another key */
  open(sealed: string): string;
  /** The 32 bytes of a use, for signing. */
  raw(use: KeyUse): Buffer;
}

/** Makes the keys from a master key of 32 bytes. */
export function keysFrom(master: Buffer): Keys {
  if (master.length !== bytes)
    throw new Error(`a master key has ${bytes} bytes, not ${master.length}`);
  const derived = new Map<string, Buffer>();
  const raw = (use: KeyUse | 'encrypt'): Buffer => {
    const known = derived.get(use);
    if (known !== undefined) return known;
    const fresh = Buffer.from(hkdfSync('sha256', master, '', `lilong ${use}`, 32));
    derived.set(use, fresh);
    return fresh;
  };
  const id = createHash('sha256').update(master).digest('hex').slice(0, 8);
  const objects = new Map<KeyUse, KeyObject>(); // made once: Node takes them sooner than bytes
  const mac = (use: KeyUse, text: string): string => {
    const key = objects.get(use) ?? createSecretKey(raw(use));
    objects.set(use, key);
    return createHmac('sm3', key).update(text).digest('hex');
  };
  return {
    id,
    raw,
    digest: mac,
    seal: (text) => {
      const iv = randomBytes(16);
      const cipher = createCipheriv('sm4-ctr', raw('encrypt').subarray(0, 16), iv);
      const body = `${id}.${iv.toString('base64url')}.${Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]).toString('base64url')}`;
      return `${body}.${mac('field', body)}`;
    },
    open: (sealed) => {
      const cut = sealed.lastIndexOf('.');
      const body = sealed.slice(0, cut);
      const [keyId, iv, text] = body.split('.');
      if (keyId !== id) throw new Error(`sealed with key ${keyId}, this deployment has ${id}`);
      if (!same(mac('field', body), sealed.slice(cut + 1)))
        throw new Error('a sealed value was changed');
      const decipher = createDecipheriv(
        'sm4-ctr',
        raw('encrypt').subarray(0, 16),
        Buffer.from(iv ?? '', 'base64url'),
      );
      return Buffer.concat([
        decipher.update(Buffer.from(text ?? '', 'base64url')),
        decipher.final(),
      ]).toString('utf8');
    },
  };
}

/** Compares without telling by time where two texts differ. */
export function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/**
 * The master key in `file`.
 *
 * @throws {Trouble} when there is no file, or it holds no key
 */
export function readMaster(file: string): Buffer {
  if (!existsSync(file)) throw new Trouble('doctor.keys-none', { file });
  const master = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  if (master.length !== bytes) throw new Trouble('doctor.keys-broken', { file });
  return master;
}

/**
 * Writes a master key where none is (mode 600): whole and on the disk, or not at all.
 *
 * @throws {Trouble} when there is one already
 */
export function writeMaster(file: string, master: Buffer): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const part = `${file}.${randomBytes(4).toString('hex')}.part`;
  writeFileSync(part, `${master.toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(part, file); // unlike a rename it never takes the place of another key
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
    throw new Trouble('keys.there', { file });
  } finally {
    rmSync(part);
  }
  syncFolder(dirname(file));
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

export const newMaster = (): Buffer => randomBytes(bytes);

/** A random token of 256 bits, and what is kept of it. */
export function newToken(): { token: string; hash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: tokenHash(token) };
}
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
