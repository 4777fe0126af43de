// SPDX-License-Identifier: Apache-2.0
// Who used the labels of a department: by organisation, role and purpose, week by week. Never who, nor about whom.
import { daysAfter } from '@lilong/contracts/days';
import type { Role } from '@lilong/contracts/identity';
import { fewestShown, type LabelUse, type labelUses } from '@lilong/contracts/registry-supply';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { runLater } from '../../kernel/pipelined.ts';
import { today } from '../../kernel/today.ts';
import { digestOfUse } from '../sealed.ts';
import { labelsSuppliedBy } from './suppliers.ts';
import { actingSupplier } from './supply.ts';

/** The supplier of a code, whoever that is where it is used. */
export const anySupplier = 0;
const weeksShown = 12;

export interface LabelUsed {
  readonly code: string;
  readonly supplier: number;
}
export interface Use {
  readonly labels: readonly LabelUsed[];
  readonly act: LabelUse['act'];
  readonly purpose: string;
  /** What the use was about, to count it once: `person 17`, or the reference of a crowd. */
  readonly about: string;
  /** How many people that is. */
  readonly people: number;
}

/** Counts a use of labels for whoever supplied them. */
export async function countUse(ctx: Ctx, use: Use): Promise<void> {
  const { post } = ctx.actor;
  if (use.labels.length === 0 || use.people === 0 || post === null) return;
  const { labels, act, purpose, about, people } = use;
  const week = mondayOf(today(ctx));
  const digest = digestOfUse(ctx.keys, week, about);
  await runLater(
    ctx.db,
    sql`insert into registry.label_use (code, supplier, week, organisation, role, act, purpose, about, people)
      select distinct code, supplier, ${week}::date, ${post.organisation}::bigint, ${post.role}, ${act}, ${purpose}, ${digest}::bytea, ${people}::int
      from unnest(${labels.map(({ code }) => code)}::text[], ${labels.map(({ supplier }) => supplier)}::bigint[]) as used (code, supplier)
      on conflict (code, supplier, week, organisation, role, act, purpose, about)
      do update set uses = label_use.uses + 1, people = greatest(label_use.people, excluded.people)`,
  );
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return daysAfter(day, -((weekday + 6) % 7));
}

export async function showUses(
  ctx: Ctx,
  _: InputOf<typeof labelUses>,
): Promise<ReplyOf<typeof labelUses>> {
  const organisation = await actingSupplier(ctx);
  const codes = [...(await labelsSuppliedBy(ctx, organisation)).keys()];
  const uses = await selectUses(ctx, organisation, codes);
  const used = new Set(uses.map(({ purpose }) => purpose));
  const purposes = await ctx.catalogue.rows(ctx.db, 'purpose', ctx.now);
  const named = new Map(purposes.map(({ key, name, nameEn }) => [key, { key, name, nameEn }]));
  return { uses, purposes: [...named.values()].filter(({ key }) => used.has(key)) };
}

/** Uses that are told, by label. */
export async function countUses(
  ctx: Ctx,
  organisation: number,
): Promise<ReadonlyMap<string, number>> {
  const codes = [...(await labelsSuppliedBy(ctx, organisation)).keys()];
  const counts = new Map<string, number>();
  for (const { label, uses } of await selectUses(ctx, organisation, codes))
    counts.set(label, (counts.get(label) ?? 0) + (uses ?? 0));
  return counts;
}

/** A card is about one person; of a crowd, the largest of the week counts. */
async function selectUses(
  ctx: Ctx,
  organisation: number,
  codes: readonly string[],
): Promise<LabelUse[]> {
  const ranges = ctx.actor.post?.ranges ?? [];
  const here = sql.join(
    ranges.map(({ first, last }) => sql`o.place between ${first}::bigint and ${last}::bigint`),
    sql` or `,
  );
  const { rows } = await sql<LabelUse & { role: Role }>`
    select u.code as label, u.week, o.name as "organisationName", u.role, u.act, u.purpose,
      case when (case when u.act = 'card' then count(distinct u.about) else max(u.people) end) >= ${fewestShown}
        then sum(u.uses)::int end as uses
    from registry.label_use u join places.organisation o on o.no = u.organisation
    where u.code = any(${[...codes]}::text[]) and u.week >= ${firstWeek(ctx)}::date
      and (u.supplier = ${organisation} or (u.supplier = ${anySupplier} and (${here})))
    group by u.code, u.week, o.no, o.name, u.role, u.act, u.purpose
    order by u.week desc, u.code, o.name, u.role, u.act, u.purpose limit 2000`.execute(ctx.db);
  return rows;
}

const firstWeek = (ctx: Ctx): string => daysAfter(mondayOf(today(ctx)), -7 * (weeksShown - 1));

/** What is no longer shown is not kept. */
export async function dropOldUses(ctx: Ctx): Promise<void> {
  await sql`delete from registry.label_use where week < ${firstWeek(ctx)}::date`.execute(ctx.db);
}
