// SPDX-License-Identifier: Apache-2.0
import type { certificatesZh } from './zh-certificates.ts';

export const certificatesEn = {
  'certificates.lead':
    'What the city has issued to you stands here. Show its code: anybody can check it.',
  'certificates.none': 'No certificates yet. They appear here when a matter grants one.',
  'certificates.unbound':
    'Certificates are issued to a person. First join your account to yourself, under “My data”.',
  'certificates.valid': 'Valid',
  'certificates.expired': 'Expired',
  'certificates.revoked': 'Revoked',
  'certificates.from': 'from {on}, without end',
  'certificates.between': '{on} to {to}',
  'certificates.holder': 'Holder',
  'certificates.id': 'Document number',
  'certificates.valid-for': 'Valid',
  'certificates.issuer': 'Issued by',
  'certificates.no': 'Number',
  'certificates.matter': 'Application',
  'certificates.day': 'Decided on',
  'certificates.code': 'Code to check it by',
  'certificates.scan': 'Let them scan it; they need not sign in.',
  'certificates.sample': 'Sample · for a demonstration, it proves nothing',
  'certificates.why-revoked': 'Revoked on {day}: {reason}',
  'certificates.paper': 'Save as a PDF to print',
  'certificates.file': 'Save the file to check it by',
  'check.lead':
    'Scan the code on a certificate with your phone’s camera: it opens this page. Without a camera, choose the file.',
  'check.running': 'Checking',
  'check.file': 'Choose the file',
  'check.text': 'Or paste the text of the code',
  'check.go': 'Check',
  'check.offline':
    'The signature is checked without a network; whether it was revoked is known as of the last time there was one.',
  'check.as-of': 'Revocations are known as of {at}.',
  'check.as-of-old': 'There is no network now; revocations are known only as of {at}.',
  'check.compare': 'This is the text as it was signed. Compare it with what you are shown.',
  'check.no-text':
    'This letter is too long for its code to hold the text. To compare that, use the file that its owner saved.',
  'check.valid': 'Genuine and valid',
  'check.valid-means': 'The signature fits what it says; it was not revoked and has not expired.',
  'check.unknown': 'Genuine, but it may have been revoked',
  'check.unknown-means':
    'The signature fits what it says. Revocations cannot be looked up now; check again with a network.',
  'check.revoked': 'Revoked',
  'check.revoked-means': 'The office took this certificate back. It cannot be used any more.',
  'check.expired': 'Expired',
  'check.expired-means': 'The signature fits what it says, but its time is over.',
  'check.early': 'Not valid yet',
  'check.early-means': 'The signature fits what it says, but its time has not begun.',
  'check.changed': 'Changed; it cannot be used',
  'check.changed-means':
    'What it says is not what was signed. Ask for the original code to be shown.',
  'check.stranger': 'Not issued by this city',
  'check.stranger-means':
    'The key of its office is not known. The first check needs a network; if it stays like this with one, do not trust it.',
  'check.unreadable': 'This is no certificate',
  'check.unreadable-means': 'The text is incomplete or not the code of a certificate. Scan again.',
} as const satisfies Record<keyof typeof certificatesZh, string>;
