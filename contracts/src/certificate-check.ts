// SPDX-License-Identifier: Apache-2.0
// How a certificate is checked: the same in the program, on its page, and on a phone without a network. No TypeBox here.
import { ed25519 } from '@noble/curves/ed25519.js';
import { sm2, sm3 } from 'sm-crypto-v2';
import type { CertificateSuite } from './certificates.ts';
import type { DocumentKind } from './item-documents.ts';

/** A public key, and for whom it speaks. `publicKey` is hex: an uncompressed point of 65 bytes, or 32 bytes. */
export interface IssuerKey {
  readonly kid: string;
  readonly alg: CertificateSuite;
  readonly publicKey: string;
  readonly name: string;
}

/** What is signed of a certificate. Days are `YYYY-MM-DD`, the last one counts. */
export interface CertificateBody {
  /** Public number, `Q310101002-17X`. */
  readonly no: string;
  readonly name: string;
  /** Number masked. */
  readonly holder: { readonly name: string; readonly id: string | null };
  readonly issuer: string;
  readonly on: string;
  readonly from: string;
  readonly to: string | null;
  /** Label and value, in the order of the page. */
  readonly says: readonly (readonly [string, string])[];
  /** Where its status stands: list, and place in it. */
  readonly list: number;
  readonly bit: number;
  /** It is a letter (决定书), whose text stands beside what is signed. */
  readonly letter?: LetterBody;
  /** Of a demonstration; it proves nothing. */
  readonly sample?: true;
}

/** What is signed of a letter. Its text may be too long for a code to be printed: then only the hash goes along. */
export interface LetterBody {
  /** Number of the application that was decided. */
  readonly matter: string;
  readonly outcome: DocumentKind;
  /** Which version of the item had the template: number of its row in the catalogue. */
  readonly template: number;
  /** Of the exact text: SM3, or SHA-512 in the other suite; hex. */
  readonly digest: string;
}

/** Signed by the city: which of a list were revoked, as of a moment. */
export interface StatusBody {
  readonly list: number;
  readonly at: string;
  readonly revoked: readonly number[];
}

/**
 * `valid`; `unknown` is whole, but nobody could say whether it was revoked; `changed` is not what was signed;
 * `stranger` is signed with a key that is not of this city.
 */
export const verdicts = [
  'valid',
  'unknown',
  'revoked',
  'expired',
  'early',
  'changed',
  'stranger',
  'unreadable',
] as const;
export type Verdict = (typeof verdicts)[number];
export interface Checked {
  readonly verdict: Verdict;
  /** Only of what was signed as it stands. */
  readonly body?: CertificateBody;
  /** Of a letter, where it came along: as it was signed. */
  readonly text?: string;
  /** As of when it is known that it was not revoked. */
  readonly statusAt?: string;
}

/** GB/T 35276: the user id where nothing else was agreed. */
export const sm2UserId = '1234567812345678';

interface Token {
  readonly alg: string;
  readonly kid: string;
  readonly body: unknown;
  readonly signed: string;
  readonly signature: Uint8Array;
  readonly text?: string;
}

/** `header.body.signature`, and of a letter `.text`, each base64url; undefined when it is not of that shape. */
export function readToken(token: string): Token | undefined {
  const [head, body, signature, text, more] = token.trim().split('.');
  if (head === undefined || body === undefined || signature === undefined || more !== undefined)
    return undefined;
  try {
    const { alg, kid } = JSON.parse(textOf(head)) as Record<string, unknown>;
    if (typeof alg !== 'string' || typeof kid !== 'string') return undefined;
    return {
      ...{ alg, kid, body: JSON.parse(textOf(body)), signed: `${head}.${body}` },
      signature: bytesOf(signature),
      ...(text === undefined ? {} : { text: textOf(text) }),
    };
  } catch {
    return undefined;
  }
}

/** The same without the text of a letter: it is checked as well, but tells less. */
export const withoutText = (token: string): string => token.split('.').slice(0, 3).join('.');

/** Of the text of a letter, hex: by the hash on which the signature stands. */
export function letterDigest(alg: CertificateSuite, text: string): string {
  const bytes = new TextEncoder().encode(text);
  return alg === 'SM2-SM3' ? sm3(bytes) : hexOf(ed25519.CURVE.hash(bytes));
}

/** No other text than what was signed; none at all is no other. */
function hasOwnText({ text }: Token, { letter }: CertificateBody, alg: CertificateSuite): boolean {
  if (text === undefined) return true;
  return letter !== undefined && letterDigest(alg, text) === letter.digest;
}

/** Whether the token was signed with that key. */
export function isSignedBy(token: Token, key: IssuerKey): boolean {
  if (token.alg !== key.alg || token.signature.length !== 64) return false;
  const text = new TextEncoder().encode(token.signed);
  try {
    return key.alg === 'SM2-SM3'
      ? sm2.doVerifySignature(text, hexOf(token.signature), key.publicKey, {
          hash: true,
          userId: sm2UserId,
        })
      : ed25519.verify(token.signature, text, key.publicKey);
  } catch {
    return false; // not a point, not a number in range
  }
}

/**
 * @param status the newest signed status of the certificate's list that is at hand
 * @param today `YYYY-MM-DD`, in the city's time
 */
export function checkCertificate(
  token: string,
  keys: readonly IssuerKey[],
  status: string | undefined,
  today: string,
): Checked {
  const read = readToken(token);
  if (read === undefined || !isCertificate(read.body)) return { verdict: 'unreadable' };
  const key = keys.find(({ kid }) => kid === read.kid);
  if (key === undefined) return { verdict: 'stranger' };
  const body = read.body;
  if (!isSignedBy(read, key) || !hasOwnText(read, body, key.alg)) return { verdict: 'changed' };
  const known = statusOf(status, keys, body.list);
  const seen = {
    ...(known === undefined ? {} : { statusAt: known.at }),
    ...(read.text === undefined ? {} : { text: read.text }),
  };
  if (known?.revoked.includes(body.bit)) return { verdict: 'revoked', body, ...seen };
  if (today < body.from) return { verdict: 'early', body, ...seen };
  if (body.to !== null && today > body.to) return { verdict: 'expired', body, ...seen };
  return { verdict: known === undefined ? 'unknown' : 'valid', body, ...seen };
}

/** In which list its status stands; nothing is checked. */
export function listOf(token: string): number | undefined {
  const body = readToken(token)?.body;
  return isCertificate(body) ? body.list : undefined;
}

/** Who signs the lists of status. */
export const statusKid = 'status';

function statusOf(
  token: string | undefined,
  keys: readonly IssuerKey[],
  list: number,
): StatusBody | undefined {
  const read = token === undefined ? undefined : readToken(token);
  if (read === undefined || !read.kid.startsWith(statusKid)) return undefined;
  const key = keys.find(({ kid }) => kid === read.kid);
  const body = read.body as StatusBody;
  return key !== undefined && body.list === list && isSignedBy(read, key) ? body : undefined;
}

function isCertificate(body: unknown): body is CertificateBody {
  const { no, holder, says, list, bit } = (body ?? {}) as Partial<CertificateBody>;
  return (
    typeof no === 'string' &&
    typeof holder?.name === 'string' &&
    Array.isArray(says) &&
    typeof list === 'number' &&
    typeof bit === 'number'
  );
}

/** The code of a certificate leads to the page that checks it, whole: nothing has to be asked. */
export const checkPath = '/check';
/** Of an address that a code held, of a file's text, or of the token itself. */
export function tokenIn(text: string): string {
  return /[\w-]+(?:\.[\w-]+){2,3}$/.exec(text.trim())?.[0] ?? text.trim();
}

function bytesOf(text: string): Uint8Array {
  const raw = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(raw, (sign) => sign.charCodeAt(0));
}
const textOf = (text: string): string =>
  new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(text));
const hexOf = (bytes: Uint8Array): string =>
  [...bytes].map((one) => one.toString(16).padStart(2, '0')).join('');
