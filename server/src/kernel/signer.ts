// SPDX-License-Identifier: Apache-2.0
// Signs for an office. Its private key is derived from the deployment's own and stands nowhere; a device that keeps keys
// takes the place of this file.
import { hkdfSync } from 'node:crypto';
import { sm2UserId } from '@lilong/contracts/certificate-check';
import type { CertificateSuite } from '@lilong/contracts/certificates';
import { ed25519 } from '@noble/curves/ed25519.js';
import { sm2 } from 'sm-crypto-v2';
import type { Keys } from './keys.ts';

export interface Signer {
  readonly alg: CertificateSuite;
  /** Hex. */
  readonly publicKey: string;
  /** Of the text's UTF-8, 64 bytes. */
  sign(text: string): Buffer;
}

/** @param office whose key it is: the same one has the same key as long as the deployment's is the same */
export function signerOf(keys: Keys, office: string): Signer {
  const seed = Buffer.from(hkdfSync('sha256', keys.raw('sign'), '', `signer ${office}`, 48));
  return keys.suite === 'sm' ? sm2Signer(seed) : ed25519Signer(seed.subarray(0, 32));
}

/** Order of the curve, GB/T 32918.5. */
const order = BigInt('0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123');

function sm2Signer(seed: Buffer): Signer {
  const secret = (BigInt(`0x${seed.toString('hex')}`) % (order - 2n)) + 1n;
  const privateKey = secret.toString(16).padStart(64, '0');
  const publicKey = sm2.getPublicKeyFromPrivateKey(privateKey);
  return {
    alg: 'SM2-SM3',
    publicKey,
    sign: (text) => {
      const options = { hash: true, publicKey, userId: sm2UserId } as const;
      return Buffer.from(sm2.doSignature(Buffer.from(text), privateKey, options), 'hex');
    },
  };
}

function ed25519Signer(seed: Buffer): Signer {
  return {
    alg: 'Ed25519',
    publicKey: Buffer.from(ed25519.getPublicKey(seed)).toString('hex'),
    sign: (text) => Buffer.from(ed25519.sign(Buffer.from(text), seed)),
  };
}

/** `header.body.signature`, each base64url. */
export function signToken(signer: Signer, kid: string, body: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: signer.alg, kid })}.${part(body)}`;
  return `${signed}.${signer.sign(signed).toString('base64url')}`;
}
