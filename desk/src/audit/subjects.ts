// SPDX-License-Identifier: Apache-2.0
// What a line of the audit is about: its code in words, and where an auditor may look it up.
import { catalogueKinds } from '@lilong/contracts/catalogue';

/** Kinds that stand before a number, `person 12` or `account:3`. */
export const numbered = [
  'account',
  'address',
  'award',
  'batch',
  'case-label',
  'centre',
  'crowd',
  'delay',
  'duties',
  'export',
  'feedback',
  'hint',
  'hold',
  'homes',
  'institutions',
  'item',
  'label',
  'message',
  'month',
  'notice',
  'objection',
  'offer',
  'open311 key',
  'organisation',
  'people',
  'person',
  'phone',
  'place',
  'post',
  'upload',
  'window',
] as const;
type Numbered = (typeof numbered)[number];
/** Letters of public references. */
export const lettered = ['A', 'B', 'C', 'E', 'F', 'G', 'H', 'Q', 'R', 'T', 'Z'] as const;
type Lettered = (typeof lettered)[number];
type Catalogue = (typeof catalogueKinds)[number];

export type About =
  | { readonly kind: Numbered; readonly no: string }
  | { readonly kind: Lettered; readonly no: string }
  | { readonly kind: 'catalogue'; readonly of: Catalogue; readonly no: string };

/** Undefined for what is one of its kind, and stands as it is. */
export function aboutOf(subject: string): About | undefined {
  const [letter] = subject;
  if (/^[A-Z]\d{9}-/.test(subject)) {
    const kind = lettered.find((one) => one === letter);
    return kind === undefined ? undefined : { kind, no: subject };
  }
  const [, before = '', no = ''] =
    /^(.+?)[ :](\S.*)$/.exec(subject.replace('open311 key', 'open311-key')) ?? [];
  const name = before.replace('open311-key', 'open311 key');
  const kind = numbered.find((one) => one === name);
  const of = catalogueKinds.find((one) => one === name);
  if (kind !== undefined && !(of !== undefined && /\D/.test(no))) return { kind, no };
  return of === undefined ? undefined : { kind: 'catalogue', of, no };
}

/** Pages that an auditor reads. People, cases and applications are not among them. */
export type Way =
  | { readonly to: '/delays' | '/keeping' | '/duties' | '/staff' }
  | { readonly to: '/catalogue'; readonly search: { kind: Catalogue; q: string } }
  | { readonly to: '/items/$item'; readonly params: { item: string } };

export function wayTo(about: About): Way | undefined {
  if (about.kind === 'catalogue')
    return about.of === 'item'
      ? { to: '/items/$item', params: { item: about.no } }
      : { to: '/catalogue', search: { kind: about.of, q: about.no } };
  if (about.kind === 'item') return { to: '/items/$item', params: { item: about.no } };
  if (about.kind === 'delay') return { to: '/delays' };
  if (about.kind === 'hold') return { to: '/keeping' };
  if (about.kind === 'duties') return { to: '/duties' };
  return about.kind === 'post' || about.kind === 'account' ? { to: '/staff' } : undefined;
}
