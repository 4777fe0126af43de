// SPDX-License-Identifier: Apache-2.0
// What row-level security lets this transaction see of ratings; see migration 0088. Unsaid is nothing.
import type { PlaceRange } from '@lilong/contracts/place-no';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { runLater } from '../kernel/pipelined.ts';
import { countingRoles, unitRoles } from './policy.ts';

interface Seen {
  readonly office?: number;
  readonly ranges?: readonly PlaceRange[];
  readonly reader?: number | null;
  readonly rater?: number | null;
  readonly holder?: string;
  readonly praised?: number;
}
type Asking = Pick<Ctx, 'db' | 'actor'>;

/** The unit of the post acted as, and a manager's streets; but not what is about the reader's own work. */
export async function lookAsUnit({ db, actor: { post, account } }: Asking): Promise<void> {
  if (post === null || !unitRoles.includes(post.role)) return state(db, {});
  const ranges = post.role === 'centre_manager' ? post.ranges : [];
  await state(db, { office: post.organisation, ranges, reader: account });
}

/** The same, and whole districts: only counts leave the database. */
export async function lookToCount({ db, actor: { post } }: Asking): Promise<void> {
  if (post === null) return state(db, {});
  const above = post.role === 'centre_manager' || countingRoles.includes(post.role);
  const office = unitRoles.includes(post.role) ? { office: post.organisation } : {};
  await state(db, { ...office, ranges: above ? post.ranges : [] });
}

/** Words of praise of one's own office. */
export async function lookForPraise({ db, actor: { post } }: Asking): Promise<void> {
  await state(db, post === null ? {} : { praised: post.organisation });
}

/** Whoever rates or rated: by account, or by the digest of the token of a slip. */
export async function lookAsRater(
  { db }: Pick<Ctx, 'db'>,
  by: { readonly rater?: number | null; readonly holder?: string },
): Promise<void> {
  await state(db, by);
}

/** The program itself, by the clock. */
export async function lookEverywhere({ db }: Pick<Ctx, 'db'>): Promise<void> {
  await state(db, { ranges: [{ first: 0, last: Number.MAX_SAFE_INTEGER }] });
}

async function state(
  db: Ctx['db'],
  { office, ranges = [], reader, rater, holder, praised }: Seen,
): Promise<void> {
  const text = `{${ranges.map(({ first, last }) => `[${first},${last}]`).join()}}`;
  const said = (value: number | null | undefined) => String(value ?? '');
  await runLater(
    db,
    sql`select set_config('lilong.office', ${said(office)}, true), set_config('lilong.ratings', ${text}, true),
      set_config('lilong.rating_reader', ${said(reader)}, true), set_config('lilong.rater', ${said(rater)}, true),
      set_config('lilong.rating_holder', ${holder ?? ''}, true), set_config('lilong.praised', ${said(praised)}, true)`,
  );
}
