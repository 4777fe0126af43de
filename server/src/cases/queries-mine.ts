// SPDX-License-Identifier: Apache-2.0
// What a post should do something about now, as conditions on `cases.case c`.
import { type Expression, type SqlBool, sql } from 'kysely';
import type { Actor } from '../kernel/actor.ts';

type Condition = Expression<SqlBool>;
const nothing = sql<SqlBool>`false`;

/** A request for more time waits; dispatcher and street leader may both decide on it. */
const asksForTime = sql`(c.state in ('pending_handle', 'handling') and c.waits in ('extension', 'suspension'))`;

/** Open cases that wait for somebody in this post. */
export function mineOf(actor: Actor): Condition {
  switch (actor.post?.role) {
    case 'committee_worker':
      return sql<SqlBool>`c.state in ('reported', 'pending_verify')`;
    case 'dispatcher':
      return sql<SqlBool>`(c.state in ('reported', 'pending_register', 'pending_close')
        or (c.state = 'pending_dispatch' and not c.adjudication and c.round = 1) or ${asksForTime})`;
    case 'street_leader':
      return sql<SqlBool>`((c.state = 'pending_dispatch' and (c.adjudication or c.round > 1)) or ${asksForTime})`;
    case 'department_officer':
      return sql<SqlBool>`c.state in ('pending_handle', 'handling', 'handle_finish')`;
    case 'crew':
      return sql<SqlBool>`c.state = 'handling'`;
    case 'checker':
      return sql<SqlBool>`c.state in ('pending_verify', 'pending_check')`;
    default:
      return nothing;
  }
}

/** Closed cases whose overdue appeal waits for this person: whoever reviewed it first does not review it again. */
export function appealsOf({ account, post }: Actor): Condition {
  if (post?.role !== 'dispatcher' && post?.role !== 'street_leader') return nothing;
  return sql<SqlBool>`(c.appeal_for = ${sql.lit(post.role)} and c.appeal_for is not null and c.state = 'closed'
    and not exists (select from cases.appeal a where a.street = c.street and a.case_no = c.no
      and ${account}::bigint = any(a.reviewers)))`;
}
