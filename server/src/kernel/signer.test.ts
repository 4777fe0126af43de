// SPDX-License-Identifier: Apache-2.0
import {
  type CertificateBody,
  checkCertificate,
  type IssuerKey,
  isSignedBy,
  readToken,
  tokenIn,
} from '@lilong/contracts/certificate-check';
import { sm2 } from 'sm-crypto-v2';
import { expect, test } from 'vitest';
import { keysFrom, type Suite } from './keys.ts';
import { signerOf, signToken } from './signer.ts';

test('SM2 agrees with the example of GB/T 32918.5, user id 1234567812345678', () => {
  const publicKey = `04${'09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020'}${'ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13'}`;
  const signature = `${'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3'}${'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa'}`;
  const options = { hash: true, userId: '1234567812345678' };
  const holds = (text: string) =>
    sm2.doVerifySignature(new TextEncoder().encode(text), signature, publicKey, options);
  expect(holds('message digest')).toBe(true);
  expect(holds('message digesT')).toBe(false);
  const secret = '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8';
  expect(sm2.getPublicKeyFromPrivateKey(secret)).toBe(publicKey);
});

const master = Buffer.alloc(32, 7);
const body: CertificateBody = {
  ...{ no: 'Q310101002-17', name: '老年综合津贴领取证明', issuer: '南京东路街道办事处' },
  holder: { name: '王*英', id: '3101**********1234' },
  ...{ on: '2026-11-27', from: '2026-11-27', to: '2027-11-26', list: 0, bit: 17 },
  says: [['每月金额', '180 元']],
};
const city = (suite: Suite) => {
  const keys = keysFrom(master, suite);
  const office = signerOf(keys, '17');
  const status = signerOf(keys, 'status');
  const known: IssuerKey[] = [
    { kid: 'o17', alg: office.alg, publicKey: office.publicKey, name: '街道' },
    { kid: 'status', alg: status.alg, publicKey: status.publicKey, name: '状态' },
  ];
  const revoked = (bits: number[], list = 0) =>
    signToken(status, 'status', { list, at: '2026-11-27T00:00:00Z', revoked: bits });
  return { office, status, known, revoked, token: signToken(office, 'o17', body) };
};

for (const suite of ['sm', 'aes'] as const) {
  test(`${suite}: whole, revoked, expired, early, unknown, a stranger's`, () => {
    const { token, known, revoked, office } = city(suite);
    const day = '2026-12-01';
    const verdict = (...args: Parameters<typeof checkCertificate>) =>
      checkCertificate(...args).verdict;
    expect(checkCertificate(token, known, revoked([]), day)).toEqual({
      verdict: 'valid',
      body,
      statusAt: '2026-11-27T00:00:00Z',
    });
    expect(verdict(token, known, revoked([16, 17]), day)).toBe('revoked');
    expect(verdict(token, known, undefined, day)).toBe('unknown');
    expect(verdict(token, known, revoked([], 1), day)).toBe('unknown'); // another list
    expect(verdict(token, known, signToken(office, 'o17', { list: 0, revoked: [] }), day)).toBe(
      'unknown', // an office is no authority for status
    );
    expect(verdict(token, known, revoked([]), '2027-11-27')).toBe('expired');
    expect(verdict(token, known, revoked([]), '2027-11-26')).toBe('valid');
    expect(verdict(token, known, revoked([]), '2026-11-26')).toBe('early');
    expect(verdict(token, [], revoked([]), day)).toBe('stranger');
    expect(verdict('nothing', known, undefined, day)).toBe('unreadable');
  });

  test(`${suite}: whatever sign of it is changed, it is not what was signed`, () => {
    const { token, known } = city(suite);
    const seen = new Set<string>();
    for (let at = 0; at < token.length; at += 13) {
      const other = token[at] === 'A' ? 'B' : 'A';
      const changed = token.slice(0, at) + other + token.slice(at + 1);
      seen.add(checkCertificate(changed, known, undefined, '2026-12-01').verdict);
    }
    expect(seen).not.toContain('unknown');
    expect(seen).not.toContain('valid');
    expect(seen).toContain('changed');
  });

  test(`${suite}: the same office has the same key, another one another`, () => {
    const keys = keysFrom(master, suite);
    expect(signerOf(keys, '17').publicKey).toBe(signerOf(keys, '17').publicKey);
    expect(signerOf(keys, '17').publicKey).not.toBe(signerOf(keys, '18').publicKey);
    const other = signerOf(keysFrom(Buffer.alloc(32, 8), suite), '17');
    const read = readToken(signToken(other, 'o17', body));
    const [known] = city(suite).known;
    expect(read !== undefined && known !== undefined && isSignedBy(read, known)).toBe(false);
  });
}

test('a token is found in an address, in a file and alone', () => {
  expect(tokenIn('https://example.org/check#aa.bb.c-c\n')).toBe('aa.bb.c-c');
  expect(tokenIn(' aa.bb.cc ')).toBe('aa.bb.cc');
});
