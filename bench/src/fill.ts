// SPDX-License-Identifier: Apache-2.0
// Years of cases at once: written as the owner, past the program, with the indexes made afterwards.
import type { Database } from '@lilong/server/kernel/db';

/** One case in fifty is open, as in a city that keeps up. */
const OPEN_SHARE = 0.02;

/** Fills the empty table with so many cases, spread over all committees and, the ended ones, over three years. */
export async function fillCases(owner: Database, count: number): Promise<void> {
  await withoutIndexes(owner, 'cases.case', insertion(count));
  await owner.run(`insert into cases.tally (street, open)
    select place / 1000000, count(*) from cases.case where ended_at is null group by 1;`);
}

/** Fills an empty table past its triggers, and makes its indexes afterwards. */
export async function withoutIndexes(
  owner: Database,
  table: string,
  insertion: string,
): Promise<void> {
  const { rows } = await owner.run(`
    select format('%I.%I', n.nspname, i.relname) as name, pg_get_indexdef(i.oid) as made from pg_index x
    join pg_class i on i.oid = x.indexrelid join pg_namespace n on n.oid = i.relnamespace
    where x.indrelid = '${table}'::regclass and not x.indisprimary`);
  const before = await owner.run(`select exists (select from ${table}) as filled`);
  if (before.rows[0]?.filled === true) throw new Error(`${table} is not empty`);
  await owner.run(rows.map(({ name }) => `drop index ${name}`).join(';'));
  await owner.run(`begin; set local session_replication_role = replica; ${insertion}; commit`);
  await owner.run(rows.map(({ made }) => String(made)).join(';'));
  await owner.run(`vacuum analyze ${table}`);
}

/** Two solved of three in time; the open ones stand in the states that they pass through. */
function insertion(count: number): string {
  const open = `(n % ${Math.round(1 / OPEN_SHARE)} = 0)`;
  return `
    with committee as (
      select array_agg(o.place order by o.place % 997, o.place) as nos, array_agg(o.centre order by o.place % 997, o.place) as centres
      from places.outline o join places.place p on p.no = o.place where p.level = 'committee'
    ), lead as (select min(no) as no from places.organisation where kind = 'district_department')
    insert into cases.case (street, place, state, round, version, title, address, point, channel, category, category_name,
      organisation, reported_at, answer_due, answered_at, registered_at, dispatched_at, solve_due, due_at, outcome, ended_at)
    select place / 1000000, place, case when not ${open} then 'closed' else (array['reported', 'pending_register', 'pending_handle', 'handling', 'pending_check'])[1 + n / 50 % 5] end,
      1, 6, '示例案件 ' || n || '：路面坑洼积水', '近 ' || n % 300 || ' 弄', centre, 'home', 'event-01-10', '示例类别',
      case when n / 50 % 5 > 1 or not ${open} then lead.no end,
      at, at + interval '2 hours', at + interval '1 hour', at + interval '1 hour', at + interval '90 minutes', at + interval '2 days',
      case when ${open} then at + interval '2 days' end, case when not ${open} then '已修复' end, case when not ${open} then at + interval '1 day' end
    from committee, lead, generate_series(1, ${count}) as n,
      lateral (select nos[1 + n * 7919::bigint % cardinality(nos)] as place, centres[1 + n * 7919::bigint % cardinality(nos)] as centre,
        case when ${open} then now() - n % 5000 * interval '1 minute' else now() - interval '3 days' - n * 104729::bigint % 1500000 * interval '1 minute' end as at) as made`;
}

/** Gives cases of a district what they have in life: a report, a photo and six entries of the flow log. */
export async function fillHistory(owner: Database, district: number, count: number): Promise<void> {
  const chosen = `select street, no, reported_at as at from cases.case
    where place between ${district} and ${district + 999_999_999} order by street, no limit ${count}`;
  await owner.run(`
    insert into cases.report (street, case_no, born_in, channel, at, words)
    select street, no, no, 'home', at, '小区门口路面坑洼积水，晚上老人走过容易绊倒，请尽快派人来看。' from (${chosen}) as chosen;
    insert into cases.photo (street, case_no, file, kind, at) select street, no, 1 + no % 100, 'near', at from (${chosen}) as chosen;
    insert into cases.flow (street, case_no, step, at, move, kind, state, round, by_role, by_organisation, words, facts)
    select street, no, step, at + step * interval '1 hour', move, 'forward', 'handling', 1, 'dispatcher', 1 + no % 100, '已派单', '{}'
    from (${chosen}) as chosen, unnest(array['report', 'register', 'dispatch', 'accept', 'finish', 'verify']) with ordinality as steps (move, step);
    analyze cases.report; analyze cases.photo; analyze cases.flow`);
}
