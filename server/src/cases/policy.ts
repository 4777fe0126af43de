// SPDX-License-Identifier: Apache-2.0
import {
  type CaseAct,
  type CaseMove,
  caseFlow,
  caseMoves,
  type Mover,
} from '@lilong/contracts/case-flow';
import type { Role } from '@lilong/contracts/identity';
import { isWithin, type PlaceRange, placeRange } from '@lilong/contracts/place-no';
import { type SqlBool, sql } from 'kysely';
import type { Actor } from '../kernel/actor.ts';
import { actsFor, hasRole, holdsPost, policy, type Rule } from '../kernel/policy.ts';

/** The actor said one of the reports of this case. */
const isReporter: Rule = (actor, row) =>
  actor.kind === 'resident' &&
  sql<SqlBool>`exists (select from cases.report mine where mine.street = ${sql.ref(`${row}.street`)}
    and mine.case_no = ${sql.ref(`${row}.no`)} and mine.account = ${actor.account}::bigint and not mine.withdrawn)`;

/** The case was given to the actor to work on. */
const isCrew: Rule = (actor, row) =>
  actor.post?.role === 'crew' && sql<SqlBool>`${sql.ref(`${row}.crew`)} = ${actor.account}::bigint`;

/** The actor's organisation helps with the case. */
const assists: Rule = (actor, row) =>
  actor.post?.role === 'department_officer' &&
  sql<SqlBool>`${actor.post.organisation}::bigint = any(${sql.ref(`${row}.assisting`)})`;

const isMover: Record<Mover, Rule> = {
  reporter: isReporter,
  committee_worker: holdsPost('place', 'committee_worker'),
  dispatcher: holdsPost('place', 'dispatcher'),
  checker: holdsPost('place', 'checker'),
  street_leader: holdsPost('place', 'street_leader'),
  counter_clerk: () => false,
  centre_manager: () => false,
  department_officer: actsFor('organisation', 'department_officer'),
  crew: isCrew,
  district: holdsPost('place', 'district'),
  city: holdsPost('place', 'city'),
  item_owner: () => false,
  system_admin: () => false,
  safety_admin: () => false,
  auditor: () => false,
};

/** Who may make a move is what the workflow table says, over all states; the state is checked beside it. */
function moveRules(): Record<CaseMove, readonly Rule[]> {
  const rules = caseMoves.map((move) => {
    const movers = Object.values(caseFlow).flatMap(
      (moves) => (moves as Record<string, { who: readonly Mover[] }>)[move]?.who ?? [],
    );
    return [move, [...new Set(movers)].map((mover) => isMover[mover])] as const;
  });
  return Object.fromEntries(rules) as unknown as Record<CaseMove, readonly Rule[]>; // one entry per name of caseMoves
}

const street = holdsPost('place', 'dispatcher', 'street_leader');
const acts: Record<CaseAct, readonly Rule[]> = {
  ask: [isMover.dispatcher, isMover.department_officer, isMover.committee_worker],
  answer: [isReporter],
  add_photo: [isReporter],
  rate: [isReporter],
  supervise: [street],
  release: [isMover.dispatcher],
  merge: [isMover.dispatcher],
  unmerge: [isMover.dispatcher],
  undo: [holdsPost('place', 'dispatcher', 'committee_worker')],
  print_order: [isMover.department_officer],
  ask_extension: [isMover.department_officer],
  ask_suspension: [isMover.department_officer],
  decide_extension: [street],
  decide_suspension: [street],
  appeal: [isMover.department_officer],
  decide_appeal: [street],
  take_call: [isMover.dispatcher, isMover.committee_worker],
  reveal: [
    holdsPost('place', 'dispatcher', 'committee_worker', 'street_leader'),
    isMover.department_officer,
  ],
};

/** Posts that read every case of their places, and no other. */
const placeReaders: readonly Role[] = [
  'committee_worker',
  'dispatcher',
  'checker',
  'street_leader',
  'district',
  'city',
];

/** Ranges that hold exactly the cases that the actor may read, or only those below `place`; none when it is not that simple. */
export function readsAllIn({ post }: Actor, place?: number): readonly PlaceRange[] {
  if (post === null || !placeReaders.includes(post.role)) return [];
  if (place === undefined) return post.ranges;
  return post.places.some((own) => isWithin(place, own)) ? [placeRange(place)] : [];
}

/** Whoever works on a case, or above it. */
const staff: readonly Rule[] = [
  holdsPost('place', ...placeReaders),
  isMover.department_officer,
  assists,
  isCrew,
];

/** Who may do what to a case. */
export const casePolicy = policy('cases.case', {
  ...moveRules(),
  ...acts,
  read: [isReporter, ...staff],
  /** The desk's page: all reports, the flow log with names. A reporter has a page of the own. */
  open: staff,
  /** Reporter's name and phone without stating a purpose: the street's receiving desk, nobody else. */
  contact: [isMover.dispatcher],
  /** Enter what one saw or was told. The place is checked by `holdsPostAt`. */
  enter: [hasRole('committee_worker', 'dispatcher', 'checker')],
  /** Staff lists; the rows are filtered by `read`. */
  list: [
    hasRole(
      'committee_worker',
      'dispatcher',
      'checker',
      'street_leader',
      'district',
      'city',
      'department_officer',
      'crew',
    ),
  ],
  count: [
    hasRole('committee_worker', 'dispatcher', 'checker', 'street_leader', 'district', 'city'),
  ],
  /** A resident's own things. */
  mine: [(actor) => actor.kind === 'resident'],
  report: [(actor) => actor.kind === 'resident'],
  handover: [hasRole('dispatcher', 'street_leader')],
});
