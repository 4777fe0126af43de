// SPDX-License-Identifier: Apache-2.0
// What identity seals, for when another key takes the place of the old one.
import { sql } from 'kysely';
import type { Db } from '../kernel/db.ts';
import type { Sealed } from '../kernel/reseal.ts';

export const identitySealed: readonly Sealed[] = [
  {
    ...{ table: 'identity.account', key: ['no'], column: 'phone_sealed', form: 'text' },
    digests: (phone, _, keys) => ({ phone_digest: keys.digest('phone', phone) }),
  },
  { table: 'identity.message', key: ['no'], column: 'sealed', form: 'text' },
];

/** One-time codes are known by digests alone and hold for minutes: whoever waits for one asks again. */
export async function forgetCodes(db: Db): Promise<void> {
  await sql`delete from identity.code`.execute(db);
}
