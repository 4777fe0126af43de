// SPDX-License-Identifier: Apache-2.0
// Years of applications at once: written as the owner, past the program, with the indexes made afterwards.
import type { Database } from '@lilong/server/kernel/db';
import { withoutIndexes } from './fill.ts';

/** So many stand open in the city at any time, whether it is young or old. */
export const OPEN_APPLICATIONS = 20_000;
/** One open application in so many is the measured office's to decide. */
const OF_THE_OFFICE = 20;

/** Fills the empty table: the open ones, and the rest delivered or refused over three years. */
export async function fillApplications(
  owner: Database,
  count: number,
  open = Math.min(OPEN_APPLICATIONS, count / 2),
): Promise<void> {
  await withoutIndexes(owner, 'affairs.application', insertion(count, open));
}

/** Applications that are over, each with its consent and two steps: what the next one is written beside. */
export async function fillPast(owner: Database, count: number): Promise<void> {
  await fillApplications(owner, count, 0);
  await owner.run(`
    select set_config('lilong.whole', 'backup', true), set_config('lilong.affairs', '{[0,${Number.MAX_SAFE_INTEGER}]}', true);
    insert into affairs.step (street, application, at, did, state, role)
      select street, no, applied_at, did, 'applied', 'resident' from affairs.application, unnest(array['submit', 'receive']) as did;
    insert into affairs.consent (street, application, item, how, takes, reason, at, ended_at, ended)
      select street, no, item, 'told', '[]', 'affair', applied_at, changed_at, 'over' from affairs.application;`);
  await owner.run('analyze affairs.application, affairs.step, affairs.consent');
}

function insertion(count: number, open: number): string {
  return `
    with office as (
      select array_agg(organisation order by no) as nos, array_agg(place order by no) as places from counters.centre where kind = 'centre'
    ), measured as (select min(no) as no from places.organisation where place = 310101000000000),
    item as (
      select array_agg(no order by key) as nos, array_agg(key order by key) as keys, array_agg(name order by key) as names
      from kernel.catalogue where kind = 'item' and status = 'approved'
    )
    insert into affairs.application (street, item, item_row, item_name, department, kind, mode, state, person, name, pinyin, place, channel,
      receive_org, accept_org, decide_org, deliver_org, turn_org, sealed, promised, legal, started_at, applied_at, received_at, accepted_at,
      decided_at, delivered_at, changed_at, clock, due_at, legal_due, outcome, reason, remedy, delivered_by)
    select places[o] / 1000000, keys[i], item.nos[i], names[i], 'civil', 'promised', 'forwarded',
      case when is_open then (array['accepted', 'review', 'extended'])[1 + n % 3] when n % 12 = 0 then 'refused' else 'delivered' end,
      n, '示例' || n % 977, 'shi li', places[o], (array['home', 'counter'])[1 + n % 2],
      office.nos[o], office.nos[o], decides, office.nos[o], case when is_open then decides end,
      decode(repeat('5a', 300), 'hex'), '10WD', '20WD', at, at, at, at + interval '2 hours',
      case when not is_open then at + interval '6 days' end, case when not is_open and n % 12 > 0 then at + interval '7 days' end,
      at + interval '7 days', case when is_open then 'promise' else 'none' end,
      case when is_open then at + interval '14 days' end, at + interval '28 days',
      case when not is_open then case when n % 12 = 0 then 'refused' else 'granted' end end,
      case when not is_open and n % 12 = 0 then '不符合条件' end, case when not is_open and n % 12 = 0 then '可以复议' end,
      case when not is_open and n % 12 > 0 then 'window' end
    from office, measured, item, generate_series(1, ${count}) as n,
      lateral (select n <= ${open} as is_open, 1 + n * 7919::bigint % cardinality(office.nos) as o, 1 + n % cardinality(item.nos) as i) as chosen,
      lateral (select case when n % ${OF_THE_OFFICE} = 0 then measured.no else office.nos[o] end as decides,
        case when is_open then now() - n * 7919::bigint % 20000 * interval '1 minute'
          else now() - interval '15 days' - n * 104729::bigint % 1500000 * interval '1 minute' end as at) as made`;
}
