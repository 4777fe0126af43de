// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';

/** Whoever acts, by name, as a record that others answer to keeps it. */
export async function nameOfAccount({ db, actor }: Ctx): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select name from identity.account where no = ${actor.account}::bigint`.execute(db);
  return rows[0]?.name ?? '';
}

/** The organisation of the post acted as, and its place. */
export async function ownOffice({
  db,
  actor,
}: Ctx): Promise<{ no: number; name: string; place: number }> {
  const { rows } = await sql<{ no: number; name: string; place: number }>`
    select no, name, place from places.organisation where no = ${actor.post?.organisation ?? 0}`.execute(
    db,
  );
  const [found] = rows;
  if (found === undefined) throw new Error('whoever acts has no organisation');
  return found;
}
