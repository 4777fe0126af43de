// SPDX-License-Identifier: Apache-2.0
// Grants that a consent gives for one application: to organisations, for that matter alone. They open nobody's file; what
// was agreed to stands with the application, and its person reads here who may use it, until when.
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { runLater } from '../../kernel/pipelined.ts';

/** At the latest then; it ends when the matter is over. */
const mostDays = 730;
const DAY_MS = 86_400_000;

/** To be written where the transaction states the person. */
export function matterGrants(
  { now }: Ctx,
  of: {
    readonly person: number;
    readonly organisations: readonly number[];
    readonly purpose: string;
    readonly matter: string;
  },
) {
  const until = new Date(now.getTime() + mostDays * DAY_MS);
  return sql`
    insert into registry.access_grant (person, organisation, purpose, matter, from_at, until_at)
    select ${of.person}, o, ${of.purpose}, ${of.matter}, ${now}::timestamptz, ${until}::timestamptz
    from unnest(${[...new Set(of.organisations)]}::bigint[]) o`;
}

/** Whoever acts: the matter itself says which they are. */
export async function endMatterGrants({ db, now }: Ctx, matter: string): Promise<void> {
  await runLater(db, sql`select set_config('lilong.matter', ${matter}, true)`);
  await runLater(
    db,
    sql`update registry.access_grant
      set until_at = ${now}::timestamptz, from_at = least(from_at, ${now}::timestamptz - interval '1 microsecond')
      where matter = ${matter} and account is null and until_at > ${now}::timestamptz`,
  );
  await runLater(db, sql`select set_config('lilong.matter', '', true)`);
}
