// SPDX-License-Identifier: Apache-2.0
// One household that asked, and what belongs to it. Row-level security stands beneath each statement.
import { formatRef, parseRef, type RowKey } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import { sql } from 'kysely';
import { lookAtAffairs } from '../affairs/index.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { standAside } from '../registry/index.ts';
import { type MatterAction, matterPolicy } from './policy.ts';
import type {
  AwardRow,
  InquiryRow,
  MatterRow,
  MemberRow,
  NoticeRow,
  ObjectionRow,
  VisitRow,
} from './tables.ts';

/** @throws {Refusal} found.nothing when a digit was misheard */
export function matterKey(ref: string): RowKey {
  const key = parseRef('A', ref);
  if (key === undefined) throw new Refusal('found.nothing', { what: 'application' }, 'ref');
  return key;
}

export async function lockMatter(ctx: Ctx, { street, no }: RowKey): Promise<MatterRow | undefined> {
  const { rows } = await sql<MatterRow>`
    select * from assistance.matter where street = ${street} and no = ${no} for update`.execute(
    ctx.db,
  );
  return rows[0];
}

/**
 * The household's matter for an act of the office, locked, as it was shown. Of one's own household it is somebody else's.
 *
 * @throws {Refusal} found.nothing, auth.denied, registry.own-household, assistance.changed
 */
export async function goTo(
  ctx: Ctx,
  action: MatterAction,
  { ref, version }: { readonly ref: string; readonly version: number },
): Promise<MatterRow> {
  ctx.requireEver(matterPolicy, action);
  await lookAtAffairs(ctx);
  const row = await lockMatter(ctx, matterKey(ref));
  if (row === undefined) throw new Refusal('found.nothing', { what: 'application' }, 'ref');
  await ctx.require(matterPolicy, action, row);
  await standAside(ctx, row.person);
  if (row.version !== version) throw new Refusal('assistance.changed', { ref });
  return row;
}

type Patch = Partial<Omit<MatterRow, 'street' | 'no' | 'version'>>;
export async function updateMatter(
  ctx: Ctx,
  { street, no, version }: MatterRow,
  patch: Patch,
): Promise<void> {
  await ctx.db
    .updateTable('assistance.matter')
    .set({ ...patch, version: version + 1 })
    .where('street', '=', street)
    .where('no', '=', no)
    .execute();
}

/** Whoever works on it looks again, and so does whoever asked. */
export function tellMatter(
  ctx: Ctx,
  row: Pick<MatterRow, 'street' | 'no' | 'decide_org' | 'assist_org'>,
  account: number | null,
): void {
  const organisations = [row.decide_org, row.assist_org].filter((one) => one !== null);
  ctx.emit({
    ...{
      name: 'assistance.changed',
      street: row.street,
      subject: formatRef('A', row),
      place: null,
    },
    ...{ facts: {}, audience: { organisations, accounts: account === null ? [] : [account] } },
  });
}

export interface Whole {
  readonly members: readonly MemberRow[];
  readonly inquiries: readonly InquiryRow[];
  readonly visit: VisitRow | undefined;
  readonly notice: (NoticeRow & { placeName: string }) | undefined;
  readonly objections: readonly ObjectionRow[];
  readonly award: AwardRow | undefined;
}

export async function selectWhole(ctx: Ctx, { street, no }: RowKey): Promise<Whole> {
  const of = sql`where t.street = ${street} and t.matter = ${no} order by t.no`;
  const members = await sql<MemberRow>`select * from assistance.member t ${of}`.execute(ctx.db);
  const inquiries = await sql<InquiryRow>`select * from assistance.inquiry t ${of}`.execute(ctx.db);
  const visits = await sql<VisitRow>`select * from assistance.visit t ${of}`.execute(ctx.db);
  const notices = await sql<NoticeRow & { placeName: string }>`
    select t.*, p.name as "placeName" from assistance.notice t join places.place p on p.no = t.place ${of}`.execute(
    ctx.db,
  );
  const objections = await sql<ObjectionRow>`select * from assistance.objection t ${of}`.execute(
    ctx.db,
  );
  const awards = await sql<AwardRow>`select * from assistance.award t ${of}`.execute(ctx.db);
  return {
    ...{ members: members.rows, inquiries: inquiries.rows, visit: visits.rows[0] },
    ...{ notice: notices.rows[0], objections: objections.rows, award: awards.rows[0] },
  };
}
