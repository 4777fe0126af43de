// SPDX-License-Identifier: Apache-2.0
import type { papersZh } from './zh-papers.ts';

export const papersEn: Readonly<Record<keyof typeof papersZh, string>> = {
  'rail.papers': 'Papers',
  'papers.title': 'Papers',
  'papers.lead':
    'Who has the originals that people brought. What was sent is answered for by the sender until the other side has checked it off; what did not come is said at once. At home everybody reads where each of their papers is.',
  'papers.tabs': 'Where they are',
  'papers.tab': '{tab} {count}',
  'papers.days': 'More than {days} days on the way is too long.',
  'papers.choose': 'Choose {name}',
  'papers.choose-all': 'Choose all',
  'papers.paper': 'Paper',
  'papers.matter': 'Matter',
  'papers.where': 'Now',
  'papers.since': 'Since',
  'papers.way': '{from} → {to}',
  'papers.long': 'Too long',
  'papers.to': 'Send to',
  'papers.to-none': 'No office works on all of these. Please send them apart.',
  'papers.words': 'Note',
  'papers.words-find': 'Where it was found',
  'papers.door': 'Collected at a door, {ref}',
  'papers.chosen': '{count, plural, one {# paper} other {# papers}} chosen',
  'papers.none': 'No papers here.',
  'papers.none-lead': 'Originals that people bring to a counter stand here.',
  'papers.more': 'Some more',
  'papers.signed': 'They signed for it on the slip',
  'papers.not-got': 'Its person says it is not there',
  'papers.give-back-sure':
    '{count, plural, one {This paper is} other {These # papers are}} no longer in your care afterwards, and whoever brought them reads so at home.',
};
