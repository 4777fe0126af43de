// SPDX-License-Identifier: Apache-2.0
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hash,
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
  renameSync,
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
  | 'sign' // for offices: certificates
  | 'find' // what people are found by: registry.person_key
  | 'personal'; // what is kept of them, sealed

/** SM3 and SM4 (GB/T 32905, 32907), or SHA-256 and AES-128 where a deployment may not use the national suite. */
export const suites = {
  sm: { cipher: 'sm4-ctr', mac: 'sm3' },
  aes: { cipher: 'aes-128-ctr', mac: 'sha256' },
} as const;
export type Suite = keyof typeof suites;

/** The keys of one deployment. They live outside database and backup (`KEYS`). */
export interface Keys {
  /** Names the master key, kept beside every sealed value. */
  readonly id: string;
  readonly suite: Suite;
  /** Those that were used before, newest first: they open and verify what is older. */
  readonly earlier: readonly Keys[];
  /** HMAC, hex: a digest that only this deployment can compute. */
  digest(use: KeyUse, text: string): string;
  /** Encrypted in counter mode, then an HMAC over all of it: `id.iv.ciphertext.mac`. */
  seal(text: string | Buffer): string;
  /** @throws when the value was changed or sealed with a key that is not here */
  open(sealed: string): string;
  /** The same of bytes. */
  openBytes(sealed: string): Buffer;
  /** The 32 bytes of a use, for signing. */
  raw(use: KeyUse): Buffer;
}

/** Makes the keys from a master key of 32 bytes. */
export function keysFrom(master: Buffer, suite: Suite = 'sm', earlier: readonly Keys[] = []): Keys {
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
  const objects = new Map<KeyUse, KeyObject>(); // made once: Node takes them sooner than bytes
  const digest = (use: KeyUse, text: string): string => {
    const key = objects.get(use) ?? createSecretKey(raw(use));
    objects.set(use, key);
    return createHmac(suites[suite].mac, key).update(text).digest('hex');
  };
  const keys: Keys = {
    ...{ id: idOf(master, suite), suite, earlier, raw, digest },
    seal: (text) => sealText(keys, raw('encrypt'), text),
    open: (sealed) => keys.openBytes(sealed).toString('utf8'),
    openBytes: (sealed) => {
      const id = sealed.slice(0, sealed.indexOf('.'));
      if (id === keys.id) return openText(keys, raw('encrypt'), sealed);
      return keyNamed(keys, id).openBytes(sealed);
    },
  };
  return keys;
}

function idOf(master: Buffer, suite: Suite): string {
  const named = suite === 'sm' ? master : Buffer.concat([Buffer.from(suite), master]);
  return createHash('sha256').update(named).digest('hex').slice(0, 8);
}

/**
 * The key of this name, today's or an earlier one.
 *
 * @throws when it is not here
 */
export function keyNamed(keys: Keys, id: string): Keys {
  const found = [keys, ...keys.earlier].find((one) => one.id === id);
  if (found === undefined) throw new Error(`sealed with key ${id}, this deployment has ${keys.id}`);
  return found;
}

function sealText(keys: Keys, key: Buffer, text: string | Buffer): string {
  const iv = randomBytes(16);
  const cipher = createCipheriv(suites[keys.suite].cipher, key.subarray(0, 16), iv);
  const made = Buffer.concat([
    typeof text === 'string' ? cipher.update(text, 'utf8') : cipher.update(text),
    cipher.final(),
  ]);
  const body = `${keys.id}.${iv.toString('base64url')}.${made.toString('base64url')}`;
  return `${body}.${keys.digest('field', body)}`;
}

function openText(keys: Keys, key: Buffer, sealed: string): Buffer {
  const cut = sealed.lastIndexOf('.');
  const body = sealed.slice(0, cut);
  const [, iv, text] = body.split('.');
  if (!same(keys.digest('field', body), sealed.slice(cut + 1)))
    throw new Error('a sealed value was changed');
  const nonce = Buffer.from(iv ?? '', 'base64url');
  const opened = createDecipheriv(suites[keys.suite].cipher, key.subarray(0, 16), nonce);
  const bytes = Buffer.from(text ?? '', 'base64url');
  return Buffer.concat([opened.update(bytes), opened.final()]);
}

/** Compares without telling by time where two texts differ. */
export function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/**
 * The ring in a file of keys, as text: a line for each master key, today's first, as base64; one of the other suite
 * says so before it, `aes …`.
 *
 * @throws {Trouble} when there is no file, or it holds no whole ring
 */
export function readRing(file: string): string {
  if (!existsSync(file)) throw new Trouble('doctor.keys-none', { file });
  const ring = readFileSync(file, 'utf8').trim();
  try {
    keysOf(ring);
  } catch {
    throw new Trouble('doctor.keys-broken', { file });
  }
  return ring;
}

/** @throws when the text is no ring */
export function keysOf(ring: string): Keys {
  const made: Keys[] = [];
  for (const line of ring.split('\n').reverse()) {
    const [, aes, text = ''] = /^(aes )?(\S+)$/.exec(line.trim()) ?? [];
    const master = Buffer.from(text, 'base64');
    made.unshift(keysFrom(master, aes === undefined ? 'sm' : 'aes', [...made]));
  }
  const [keys] = made;
  if (keys === undefined) throw new Error('a ring has a key');
  return keys;
}

export const readKeys = (file: string): Keys => keysOf(readRing(file));

/** A new key; before those of `ring`, when it takes their place. */
export function newRing(suite: Suite = 'sm', ring = ''): string {
  const key = `${suite === 'sm' ? '' : `${suite} `}${randomBytes(bytes).toString('base64')}`;
  return ring === '' ? key : `${key}\n${ring}`;
}

/**
 * Writes a ring where none is (mode 600): whole and on the disk, or not at all.
 *
 * @throws {Trouble} when there is one already
 */
export function writeRing(file: string, ring: string): void {
  const part = writePart(file, ring);
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

/** Writes a ring in the place of one that it holds all of. */
export function replaceRing(file: string, ring: string): void {
  if (!ring.endsWith(readRing(file))) throw new Error('a key would be lost');
  renameSync(writePart(file, ring), file);
  syncFolder(dirname(file));
}

function writePart(file: string, ring: string): string {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const part = `${file}.${randomBytes(4).toString('hex')}.part`;
  writeFileSync(part, `${ring}\n`, { mode: 0o600, flag: 'wx', flush: true });
  return part;
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/** A random token of 256 bits, and what is kept of it. */
export function newToken(): { token: string; hash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: tokenHash(token) };
}
export function tokenHash(token: string): string {
  return hash('sha256', token, 'base64url');
}
