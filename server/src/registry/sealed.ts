// SPDX-License-Identifier: Apache-2.0
// What the registry keeps of a number: a digest that finds it, and the number itself, sealed. Both are bytes and short,
// for there are fifty million of them.
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import type { SealedElement } from '@lilong/contracts/registry';
import { type Keys, keyNamed, suites } from '../kernel/keys.ts';
import { packed, unpacked } from './packed.ts';

const DIGEST = 16; // the first half of the HMAC
const END = 6;
const KEY_ID = 4;
const NONCE = 12;
const HEAD = KEY_ID + NONCE;
const MAC = 16;

/** Finds whoever has this number; only this deployment can compute it. */
export function digestOf(keys: Keys, kind: SealedElement, value: string): Buffer {
  return find(keys, `${kind}\0${value}`, DIGEST);
}

/** A digest as `registry.person_key` has it: its sixteen bytes, which an index holds without saying how many they are. */
export const keyOf = (digest: Uint8Array): string =>
  Buffer.from(digest)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

/** Finds the phones of a street by their last four digits; in another street the same four give something else. */
export function phoneEndOf(keys: Keys, street: number, lastFour: string): Buffer {
  return find(keys, `phone-end\0${street}\0${lastFour}`, END);
}

/** Finds a sealed label of one person again; of another, the same label gives something else. */
export function labelDigestOf(keys: Keys, person: number, code: string): Buffer {
  return find(keys, `label\0${person}\0${code}`, DIGEST);
}

/** Finds the labels of a batch; beside a sealed one the number itself would tell which it is. */
export function batchDigestOf(keys: Keys, batch: number): Buffer {
  return find(keys, `label-batch\0${batch}`, DIGEST);
}

/** One line of an organisation about one number: said again, it is the same line. */
export function waitingKeyOf(
  keys: Keys,
  { digest, code, organisation }: { digest: Buffer; code: string; organisation: number },
): Buffer {
  return find(keys, `label-waiting\0${organisation}\0${code}\0${digest.toString('hex')}`, DIGEST);
}

/** The same line in the department's own account; apart from the other, so that neither tells what the other is. */
export function saidKeyOf(
  keys: Keys,
  { digest, code, organisation }: { digest: Buffer; code: string; organisation: number },
): Buffer {
  return find(keys, `label-said\0${organisation}\0${code}\0${digest.toString('hex')}`, DIGEST);
}

/** Counts a person once in a week's uses of labels; the next week the same person gives something else. */
export function digestOfUse(keys: Keys, week: string, about: string): Buffer {
  return find(keys, `label-use\0${week}\0${about}`, DIGEST);
}

/** Finds who lets another of the household read with this code. */
export function consentCodeOf(keys: Keys, code: string): Buffer {
  return find(keys, `consent\0${code}`, DIGEST);
}

/** Finds whom a worker gave this code to. */
export function bindingCodeOf(keys: Keys, code: string): Buffer {
  return find(keys, `binding\0${code}`, DIGEST);
}

/** Finds who shows this code. */
export function shownCodeOf(keys: Keys, code: string): Buffer {
  return find(keys, `shown\0${code}`, DIGEST);
}

function find(keys: Keys, text: string, length: number): Buffer {
  return Buffer.from(keys.digest('find', text).slice(0, 2 * length), 'hex');
}

/** 32 bytes longer than the packed text. */
export const sealValue = (keys: Keys, text: string): Buffer => sealBytes(keys, packed(text));

/** Key id, nonce, ciphertext in counter mode, and half an HMAC over all of that. */
export function sealBytes(keys: Keys, bytes: Uint8Array): Buffer {
  const { id, key, mac } = personalOf(keys);
  const nonce = nextNonce();
  const made = createCipheriv(suites[keys.suite].cipher, key, counterFrom(nonce));
  const body = Buffer.concat([id, nonce, made.update(bytes), made.final()]);
  return Buffer.concat([body, macOf(keys, mac, body)]);
}

/** @throws when the value was changed or sealed with another key */
export const openValue = (keys: Keys, sealed: Uint8Array): string =>
  unpacked(openBytes(keys, sealed));

/** @throws when the bytes were changed or sealed with another key */
export function openBytes(keys: Keys, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed);
  if (bytes.length < HEAD + MAC) throw new Error('a sealed value is cut off');
  const [body, said] = [bytes.subarray(0, -MAC), bytes.subarray(-MAC)];
  const own = keyNamed(keys, body.toString('hex', 0, KEY_ID));
  const { key, mac } = personalOf(own);
  if (!timingSafeEqual(macOf(own, mac, body), said)) throw new Error('a sealed value was changed');
  const nonce = counterFrom(body.subarray(KEY_ID, HEAD));
  const opened = createDecipheriv(suites[own.suite].cipher, key, nonce);
  return Buffer.concat([opened.update(body.subarray(HEAD)), opened.final()]);
}

/** Random bytes are fetched for many nonces at once; each is used once. */
const NONCES = 512;
let [nonces, used] = [Buffer.alloc(0), 0];
function nextNonce(): Buffer {
  if (used === nonces.length) [nonces, used] = [randomBytes(NONCES * NONCE), 0];
  used += NONCE;
  return nonces.subarray(used - NONCE, used);
}

/** The nonce, and a counter of blocks that begins at nought. */
const counterFrom = (nonce: Buffer): Buffer => Buffer.concat([nonce, Buffer.alloc(4)]);

const macOf = ({ suite }: Keys, key: KeyObject, body: Buffer): Buffer =>
  createHmac(suites[suite].mac, key).update(body).digest().subarray(0, MAC);

interface Personal {
  readonly id: Buffer;
  readonly key: KeyObject;
  readonly mac: KeyObject;
}

/** One half of the derived key encrypts, the other signs; made once for each deployment's keys. */
function personalOf(keys: Keys): Personal {
  const known = made.get(keys);
  if (known !== undefined) return known;
  const raw = keys.raw('personal');
  const fresh = {
    id: Buffer.from(keys.id, 'hex'),
    key: createSecretKey(raw.subarray(0, 16)),
    mac: createSecretKey(raw.subarray(16)),
  };
  made.set(keys, fresh);
  return fresh;
}
const made = new WeakMap<Keys, Personal>();
