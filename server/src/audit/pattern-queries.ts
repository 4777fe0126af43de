// SPDX-License-Identifier: Apache-2.0
import type { PatternKind } from '@lilong/contracts/audit-patterns';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { auditPolicy } from './policy.ts';
import type { Placeless } from './queries.ts';

type Limit = 'manyOpened' | 'outsideHours' | 'sameAgain' | 'manyLook' | 'neighbours';
interface Wanted {
  readonly from: Date;
  readonly placeless: Placeless;
  /** What each rule lets pass. */
  readonly most: Readonly<Record<Limit, number>>;
  /** Spans in which people are at work. */
  readonly atWork: readonly (readonly [Date, Date])[];
}

interface Found {
  readonly kind: PatternKind;
  readonly at: Date;
  readonly from: string;
  readonly to: string;
  readonly actorName: string | null;
  readonly role: string | null;
  readonly organisationName: string | null;
  readonly subject: string | null;
  readonly over: number;
}

const MOST = 100;

/** Posts and people whom a rule names, newest first, within the auditor's places. */
export async function selectPatterns(ctx: Ctx, wanted: Wanted): Promise<Found[]> {
  const { manyOpened, outsideHours, sameAgain, manyLook, neighbours } = wanted.most;
  const { rows } = await sql<Found>`
    with looks as (${looks(ctx, wanted)}),
    near as (${near}),
    found as (
      select 'many_opened' as kind, account, post, null::text as subject, day as first, day as last, max(at) as at,
        ${manyOpened}::int as over
      from looks where act = 'registry.reveal' group by account, post, day
      having count(distinct subject) > ${manyOpened}::int
      union all
      select 'outside_hours', account, post, null, day, day, max(at), ${outsideHours}::int
      from looks where not at <@ ${multirange(wanted.atWork)}::tstzmultirange group by account, post, day
      having count(distinct subject) > ${outsideHours}::int
      union all
      select 'same_again', account, post, subject, min(day), max(day), max(at), ${sameAgain}::int
      from looks group by account, post, subject having count(distinct day) > ${sameAgain}::int
      union all
      select 'many_look', null, null, subject, min(day), max(day), max(at), ${manyLook}::int
      from looks group by subject having count(distinct account) > ${manyLook}::int
      union all
      select 'own_household', l.account, l.post, l.subject, min(l.day), max(l.day), max(l.at), 0
      from looks l join near n using (account, subject) where n.near = 'household' group by l.account, l.post, l.subject
      union all
      select 'neighbours', l.account, l.post, null, l.day, l.day, max(l.at), ${neighbours}::int
      from looks l join near n using (account, subject) where n.near = 'building' group by l.account, l.post, l.day
      having count(distinct l.subject) > ${neighbours}::int
    )
    select f.kind, f.at, f.first as "from", f.last as "to", c.name as "actorName", p.role, o.name as "organisationName",
      f.subject, f.over
    from found f
    left join identity.account c on c.no = f.account
    left join identity.post p on p.no = f.post
    left join places.organisation o on o.no = p.organisation
    order by f.at desc, f.kind, f.subject limit ${MOST}::int`.execute(ctx.db);
  return rows;
}

/** Who of the staff looked at somebody of the own household, or behind the own door; known of those who said who they are. */
const near = sql`
  select n.account, 'person ' || n.person as subject, n.near
  from (select array_agg(account) as accounts, array_agg(substring(subject from 8)::bigint) as persons
    from (select distinct account, subject from looks where subject ~ '^person [0-9]+$') one) pairs,
    registry.near(pairs.accounts, pairs.persons) n`;

/** Cards read and numbers opened by staff. */
function looks(ctx: Ctx, { from, placeless }: Wanted) {
  const also = placeless === 'with placeless' ? sql`a.place is null` : sql`false`;
  return sql`
    select a.at, a.account, a.post, a.act, a.subject, (a.at at time zone ${ctx.config.TIME_ZONE})::date as day
    from kernel.audit a
    where a.at >= ${from}::timestamptz and a.act in ('registry.card', 'registry.reveal')
      and a.outcome in ('done', 'read') and a.post is not null
      and (${ctx.may(auditPolicy, 'read', 'a')} or ${also})`;
}

function multirange(spans: Wanted['atWork']): string {
  return `{${spans.map(([from, to]) => `[${from.toISOString()},${to.toISOString()})`).join()}}`;
}
