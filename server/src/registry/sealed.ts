// SPDX-License-Identifier: Apache-2.0
// Numbers of people at rest: found by a keyed digest, kept encrypted. The keys of the two differ.
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import type { SealedElement } from '@lilong/contracts/registry';
import type { Keys } from '../kernel/keys.ts';

const digestBytes = 16;
const endBytes = 6;
const idBytes = 4;
const nonceBytes = 12;
const macBytes = 16;

/** What a number is found by: the first 16 bytes of its HMAC-SM3. */
export function digestOf(keys: Keys, kind: SealedElement, value: string): Buffer {
  return Buffer.from(keys.digest('find', `${kind} ${value}`), 'hex').subarray(0, digestBytes);
}

/** The last four digits of a phone, digested with the street: ten thousand digests of one street open no other. */
export function phoneEndOf(keys: Keys, street: number, lastFour: string): Buffer {
  return Buffer.from(keys.digest('find', `end ${street} ${lastFour}`), 'hex').subarray(0, endBytes);
}

/** SM4-CTR, then HMAC-SM3 over all of it: 4 bytes of key id, 12 of nonce, the text, 16 of mac. */
export function sealValue(keys: Keys, text: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('sm4-ctr', cipherKey(keys), counterFrom(nonce));
  const body = Buffer.concat([
    Buffer.from(keys.id, 'hex'),
    nonce,
    cipher.update(text, 'utf8'),
    cipher.final(),
  ]);
  return Buffer.concat([body, macOf(keys, body)]);
}

/** @throws when the value was changed, or sealed with another key */
export function openValue(keys: Keys, sealed: Buffer): string {
  const bytes = Buffer.from(sealed); // PGlite gives an Uint8Array
  const id = bytes.subarray(0, idBytes).toString('hex');
  if (id !== keys.id) throw new Error(`sealed with key ${id}, this deployment has ${keys.id}`);
  const body = bytes.subarray(0, -macBytes);
  if (!timingSafeEqual(macOf(keys, body), bytes.subarray(-macBytes)))
    throw new Error('a sealed value was changed');
  const nonce = body.subarray(idBytes, idBytes + nonceBytes);
  const decipher = createDecipheriv('sm4-ctr', cipherKey(keys), counterFrom(nonce));
  return Buffer.concat([
    decipher.update(body.subarray(idBytes + nonceBytes)),
    decipher.final(),
  ]).toString('utf8');
}

/** The first half enciphers, the second authenticates. */
const cipherKey = (keys: Keys): Buffer => keys.raw('personal').subarray(0, 16);
const counterFrom = (nonce: Buffer): Buffer => Buffer.concat([nonce, Buffer.alloc(4)]);
const macOf = (keys: Keys, body: Buffer): Buffer =>
  createHmac('sm3', keys.raw('personal').subarray(16)).update(body).digest().subarray(0, macBytes);
