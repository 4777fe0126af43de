// SPDX-License-Identifier: Apache-2.0
import type { certificateZh } from './zh-certificates.ts';

export const certificateEn = {
  'certificate.holder': 'Holder',
  'certificate.id': 'Number of the document',
  'certificate.valid': 'Valid',
  'certificate.from': 'from {on}, without end',
  'certificate.between': '{on} to {to}',
  'certificate.no': 'Number',
  'certificate.scan': 'Scan to check it; nobody has to sign in',
  'certificate.sample': 'Sample',
  'certificate.sample-means': 'For a demonstration; it proves nothing',
} as const satisfies Record<keyof typeof certificateZh, string>;
