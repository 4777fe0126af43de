// SPDX-License-Identifier: Apache-2.0
import type { mergingZh } from './zh-merging.ts';

export const mergingEn: Record<keyof typeof mergingZh, string> = {
  'twins.title': 'May be one person',
  'twins.lead':
    'The same name, and the same birthday or phone; one of the two has no document. Look at both before you decide: nothing is merged by itself.',
  'twins.none': 'No records look like duplicates',
  'twins.pairs': 'Records that may be duplicates',
  'twins.because.birthday': 'Same name and birthday',
  'twins.because.phone': 'Same name and phone',
  'twins.has-document': 'Has a document',
  'twins.no-document': 'No document',
  'twins.more': 'There are more; begin with these.',
  'twins.merged': 'Merged lately',
  'twins.merged-on': 'Merged {on}; can be undone until {until}',
  'twins.undo': 'Undo',
  'twins.undo-who': 'Undo the merge: {name}',
  'twins.undone': 'Undone: two records again',
  'merge.title': 'Merge two records',
  'merge.stays': 'Stays',
  'merge.goes': 'Joins it',
  'merge.swap': 'Keep the other one',
  'merge.papers-stay': 'The one with a document stays',
  'merge.lives': 'Where do they live now?',
  'merge.registered': 'Where are they registered?',
  'merge.what':
    'Addresses, numbers, labels, offices and the account all go to the record that stays. Both numbers find it. The person will read that it was done.',
  'merge.submit': 'One person: merge',
  'merge.apart': 'Two people',
  'merge.apart-done': 'Noted: two people, not proposed again',
  'merge.done': 'Merged.',
  'merge.undo-until': 'If that was wrong, it can be undone until {day}.',
  'merge.open': 'Open the merged record',
  'merge.by-document': 'Find the other one by document',
  'merge.by-document-why':
    'When the other record is in another committee, type the number of the document in your hand. The person will read that you looked.',
  'merge.not-found': 'Nobody is registered under this number.',
  'merge.itself': 'This number belongs to the record that is open.',
  'merge.find': 'Find it',
  'merge.papers': 'Documents and phone',
  'merge.where': 'Where',
  'act.merge-records': 'Merge records',
};
