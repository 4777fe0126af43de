// SPDX-License-Identifier: Apache-2.0
import './tables.ts';
import {
  certificateKeys,
  certificatePaper,
  certificateStatus,
  issuedCertificates,
  myCertificate,
  myCertificates,
  revokeCertificate,
} from '@lilong/contracts/certificates';
import type { FastifyReply } from 'fastify';
import type { Host } from '../kernel/host.ts';
import type { Sealed } from '../kernel/reseal.ts';
import { serve } from '../kernel/serve.ts';
import { revoke, showIssued } from './issued.ts';
import { showKeys } from './issuers.ts';
import { certificatesOn } from './on.ts';
import { showMine, showOne, showPaper } from './own.ts';
import { tellCertificates } from './own-told.ts';
import { showStatus } from './status.ts';

export { type Issued, issueCertificate } from './issue.ts';
export { takeBack as revokeIssued } from './issued.ts';
export { certificateOf } from './read.ts';
export { signAllLists } from './status.ts';
export { type HeldCertificate, standingOf, validCertificates } from './valid.ts';
export { letterOf } from './whole.ts';

/** What is sealed with the deployment's key, as the registry seals. */
export const certificatesSealed: readonly Sealed[] = [
  {
    ...{ table: 'certificates.certificate', key: ['street', 'no'] },
    ...{ column: 'sealed', form: 'bytes' },
  },
];

const check = { open: 'whoever is shown a certificate may check it' } as const;

/** Certificates: issued, held, checked by anybody, revoked. */
export function certificatesModule(host: Host): void {
  serve(host, certificateKeys, showKeys, check);
  serve(host, certificateStatus, showStatus, check);
  serve(host, myCertificates, showMine, { writes: true });
  serve(host, myCertificate, showOne, { writes: true });
  serve(host, certificatePaper, showPaper, { writes: true, onReply: keptNowhere });
  serve(host, issuedCertificates, showIssued);
  serve(host, revokeCertificate, revoke);
  host.tellsOwn.push(tellCertificates);
  certificatesOn(host);
}

const keptNowhere = (reply: FastifyReply): FastifyReply =>
  reply.header('cache-control', 'no-store');
