// SPDX-License-Identifier: Apache-2.0
// Certificates (电子证照): issued, shown, revoked. What is signed and how it is checked: certificate-check.ts.
// See docs/domain/certificates.md.
import { type Static, Type } from 'typebox';
import { certificateStates } from './certificate-states.ts';
import { documentKinds } from './item-documents.ts';
import { route } from './route.ts';
import { Day, Done, Empty, Moment, Nullable, OneOf, Ref, Words } from './shapes.ts';

/** SM2 with SM3 (GB/T 32918, user id as there), or Ed25519 where a deployment may not use the national suite. */
export const certificateSuites = ['SM2-SM3', 'Ed25519'] as const;
export type CertificateSuite = (typeof certificateSuites)[number];

export const CertificateLine = Type.Object({
  ref: Ref,
  name: Type.String(),
  issuerName: Type.String(),
  on: Day,
  /** The last day; none: without end. */
  to: Nullable(Day),
  state: OneOf(certificateStates),
  /** The application that it came of. */
  matter: Nullable(Ref),
  revokedOn: Nullable(Day),
  /** Why it was revoked, as it was told to its holder. */
  reason: Nullable(Type.String()),
  /** Of a letter (决定书): what it says was decided. */
  letter: Nullable(OneOf(documentKinds)),
});
export type CertificateLine = Static<typeof CertificateLine>;

export const CertificateWhole = Type.Object({
  ...CertificateLine.properties,
  holderName: Type.String(),
  /** Masked. */
  holderId: Nullable(Type.String()),
  says: Type.Array(Type.Object({ label: Type.String(), value: Type.String() })),
  /** Of a letter: exactly what was signed; a line is a paragraph. */
  text: Nullable(Type.String()),
  /** Signed: everything that is needed to check it. */
  token: Type.String(),
  /** The page that checks it, with the token in it, of a long letter without its text; and as a picture to be scanned. */
  url: Type.String(),
  qrSvg: Type.String(),
  sample: Type.Boolean(),
});
export type CertificateWhole = Static<typeof CertificateWhole>;

export const certificateKeys = route({
  method: 'GET',
  path: '/api/certificates/keys',
  summary: 'Public keys with which certificates and their status are signed, those of before too',
  input: Empty,
  reply: Type.Object({
    keys: Type.Array(
      Type.Object({
        kid: Type.String(),
        alg: OneOf(certificateSuites),
        publicKey: Type.String(),
        name: Type.String(),
      }),
    ),
  }),
});
export const certificateStatus = route({
  method: 'GET',
  path: '/api/certificates/status/:list',
  summary: 'Which certificates of a list were revoked, signed by the city',
  input: Type.Object({ list: Type.Integer({ minimum: 0, maximum: 1e9 }) }),
  reply: Type.Object({ token: Type.String() }),
});
export const myCertificates = route({
  method: 'GET',
  path: '/api/my/certificates',
  summary: 'My certificates, newest first',
  input: Empty,
  reply: Type.Object({ certificates: Type.Array(CertificateLine) }),
});
export const myCertificate = route({
  method: 'GET',
  path: '/api/my/certificates/:ref',
  summary: 'One certificate of mine, with what it is checked by',
  input: Type.Object({ ref: Ref }),
  reply: CertificateWhole,
});
export const certificatePaper = route({
  method: 'GET',
  path: '/api/my/certificates/:ref/paper',
  summary: 'One certificate of mine as a PDF of one page',
  input: Type.Object({ ref: Ref }),
  reply: Type.Object({
    name: Type.String(),
    type: Type.String(),
    /** Base64. */
    data: Type.String(),
  }),
});
/** As the office that issued it sees it. */
export const IssuedLine = Type.Object({
  ...CertificateLine.properties,
  holderName: Type.String(),
  can: Type.Object({ revoke: Type.Boolean() }),
});
export const issuedCertificates = route({
  method: 'GET',
  path: '/api/certificates/issued',
  summary: 'What my organisation has issued, newest first; by number or by the name of an item',
  input: Type.Object({
    q: Type.Optional(Words(60)),
    state: Type.Optional(OneOf(['all', 'revoked'] as const)),
    /** Of both, when nothing is said. */
    what: Type.Optional(OneOf(['certificates', 'letters'] as const)),
    /** Those issued before this moment. */
    before: Type.Optional(Moment),
  }),
  reply: Type.Object({ certificates: Type.Array(IssuedLine), more: Type.Boolean() }),
});
export const revokeCertificate = route({
  method: 'POST',
  path: '/api/certificates/issued/:ref/revoke',
  summary:
    'Revoke a certificate, for a reason that its holder reads; from then on nobody finds it valid',
  input: Type.Object({ ref: Ref, reason: Words(300) }),
  reply: Done,
});
