// SPDX-License-Identifier: Apache-2.0
import type { officeZh } from './zh-office.ts';

export const officeEn = {
  'about.lead':
    'Lilong is the community governance cloud of {city}: say what is wrong next door, and watch it being solved.',
  'about.unit': 'Run by',
  'about.filing': 'Filing number',
  'about.not-filed': 'Not filed yet',
  'about.version': 'Version',
  'about.hotline': 'City hotline',
  'about.privacy': 'Privacy contact',
  'about.licence': 'Licence',
  'about.interfaces': 'Open interfaces',
  'about.docs': 'Documentation',
  'about.data': 'Your data',
  'about.data-what':
    'Only the receiving street sees your name and phone; anyone else must state a purpose, which is recorded. The place stored inside photos is removed. Your phone keeps only what is unfinished or unsent.',
  'about.complain': 'Send feedback',
  'feedback.what':
    'Complaints, suggestions or obstacles concerning this site itself. For troubles next door, use Report.',
  'feedback.kind': 'Which kind',
  'feedback.complaint': 'Complaint',
  'feedback.suggestion': 'Suggestion',
  'feedback.accessibility': 'Hard to use',
  'feedback.words': 'What would you like to say?',
  'feedback.contact': 'How to reach you',
  'feedback.thanks': 'Thank you, we have it',
  'feedback.no': 'Feedback number {no}.',
} as const satisfies Record<keyof typeof officeZh, string>;
