// SPDX-License-Identifier: Apache-2.0
// What is hashed and signed. Pure, so that somebody else can write a second verifier from this page.
import { createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto';
import type { Keys } from '../kernel/keys.ts';

/** A row of `kernel.audit`, its moment as text to the microsecond. */
export interface AuditRow {
  readonly no: number;
  readonly at: string;
  readonly request: string;
  readonly account: number | null;
  readonly post: number | null;
  readonly act: string;
  readonly subject: string | null;
  readonly place: number | null;
  readonly outcome: string;
  readonly purpose: string | null;
  readonly digest: string;
}
export interface BlockHead {
  readonly no: number;
  readonly prev: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** What the first block has for a predecessor. */
export const genesis = '0'.repeat(64);

/** One row as the chain covers it: a JSON list of its columns in their order. */
export function textOf(row: AuditRow): string {
  const { no, at, request, account, post, act, subject, place, outcome, purpose, digest } = row;
  const columns = [no, at, request, account, post, act, subject, place, outcome, purpose, digest];
  return JSON.stringify(columns);
}

/** Enough of a row's SM3 to tell which row of a block was changed. The block's hash is the proof. */
export function markOf(row: AuditRow): string {
  return sm3(textOf(row)).slice(0, 16);
}

/** SM3 over number, moment and predecessor, then each row's text; every piece ends with a line feed. */
export function hashOf({ no, at, prev }: BlockHead, rows: readonly AuditRow[]): string {
  const pieces = [String(no), at, prev, ...rows.map(textOf)];
  return sm3(pieces.map((piece) => `${piece}\n`).join(''));
}

/** Signs a block's hash (Ed25519, base64url). */
export function signHash(keys: Keys, hash: string): string {
  return sign(null, Buffer.from(hash, 'hex'), privateKey(keys)).toString('base64url');
}

/** Whether a deployment's own key made the signature. */
export function isSigned(keys: Keys, hash: string, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64url');
  return verify(null, Buffer.from(hash, 'hex'), publicKey(keys), bytes);
}

/** What others check the signatures with; PEM. */
export function publicPem(keys: Keys): string {
  return publicKey(keys).export({ type: 'spki', format: 'pem' }).toString();
}

/** DER of a PKCS #8 Ed25519 key up to its 32 bytes (RFC 8410). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const made = new WeakMap<Keys, { secret: KeyObject; open: KeyObject }>();

function pairOf(keys: Keys): { secret: KeyObject; open: KeyObject } {
  const known = made.get(keys);
  if (known !== undefined) return known;
  const der = Buffer.concat([pkcs8, keys.raw('seal')]);
  const secret = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const pair = { secret, open: createPublicKey(secret) };
  made.set(keys, pair);
  return pair;
}
const privateKey = (keys: Keys): KeyObject => pairOf(keys).secret;
const publicKey = (keys: Keys): KeyObject => pairOf(keys).open;

function sm3(text: string): string {
  return hash('sm3', text, 'hex');
}
