// SPDX-License-Identifier: Apache-2.0
// What is rated: a visit, by its ticket, or a matter, by its application. Both are only read here.
import type { RatedThing } from '@lilong/contracts/rating-flow';
import { formatRef, parseRef, type RowKey } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import { sql } from 'kysely';
import { receiptDigests } from '../affairs/index.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { tokenHash } from '../kernel/keys.ts';

export interface Subject {
  readonly ref: string;
  readonly of: RatedThing;
  readonly street: number;
  /** Street of the centre. */
  readonly place: number;
  readonly centre: number;
  /** Who answers for it, in this order: the first that has somebody else to look at it. */
  readonly units: readonly { readonly no: number; readonly name: string }[];
  readonly item: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly person: number | null;
  readonly account: number | null;
  readonly tokenHash: string | null;
  /** Accounts of staff who worked on it, where the way in told them. */
  readonly workers?: readonly number[];
  /** By a printed receipt: whoever holds it is not called on the person's telephone. */
  readonly byReceipt?: true;
  /** None: it is not over. */
  readonly overAt: Date | null;
  /** It came to nothing that could be rated. */
  readonly never: boolean;
}

interface TicketFound extends RowKey {
  readonly state: string;
  readonly centre: number;
  readonly organisation: number;
  readonly organisationName: string;
  readonly place: number;
  readonly services: readonly string[];
  readonly account: number | null;
  readonly token_hash: string;
  readonly ended_at: Date | null;
}
const ticketColumns = sql.raw(
  't.street, t.no, t.state, t.organisation, o.name as "organisationName", t.place, t.services, t.account, t.token_hash, t.ended_at',
);

/**
 * The visit of a slip, or the matter of a printed receipt.
 *
 * @throws {Refusal} found.nothing when the token is nobody's
 */
export async function heldSubject(ctx: Ctx, token: string): Promise<Subject> {
  const hash = tokenHash(token);
  const { rows } = await sql<TicketFound>`
    select ${ticketColumns} from counters.ticket t join places.organisation o on o.no = t.organisation
    where t.token_hash = ${hash}`.execute(ctx.db);
  if (rows[0] !== undefined) return visit(ctx, rows[0]);
  const { rows: matters } = await sql<MatterFound & { workers: number[] }>`
    select * from ratings.matter_of(${receiptDigests(ctx, token)}::text[])`.execute(ctx.db);
  const [found] = matters;
  if (found === undefined) throw new Refusal('found.nothing', { what: 'receipt' }, 'token');
  return { ...matterOf(found), tokenHash: hash, workers: found.workers, byReceipt: true };
}

/** One's own: a ticket of the account, or an application of the person whom the transaction has stated. */
export async function ownSubject(ctx: Ctx, ref: string): Promise<Subject> {
  const ticket = parseRef('T', ref);
  if (ticket !== undefined) {
    const { rows } = await sql<TicketFound>`
      select ${ticketColumns} from counters.ticket t join places.organisation o on o.no = t.organisation
      where t.street = ${ticket.street} and t.no = ${ticket.no} and t.account = ${ctx.actor.account}::bigint`.execute(
      ctx.db,
    );
    return visit(ctx, rows[0]);
  }
  return matter(ctx, parseRef('A', ref));
}

async function visit(ctx: Ctx, row: TicketFound | undefined): Promise<Subject> {
  if (row === undefined) throw new Refusal('found.nothing', { what: 'ticket' }, 'subject');
  const [service = ''] = row.services;
  const classes = await ctx.catalogue.rows(ctx.db, 'service', ctx.now);
  const named = classes.findLast(({ key }) => key === service);
  const over = row.state === 'no_show' || row.state === 'cancelled';
  return {
    ...{ ref: formatRef('T', row), of: 'visit', street: row.street, place: row.place },
    ...{ centre: row.organisation, item: service, never: over },
    units: [{ no: row.organisation, name: row.organisationName }],
    ...{ name: named?.name ?? service, nameEn: named?.nameEn || null },
    ...{ person: null, account: row.account, tokenHash: row.token_hash },
    overAt: row.state === 'done' ? row.ended_at : null,
  };
}

interface MatterFound extends RowKey {
  readonly item: string;
  readonly item_name: string;
  readonly item_name_en: string | null;
  readonly place: number;
  readonly person: number;
  readonly account: number | null;
  readonly accept_org: number;
  readonly acceptName: string;
  readonly decide_org: number;
  readonly decideName: string;
  readonly outcome: string | null;
  readonly decided_at: Date | null;
  readonly joint: number | null;
}

async function matter(ctx: Ctx, key: RowKey | undefined): Promise<Subject> {
  const { rows } =
    key === undefined
      ? { rows: [] }
      : await sql<MatterFound>`
    select a.street, a.no, a.item, a.item_name, a.item_name_en, a.place, a.person, a.account, a.accept_org, c.name as "acceptName",
      a.decide_org, d.name as "decideName", a.outcome, a.decided_at, a.joint
    from affairs.application a join places.organisation c on c.no = a.accept_org join places.organisation d on d.no = a.decide_org
    where a.street = ${key.street} and a.no = ${key.no} and a.person = any(registry.persons())`.execute(
          ctx.db,
        );
  const [row] = rows;
  if (row === undefined) throw new Refusal('found.nothing', { what: 'application' }, 'subject');
  return matterOf(row);
}

/** Decided ones, for the demonstration: not of the resident whom visitors play, who rates for themselves. */
export async function decidedMatters(ctx: Ctx, most: number): Promise<Subject[]> {
  await sql`select set_config('lilong.affairs', ${`{[0,${Number.MAX_SAFE_INTEGER}]}`}, true)`.execute(
    ctx.db,
  );
  const { rows } = await sql<MatterFound>`
    select a.street, a.no, a.item, a.item_name, a.item_name_en, a.place, a.person, a.account, a.accept_org, c.name as "acceptName",
      a.decide_org, d.name as "decideName", a.outcome, a.decided_at, a.joint
    from affairs.application a join places.organisation c on c.no = a.accept_org join places.organisation d on d.no = a.decide_org
    where a.outcome in ('granted', 'refused', 'not_accepted') and a.account is null and a.joint is null
    order by a.street, a.no limit ${most}`.execute(ctx.db);
  return rows.map(matterOf);
}

function matterOf(row: MatterFound): Subject {
  return {
    ...{ ref: formatRef('A', row), of: 'matter', street: row.street, place: row.place },
    ...{ centre: row.accept_org, item: row.item, name: row.item_name, nameEn: row.item_name_en },
    units: [
      { no: row.decide_org, name: row.decideName },
      { no: row.accept_org, name: row.acceptName },
    ],
    ...{ person: row.person, account: row.account, tokenHash: null },
    overAt: row.outcome === null ? null : row.decided_at,
    never: row.joint !== null || row.outcome === 'void', // a part is rated with its whole
  };
}

/** Accounts of staff who worked on it, as far as it is written down. */
export async function workersOn(
  ctx: Ctx,
  { ref, of, workers = [] }: Pick<Subject, 'ref' | 'of' | 'workers'>,
): Promise<number[]> {
  const key = parseRef('A', ref);
  const steps =
    of === 'visit' || key === undefined
      ? sql`select null::bigint as account where false`
      : sql`select s.account from affairs.step s where s.street = ${key.street} and s.application = ${key.no}
          and s.role not in ('resident', 'system')`;
  const { rows } = await sql<{ account: number }>`
    select distinct w.account from (${steps} union all
      select unnest(${[...workers]}::bigint[]) union all
      select e.by_account from kernel.event e where e.subject = ${ref} and e.by_post is not null) w
    where w.account is not null order by 1`.execute(ctx.db);
  return rows.map(({ account }) => Number(account));
}

/**
 * Whom a bad rating concerns, and whose work it is about. An office in which nobody but those could look at it passes it
 * on to the centre; where there is nobody else at all, it still goes to the first office, and the manager there sees it.
 */
export async function concerned(
  ctx: Ctx,
  { units }: Pick<Subject, 'units'>,
  workers: readonly number[],
): Promise<{ unit: number; workers: readonly number[] }> {
  for (const { no } of units) {
    const { rows } = await sql`
      select 1 from identity.post p where p.organisation = ${no}::bigint and p.role in ('centre_manager', 'department_officer')
        and p.status = 'approved' and p.valid_from <= ${ctx.now}::timestamptz
        and (p.valid_to is null or p.valid_to > ${ctx.now}::timestamptz)
        and not p.account = any(${[...workers]}::bigint[]) limit 1`.execute(ctx.db);
    if (rows.length > 0) return { unit: no, workers };
  }
  return { unit: units[0]?.no ?? 0, workers: [] };
}
