// SPDX-License-Identifier: Apache-2.0
// Papers. Row-level security stands beneath each statement: who may see the application may see its papers.
import type { PaperAct, PaperState, PaperTab } from '@lilong/contracts/affair-papers';
import type { RowKey } from '@lilong/contracts/refs';
import { type Expression, type SqlBool, sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { runLater } from '../kernel/pipelined.ts';
import { lastSaid } from './paper-got.ts';
import { paperPolicy } from './policy.ts';
import type { ApplicationRow, PaperBackRow, PaperRow } from './tables.ts';

export interface PaperPlace
  extends Pick<PaperRow, 'material' | 'state' | 'door' | 'name' | 'name_en' | 'count' | 'counted'> {
  /** What was said last of one that was given back. */
  readonly said: PaperBackRow['said'] | null;
  readonly holderName: string | null;
  readonly goingToName: string | null;
}
/** Where each paper of an application is; of a part those of the whole. */
export async function selectPlaces(
  ctx: Ctx,
  { street, no, joint }: RowKey & Pick<ApplicationRow, 'joint'>,
): Promise<Map<string, PaperPlace>> {
  const { rows } = await sql<PaperPlace>`
    select p.material, p.state, p.door, p.name, p.name_en, p.count, p.counted, ${lastSaid} as said, h.name as "holderName", g.name as "goingToName" from affairs.paper p
    left join places.organisation h on h.no = p.holder left join places.organisation g on g.no = p.going_to
    where p.street = ${street} and p.application = ${joint ?? no}`.execute(ctx.db);
  return new Map(rows.map((row) => [row.material, row]));
}

/** Of its matter; of what nobody applied for yet from the slip. */
export interface PaperFound
  extends PaperRow,
    Pick<ApplicationRow, 'item_name' | 'item_name_en' | 'person' | 'account' | 'place'> {
  readonly item_row: number | null;
  readonly affair_state: ApplicationRow['state'] | null;
  readonly said: PaperBackRow['said'] | null;
  readonly holderName: string | null;
  readonly goingToName: string | null;
  /** Who works on the matter or carries its papers, once each, besides whoever has the paper. */
  readonly others: { readonly organisation: number; readonly name: string }[];
  readonly can: Record<string, boolean>;
}

const paperCan = ['hold', 'receive', 'give_back', 'return'] as const;
const found = (ctx: Ctx) => sql`
  p.*, a.item_row, coalesce(a.item_name, c.item_name) as item_name,
  case when a.no is null then c.item_name_en else a.item_name_en end as item_name_en,
  coalesce(a.person, c.person) as person, coalesce(a.account, c.account) as account, coalesce(a.place, c.place) as place,
  a.state as affair_state, ${lastSaid} as said, h.name as "holderName", g.name as "goingToName", ${ctx.can(paperPolicy, paperCan, 'p').as('can')},
  (select coalesce(jsonb_agg(jsonb_build_object('organisation', o.no, 'name', o.name) order by o.no), '[]')
    from places.organisation o where o.no <> p.holder
      and o.no in (a.receive_org, a.accept_org, a.decide_org, a.deliver_org, c.organisation, c.centre)) as others`;
const joins = sql`left join affairs.application a on a.street = p.street and a.no = p.application
  left join doorstep.collection c on c.street = p.door_street and c.no = p.door
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

/** Those of a slip, in its order. */
export async function selectOfDoor(ctx: Ctx, { street, no }: RowKey): Promise<PaperFound[]> {
  const { rows } = await sql<PaperFound>`
    select ${found(ctx)} from affairs.paper p ${joins}
    where p.door_street = ${street} and p.door = ${no} order by p.no`.execute(ctx.db);
  return rows;
}

/** An application or a slip. */
export type PapersOf = { readonly of: 'A' | 'D'; readonly key: RowKey };
/** One paper, locked for the rest of the transaction. */
export async function lockPaper(
  ctx: Ctx,
  { of, key: { street, no } }: PapersOf,
  material: string,
): Promise<PaperFound | undefined> {
  const parent =
    of === 'A'
      ? sql`p.street = ${street} and p.application = ${no}`
      : sql`p.door_street = ${street} and p.door = ${no}`;
  const { rows } = await sql<PaperFound>`
    select ${found(ctx)} from affairs.paper p ${joins}
    where ${parent} and p.material = ${material} for update of p`.execute(ctx.db);
  return rows[0];
}

export interface PaperMoved {
  readonly did: PaperAct;
  readonly state: PaperState;
  readonly holder: number | null;
  readonly goingTo: number | null;
  readonly words: string | null;
  /** Of what was collected at a door: how many the counter found; null: to be counted again. */
  readonly counted?: number | null | undefined;
}
export async function movePaper(ctx: Ctx, paper: PaperFound, moved: PaperMoved): Promise<void> {
  const { did, state, holder, goingTo, words, counted = paper.counted } = moved;
  const { street, no, application } = paper;
  await sql`update affairs.paper set state = ${state}, holder = ${holder}::bigint, going_to = ${goingTo}::bigint,
      counted = ${counted}::int, at = ${ctx.now}::timestamptz where street = ${street} and no = ${no}`.execute(
    ctx.db,
  );
  await insertPaperStep(ctx, paper, { did, words, to: did === 'send' ? goingTo : null });
  // Who has the paper is the last office that got one of them; what it kept is credited to.
  if (did === 'receive' && application !== null && ctx.actor.post?.role !== 'committee_worker')
    await runLater(
      ctx.db,
      sql`update affairs.application set custodian_org = ${holder}::bigint where street = ${street} and no = ${application}`,
    );
}

interface PaperStep {
  readonly did: PaperAct | 'brought';
  readonly words: string | null;
  readonly to: number | null;
}
const insertPaperStep = (
  { db, now, actor: { post, account } }: Ctx,
  { street, no }: RowKey,
  { did, words, to }: PaperStep,
): Promise<void> =>
  runLater(
    db,
    sql`insert into affairs.paper_step (street, paper, at, organisation, account, to_org, did, words)
      values (${street}, ${no}, ${now}::timestamptz, ${post?.organisation ?? null}::bigint,
        ${account}::bigint, ${to}::bigint, ${did}, ${words})`,
  );

export type PaperListed = Pick<
  PaperRow,
  'material' | 'name' | 'name_en' | 'form' | 'count' | 'counted' | 'files'
>;
/** Where the papers of a slip hang. */
export interface DoorOf {
  readonly door: RowKey;
  readonly application: RowKey | null;
}
/** What was taken at a door, or came besides what the slip lists: whoever acts has it. */
export async function insertDoorPaper(
  ctx: Ctx,
  { door, application }: DoorOf,
  listed: PaperListed,
): Promise<void> {
  const { material, name, name_en, form, count, counted, files } = listed;
  const street = application?.street ?? door.street;
  const { rows } = await sql<RowKey>`
    insert into affairs.paper (street, application, holder, at, state, material, door_street, door, name, name_en, form, count,
        counted, files)
      values (${street}::int, ${application?.no ?? null}::bigint, ${ctx.actor.post?.organisation}::bigint, ${ctx.now}::timestamptz,
        'held', ${material}, ${door.street}::int, ${door.no}::bigint, ${name}, ${name_en}, ${form}, ${count}::int, ${counted}::int,
        ${files}::bigint[])
    returning street, no`.execute(ctx.db);
  const [made] = rows;
  if (made !== undefined)
    await insertPaperStep(ctx, made, { did: 'brought', words: null, to: null });
}

/** Keys under which the papers of the slip, and of its application, go already. */
export async function takenKeys(ctx: Ctx, { door, application }: DoorOf): Promise<Set<string>> {
  const { rows } = await sql<Pick<PaperRow, 'material'>>`
    select material from affairs.paper where (door_street = ${door.street} and door = ${door.no})
      or (street = ${application?.street ?? 0} and application = ${application?.no ?? 0})`.execute(
    ctx.db,
  );
  return new Set(rows.map(({ material }) => material));
}

type Waiting = PaperListed &
  Pick<PaperRow, 'state' | 'door' | 'door_street'> &
  Pick<PaperFound, 'holderName'>;
/** Papers from doors that wait for an application of the stated person for the item. */
export async function selectWaiting(ctx: Ctx, item: string): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select p.*, h.name as "holderName" from doorstep.collection c
    join affairs.paper p on p.door_street = c.street and p.door = c.no and p.application is null
    left join places.organisation h on h.no = p.holder
    where c.person = any(registry.persons()) and c.item = ${item} and p.state <> 'returned' order by p.no`.execute(
    ctx.db,
  );
  return rows;
}
