// SPDX-License-Identifier: Apache-2.0
import type { Ctx } from '../kernel/ctx.ts';
import { selectAccount } from './queries.ts';

export interface Contact {
  readonly name: string | null;
  readonly phone: string | null;
}

/**
 * Name and telephone of an account. The caller has settled that the actor may know them, and has audited it.
 * Invented people have invented numbers: 199 and the account, eleven digits.
 */
export async function openContact(ctx: Ctx, account: number): Promise<Contact> {
  const row = await selectAccount(ctx.db, account);
  if (row === undefined) return { name: null, phone: null };
  const { phone_sealed: sealed, invented } = row;
  const name = row.name === '' ? null : row.name;
  if (sealed !== null) return { name, phone: ctx.keys.open(sealed) };
  return { name, phone: invented ? `199${String(account).padStart(8, '0')}` : null };
}
