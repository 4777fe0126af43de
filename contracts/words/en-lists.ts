// SPDX-License-Identifier: Apache-2.0
import type { listsZh } from './zh-lists.ts';

export const listsEn = {
  'list.name': 'Name',
  'list.sex': 'Sex',
  'list.age': 'Age',
  'list.born': 'Born',
  'list.door': 'Address',
  'list.committee': 'Committee',
  'list.standing': 'Where registered',
  'list.stays': 'Lives as',
  'list.since': 'Since',
  'list.labels': 'Labels',
  'list.said':
    '{organisation} {role} · {day} · for: {purpose} · expires {expires}, then destroy it · no. {no}',
  'list.comma': ', ',
} as const satisfies Readonly<Record<keyof typeof listsZh, string>>;
