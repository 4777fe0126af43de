// SPDX-License-Identifier: Apache-2.0
// What one field of an import may hold.
import { type Role, roles } from '@lilong/contracts/identity';
import { type OrganisationKind, organisationKinds } from '@lilong/contracts/places';
import { Refusal } from '@lilong/contracts/refusals';
import { en } from '@lilong/contracts/words/en';
import { zh } from '@lilong/contracts/words/zh';
import type { Column, Line } from './import-lines.ts';

/** A role or kind may be written by its name in the program, in Chinese or in English. */
const roleNames = new Map<string, Role>(
  roles.flatMap((role) =>
    [role, zh[`role.${role}`], en[`role.${role}`]].map(
      (name) => [name.toLowerCase(), role] as const,
    ),
  ),
);
const kindNames = new Map<string, OrganisationKind>(
  organisationKinds.flatMap((kind) =>
    [kind, zh[`organisation.${kind}`], en[`organisation.${kind}`]].map(
      (name) => [name.toLowerCase(), kind] as const,
    ),
  ),
);

export function need(fields: Line['fields'], column: Column): string {
  const text = fields[column];
  if (text === '') throw new Refusal('input.invalid', { field: column, rule: 'required' }, column);
  return text;
}

export function within(text: string, column: Column, most: number): string {
  if (text.length > most)
    throw new Refusal('input.invalid', { field: column, rule: 'maxLength' }, column);
  return text;
}

export function roleOf(text: string): Role {
  if (text === '') throw new Refusal('input.invalid', { field: 'role', rule: 'required' }, 'role');
  const role = roleNames.get(text.toLowerCase());
  if (role === undefined) throw new Refusal('import.unknown-role', { value: text }, 'role');
  return role;
}

export function kindOf(text: string): OrganisationKind {
  const kind = kindNames.get(text.toLowerCase());
  if (kind === undefined)
    throw new Refusal('import.unknown-kind', { value: text }, 'organisation_kind');
  return kind;
}

/** What people type to sign in: letters of any script, digits and a few signs. */
export function loginOf(text: string): string {
  if (!/^[\p{L}\p{N}._@-]{2,64}$/u.test(text))
    throw new Refusal('input.invalid', { field: 'login', rule: 'pattern' }, 'login');
  return text;
}
