// SPDX-License-Identifier: Apache-2.0
// What row-level security lets this transaction see. Unsaid is nothing, and nobody passes it by role.
import type { PlaceRange } from '@lilong/contracts/place-no';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { runLater } from '../kernel/pipelined.ts';
import { registryCounters, registryReaders } from './policy.ts';

export interface Look {
  /** People whom this act is about: permission was asked, or they are being made. */
  readonly persons?: readonly number[];
  /** Digest of a number that was shown. */
  readonly shown?: Buffer;
  /** Whose act it is, when the program writes it down for somebody. */
  readonly reader?: number;
  /** Digests of the numbers in a file. */
  readonly digests?: readonly Buffer[];
  /** The ticket whose visit this act is about. */
  readonly matter?: string;
  /** Organisations whose own labels and lines this is about. */
  readonly suppliers?: readonly number[];
  /**
   * What this transaction asks finds a few rows by an index, whoever asks: PostgreSQL plans each statement once, which
   * beneath row-level security costs more than running it.
   */
  readonly few?: true;
}

/** States for the rest of the transaction what the actor, in the post acted as, may see. */
export const lookAs = (ctx: Ctx, look: Look = {}): Promise<void> =>
  runLater(ctx.db, lookOf(ctx, look));

/** The same, for whoever asks several things together. */
export function lookOf(ctx: Ctx, look: Look = {}) {
  const { post, account } = ctx.actor;
  const ranges = post !== null && registryReaders.includes(post.role) ? post.ranges : [];
  return stated(ctx, ranges, account, look, post?.no);
}

/** States over which places the actor, in a post above the committee, may count; no row is opened by it. */
export async function countOver({ db, actor: { post } }: Pick<Ctx, 'db' | 'actor'>): Promise<void> {
  const ranges = post !== null && registryCounters.includes(post.role) ? post.ranges : [];
  await runLater(db, sql`select set_config('lilong.counts', ${multirange(ranges)}, true)`);
}

/** The program itself, over given ranges: loads, jobs, the demonstration. */
export async function lookOver(
  ctx: Pick<Ctx, 'db' | 'now'>,
  ranges: readonly PlaceRange[],
  look: Look = {},
): Promise<void> {
  await runLater(ctx.db, stated(ctx, ranges, look.reader ?? null, look));
}

function stated(
  { now }: Pick<Ctx, 'now'>,
  ranges: readonly PlaceRange[],
  account: number | null,
  { persons = [], shown, digests = [], suppliers = [], matter, few }: Look,
  post?: number,
) {
  return sql`select set_config('lilong.ranges', ${multirange(ranges)}, true),
      set_config('lilong.persons', ${`{${persons.join()}}`}, true),
      set_config('lilong.reader', ${account === null ? '' : String(account)}, true),
      set_config('lilong.post', ${post === undefined ? '' : String(post)}, true),
      set_config('lilong.matter', ${matter ?? ''}, true),
      set_config('lilong.moment', ${now.toISOString()}, true),
      set_config('lilong.suppliers', ${`{${suppliers.join()}}`}, true),
      set_config('lilong.shown', ${shown?.toString('hex') ?? ''}, true),
      set_config('lilong.digests', ${digests.map((digest) => digest.toString('hex')).join()}, true)${few === true ? planOnce : sql``}`;
}

const planOnce = sql`, set_config('plan_cache_mode', 'force_generic_plan', true)`;

export const multirange = (ranges: readonly PlaceRange[]): string =>
  `{${ranges.map(({ first, last }) => `[${first},${last}]`).join()}}`;
