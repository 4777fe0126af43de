// SPDX-License-Identifier: Apache-2.0
// How many certificates one program signs and checks in a second, with both suites; the floor is the bare signature, with
// nothing read, compared or looked up. A check opens two signatures: the certificate's and that of its list.
import { type CertificateBody, checkCertificate } from '@lilong/contracts/certificate-check';
import { keysFrom, type Suite } from '@lilong/server/kernel/keys';
import { signerOf, signToken } from '@lilong/server/kernel/signer';
import { sm2 } from 'sm-crypto-v2';
import type { Size } from './benches.ts';
import { type Figure, type Found, figure } from './rounds.ts';
import type { City } from './town.ts';

const body: CertificateBody = {
  ...{ no: 'Q310101002-1000X', name: '老年综合津贴领取证明', issuer: '南京东路街道办事处' },
  holder: { name: '王桂英', id: '3101**********1234' },
  ...{ on: '2026-11-27', from: '2026-11-27', to: '2027-11-26', list: 0, bit: 1000 },
  says: [['每月金额', '180 元']],
};
const day = '2026-12-01';

export async function certificates(_city: City, { seconds }: Size): Promise<Found> {
  const [sm, aes] = (['sm', 'aes'] as const).map((suite) => suiteOf(suite, seconds));
  const bare = bareOf(seconds);
  return {
    figures: [...(sm?.figures ?? []), ...(aes?.figures ?? []), ...bare.figures],
    ratio: (2 * (sm?.checked ?? 0)) / bare.verified,
  };
}

function suiteOf(suite: Suite, seconds: number): { figures: Figure[]; checked: number } {
  const keys = keysFrom(Buffer.alloc(32, 7), suite);
  const [office, city] = [signerOf(keys, 'o17'), signerOf(keys, 'status')];
  const known = [
    { kid: 'o17', alg: office.alg, publicKey: office.publicKey, name: '' },
    { kid: 'status', alg: city.alg, publicKey: city.publicKey, name: '' },
  ];
  const revoked = Array.from({ length: 160 }, (_, at) => at * 100 + 1); // one in a hundred
  const status = signToken(city, 'status', { list: 0, at: '2026-11-27T00:00:00Z', revoked });
  const token = signToken(office, 'o17', body);
  const issued = perSecond(seconds, () => signToken(office, 'o17', body));
  const checked = perSecond(seconds, () => {
    const { verdict } = checkCertificate(token, known, status, day);
    if (verdict !== 'valid') throw new Error(`found ${verdict}`);
  });
  return {
    figures: [
      figure(`signed with ${office.alg}`, issued, 'per s'),
      figure(`checked with ${office.alg}, with the list`, checked, 'per s'),
    ],
    checked,
  };
}

function bareOf(seconds: number): { figures: Figure[]; verified: number } {
  const { privateKey, publicKey } = sm2.generateKeyPairHex();
  const text = Buffer.alloc(640, 'x');
  const options = { hash: true, publicKey } as const;
  const signature = sm2.doSignature(text, privateKey, options);
  const signed = perSecond(seconds, () => sm2.doSignature(text, privateKey, options));
  const verified = perSecond(seconds, () =>
    sm2.doVerifySignature(text, signature, publicKey, options),
  );
  return {
    figures: [
      figure('bare SM2 signatures', signed, 'per s'),
      figure('bare SM2 signatures verified', verified, 'per s'),
    ],
    verified,
  };
}

function perSecond(seconds: number, work: () => unknown): number {
  const from = performance.now();
  let done = 0;
  for (; performance.now() - from < seconds * 1000; done++) work();
  return (done * 1000) / (performance.now() - from);
}
