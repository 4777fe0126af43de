// SPDX-License-Identifier: Apache-2.0
// Papers. Row-level security stands beneath each statement: who may see the application may see its papers.
import type { PaperAct, PaperState, PaperTab } from '@lilong/contracts/affair-papers';
import type { RowKey } from '@lilong/contracts/refs';
import { type Expression, type SqlBool, sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { runLater } from '../kernel/pipelined.ts';
import { paperPolicy } from './policy.ts';
import type { ApplicationRow, PaperRow } from './tables.ts';

export interface PaperPlace extends Pick<PaperRow, 'material' | 'state' | 'at'> {
  readonly holderName: string | null;
  readonly goingToName: string | null;
}
/** Where each paper of an application is; of a part those of the whole. */
export async function selectPlaces(
  ctx: Ctx,
  { street, no, joint }: RowKey & Pick<ApplicationRow, 'joint'>,
): Promise<Map<string, PaperPlace>> {
  const { rows } = await sql<PaperPlace>`
    select p.material, p.state, p.at, h.name as "holderName", g.name as "goingToName" from affairs.paper p
    left join places.organisation h on h.no = p.holder left join places.organisation g on g.no = p.going_to
    where p.street = ${street} and p.application = ${joint ?? no}`.execute(ctx.db);
  return new Map(rows.map((row) => [row.material, row]));
}

export interface PaperFound
  extends PaperRow,
    Pick<
      ApplicationRow,
      'item_row' | 'item_name' | 'item_name_en' | 'person' | 'account' | 'turn_org' | 'place'
    > {
  readonly affair_state: ApplicationRow['state'];
  readonly holderName: string | null;
  readonly goingToName: string | null;
  /** Who works on the matter, once each, besides whoever has the paper. */
  readonly others: { readonly organisation: number; readonly name: string }[];
  readonly can: Record<string, boolean>;
}

const found = (ctx: Ctx) => sql`
  p.*, a.item_row, a.item_name, a.item_name_en, a.person, a.account, a.turn_org, a.place, a.state as affair_state,
  h.name as "holderName", g.name as "goingToName", ${ctx.can(paperPolicy, ['hold', 'receive'], 'p').as('can')},
  (select coalesce(jsonb_agg(jsonb_build_object('organisation', o.no, 'name', o.name) order by o.no), '[]')
    from places.organisation o where o.no in (a.receive_org, a.accept_org, a.decide_org, a.deliver_org) and o.no <> p.holder) as others`;
const joins = sql`join affairs.application a on a.street = p.street and a.no = p.application
  left join places.organisation h on h.no = p.holder left join places.organisation g on g.no = p.going_to`;

function tabOf(ctx: Ctx, tab: PaperTab, before: Date): Expression<SqlBool> {
  const office = sql`${ctx.actor.post?.organisation ?? 0}::bigint`;
  switch (tab) {
    case 'here':
      return sql<SqlBool>`p.holder = ${office} and p.state = 'held'`;
    case 'coming':
      return sql<SqlBool>`p.going_to = ${office}`;
    case 'going':
      return sql<SqlBool>`p.holder = ${office} and p.state = 'way'`;
    case 'long':
      return sql<SqlBool>`(p.holder = ${office} or p.going_to = ${office})
        and (p.state = 'missing' or (p.state = 'way' and p.at < ${before}::timestamptz))`;
  }
}

interface Wanted {
  readonly tab: PaperTab;
  /** What was sent before is on the way too long. */
  readonly before: Date;
  readonly after: { readonly at: string; readonly no: number } | undefined;
  readonly limit: number;
}
/** Longest first. */
export async function selectPapers(ctx: Ctx, wanted: Wanted): Promise<PaperFound[]> {
  const { tab, before, after, limit } = wanted;
  const further =
    after === undefined
      ? sql``
      : sql`and (p.at, p.no) > (${after.at}::timestamptz, ${after.no}::bigint)`;
  const { rows } = await sql<PaperFound>`
    select ${found(ctx)} from affairs.paper p ${joins}
    where ${tabOf(ctx, tab, before)} ${further} order by p.at, p.no limit ${limit}`.execute(ctx.db);
  return rows;
}

export async function countPapers(ctx: Ctx, before: Date): Promise<Record<PaperTab, number>> {
  const office = sql`${ctx.actor.post?.organisation ?? 0}::bigint`;
  const count = (tab: PaperTab) => sql`count(*) filter (where ${tabOf(ctx, tab, before)})`;
  const { rows } = await sql<Record<PaperTab, number>>`
    select ${count('here')} as here, ${count('coming')} as coming, ${count('going')} as going, ${count('long')} as long
    from affairs.paper p where p.holder = ${office} or p.going_to = ${office}`.execute(ctx.db);
  const [row] = rows;
  if (row === undefined) throw new Error('a count is one row');
  return row;
}

/** One paper, locked for the rest of the transaction. */
export async function lockPaper(
  ctx: Ctx,
  { street, no }: RowKey,
  material: string,
): Promise<PaperFound | undefined> {
  const { rows } = await sql<PaperFound>`
    select ${found(ctx)} from affairs.paper p ${joins}
    where p.street = ${street} and p.application = ${no} and p.material = ${material} for update of p`.execute(
    ctx.db,
  );
  return rows[0];
}

export interface PaperMoved {
  readonly did: PaperAct;
  readonly state: PaperState;
  readonly holder: number | null;
  readonly goingTo: number | null;
  readonly words: string | null;
}
export async function movePaper(ctx: Ctx, paper: PaperFound, moved: PaperMoved): Promise<void> {
  const { did, state, holder, goingTo, words } = moved;
  const { street, no, application } = paper;
  await sql`update affairs.paper set state = ${state}, holder = ${holder}::bigint, going_to = ${goingTo}::bigint,
      at = ${ctx.now}::timestamptz where street = ${street} and no = ${no}`.execute(ctx.db);
  await runLater(
    ctx.db,
    sql`insert into affairs.paper_step (street, paper, at, organisation, account, to_org, did, words)
      values (${street}, ${no}, ${ctx.now}::timestamptz, ${ctx.actor.post?.organisation ?? null}::bigint,
        ${ctx.actor.account}::bigint, ${did === 'send' ? goingTo : null}::bigint, ${did}, ${words})`,
  );
  // Who has the paper is the last who got one of them; what it kept is credited to.
  if (did === 'receive')
    await runLater(
      ctx.db,
      sql`update affairs.application set custodian_org = ${holder}::bigint where street = ${street} and no = ${application}`,
    );
}
