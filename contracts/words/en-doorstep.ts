// SPDX-License-Identifier: Apache-2.0
// Papers collected at the door: the slip, at the desk, at home and on paper.
import type { doorstepWords as doorstepZh } from './zh-doorstep.ts';

export const doorstepWords: Readonly<Record<keyof typeof doorstepZh, string>> = {
  'paperform.original': 'original',
  'paperform.copy': 'copy',
  'doortab.open': 'To do',
  'doortab.all': 'All',
  'slip.title': 'Papers collected at your door',
  'slip.no': 'Slip',
  'slip.says':
    'On {day} we took {count} of your papers at your door, for “{item}”. They are carried to {centre}.',
  'slip.agreed.told': 'The person said yes aloud',
  'slip.agreed.code': 'The person showed a code',
  'slip.whose': 'Papers of',
  'slip.for': 'What for',
  'slip.matter': 'Application',
  'slip.by': 'Collected by',
  'slip.by-whom': '{name}, {office}',
  'slip.to': 'Carried to',
  'slip.agreed': 'Consent',
  'slip.papers': 'What was taken',
  'slip.paper': '{form}, {count}',
  'slip.photographed': 'photographed',
  'slip.besides': 'not on the slip',
  'slip.counted': '{count} at the counter',
  'slip.differs': 'What the counter found is not what is on the slip',
  'slip.checked': 'Counted at the counter on {day}',
  'slip.words': 'The counter says',
  'slip.where.held': 'with {who}',
  'slip.where.way': 'on the way from {who} to {to}',
  'slip.where.missing': 'did not arrive at the counter; {who} looks for it',
  'slip.where.returned': 'back with its person',
  'slip.sign': 'Signature of the person or family (if they like):',
  'slip.keep':
    'Please keep this slip. Papers that come back are checked off against it, one by one.',
};
