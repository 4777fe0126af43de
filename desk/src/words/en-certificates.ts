// SPDX-License-Identifier: Apache-2.0
import type { certificatesZh } from './zh-certificates.ts';

export const certificatesEn: Readonly<Record<keyof typeof certificatesZh, string>> = {
  'rail.certificates': 'Certificates',
  'certificates.title': 'Certificates and letters that this office issued',
  'certificates.lead':
    'Newest first. Whoever checks a revoked one is told so; its holder reads the reason.',
  'certificates.what': 'Which kind',
  'certificates.what.certificates': 'Certificates',
  'certificates.what.letters': 'Letters',
  'certificates.find': 'Number, kind, or whole name of the holder',
  'certificates.none': 'There is none.',
  'certificates.more': 'These are the newest 50. Find earlier ones by number or name.',
  'certificates.for-good': 'without end',
  'certificates.column.name': 'Name',
  'certificates.column.holder': 'Holder',
  'certificates.column.on': 'Issued',
  'certificates.column.to': 'Valid until',
  'certificates.column.state': 'State',
  'certificates.column.no': 'Number',
  'certificates.column.act': 'Act',
  'certificates.state.valid': 'Valid',
  'certificates.state.expired': 'Expired',
  'certificates.state.revoked': 'Revoked',
  'certificates.revoke': 'Revoke',
  'certificates.revoke-one': 'Revoke {name} {ref}',
  'certificates.reason': 'Why it is revoked',
  'certificates.reason-hint':
    'Its holder reads this. It cannot be taken back; issue another one when it is needed. A certificate and the letter of its decision go together.',
  'certificates.revoked': '{ref} is revoked.',
};
