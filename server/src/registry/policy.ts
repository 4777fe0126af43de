// SPDX-License-Identifier: Apache-2.0
// Who may see whom. Row-level security says the same beneath (migration 0020), with nobody above it.
import { type Role, roles } from '@lilong/contracts/identity';
import { type SqlBool, sql } from 'kysely';
import {
  actsFor,
  anyOf,
  both,
  hasRole,
  holdsPost,
  isSelf,
  isWithin,
  policy,
  type Rule,
} from '../kernel/policy.ts';

/** Posts that know people by name, in their own places. Above the committee there are counts only. */
export const registryReaders: readonly Role[] = ['committee_worker'];

/** Posts above the committee that see how many there are, and nobody by name. */
export const registryCounters: readonly Role[] = [
  'dispatcher',
  'street_leader',
  'district',
  'city',
];

/** Somebody stays within reach so long after having left: the office has to finish what it began. */
export const reachDays = 90;

/** Lives, is registered, works or owns in one of the post's places, or did until lately. Protected people never. */
const isInReach: Rule = (actor, row, now) => {
  if (actor.post === null || !registryReaders.includes(actor.post.role)) return false;
  const within = anyOf(actor.post.ranges.map((range) => isWithin('here.place', range)));
  return sql<SqlBool>`exists (select from registry.presence here where here.person = ${sql.ref(`${row}.no`)}
    and not here.protected and (here.to_on is null or here.to_on >= (${now}::timestamptz - interval '${sql.lit(reachDays)} days')::date)
    and ${within})`;
};

/** A live grant, written by the act that justifies it, for whoever acts in a post; in that post, where it names one. */
const holdsGrant: Rule = (actor, row, now) =>
  actor.post !== null &&
  actor.account !== null &&
  sql<SqlBool>`exists (select from registry.access_grant g where g.person = ${sql.ref(`${row}.no`)}
    and g.account = ${actor.account}::bigint and g.from_at <= ${now}::timestamptz and g.until_at > ${now}::timestamptz
    and (g.post is null or g.post = ${actor.post.no}::bigint))`;

/**
 * 回避: neither the one behind the actor's own account nor whoever keeps house with them, as far as the actor has said who
 * that is. Asked last: it is a look-up.
 */
const isNotOwn: Rule = (actor, row) =>
  actor.account === null ||
  sql<SqlBool>`not registry.own_household(${actor.account}::bigint, ${sql.ref(`${row}.no`)})`;
const ofOthers = (...rules: readonly Rule[]): Rule[] => rules.map((rule) => both(rule, isNotOwn));

/** The actor's account is bound to the person: a worker saw the document. */
const isOneself: Rule = (actor, row) =>
  actor.kind === 'resident' &&
  actor.account !== null &&
  sql<SqlBool>`exists (select from registry.binding b where b.person = ${sql.ref(`${row}.no`)}
    and b.account = ${actor.account}::bigint and b.ended_at is null)`;

/** A parent, a guardian, somebody of the household who was allowed to: the grant that proof or consent wrote. */
const isKin: Rule = (actor, row, now) =>
  actor.kind === 'resident' &&
  actor.account !== null &&
  sql<SqlBool>`exists (select from registry.access_grant g where g.person = ${sql.ref(`${row}.no`)}
    and g.account = ${actor.account}::bigint and g.purpose in ('guardian', 'family')
    and g.from_at <= ${now}::timestamptz and g.until_at > ${now}::timestamptz)`;

/** Whoever was let help: the grant that the mandate wrote. */
const isHelper: Rule = (actor, row, now) =>
  actor.kind === 'resident' &&
  actor.account !== null &&
  sql<SqlBool>`exists (select from registry.access_grant g where g.person = ${sql.ref(`${row}.no`)}
    and g.account = ${actor.account}::bigint and g.purpose = 'helper'
    and g.from_at <= ${now}::timestamptz and g.until_at > ${now}::timestamptz)`;

/** Posts that work with the institutions of their places, and those that keep them. Above the street nobody does. */
export const institutionReaders: readonly Role[] = [
  'committee_worker',
  'dispatcher',
  'street_leader',
];

export const personPolicy = policy('registry.person', {
  open: ofOthers(isInReach, holdsGrant),
  reveal: ofOthers(isInReach, holdsGrant),
  /** Move, die, be labelled. */
  change: ofOthers(isInReach),
  /** May be moved into a home: known here, or shown by document just now. */
  move: ofOthers(isInReach, holdsGrant),
  find: [hasRole(...registryReaders)],
  /** Purposes for which something is opened, and labels that one may put. */
  words: [hasRole(...institutionReaders, 'counter_clerk', 'centre_manager')],
  /** Reads all that is held, and who looked. */
  own: [isOneself],
  /** Reads the same of a child, a ward, or somebody of the household. */
  ward: [isKin],
  /** Writes down whom somebody lets help: told at a window, or to a worker of the own committee. */
  mandate: ofOthers(isInReach, both(hasRole('counter_clerk', 'centre_manager'), holdsGrant)),
  /** Acts for somebody, within what they said. */
  help: [isHelper],
});

/** Rows that stand at a place: homes, households, presence. */
const atPlace = holdsPost('place', ...registryReaders);
export const homePolicy = policy('registry.home', { open: [atPlace], change: [atPlace] });
export const householdPolicy = policy('registry.household', { open: [atPlace], change: [atPlace] });
export const presencePolicy = policy('registry.presence', { find: [atPlace], change: [atPlace] });

const institutionKeepers: readonly Role[] = ['committee_worker', 'street_leader'];
export const institutionPolicy = policy('registry.institution', {
  open: [holdsPost('place', ...institutionReaders)],
  change: [holdsPost('place', ...institutionKeepers)],
  /** Asked before there is a row; the place is checked by itself. */
  begin: [hasRole(...institutionKeepers)],
});
/** 楼组 are kept by the committee and by the leader of its street, and read by whoever works with its institutions. */
export const groupPolicy = policy('registry.building_group', {
  open: [holdsPost('place', ...institutionReaders)],
  change: [holdsPost('place', ...institutionKeepers)],
  begin: [hasRole(...institutionKeepers)],
});
/** The standard addresses are kept by the street, and read by whoever sends somebody to them or lives
 * with them: a committee reads its own. */
export const doorPolicy = policy('places.address', {
  open: [holdsPost('place', 'dispatcher', 'street_leader', 'committee_worker')],
  keep: [holdsPost('place', 'street_leader')],
  /** Tells the street of a missing door, or of two that are one. */
  hint: [holdsPost('place', 'committee_worker')],
});
const crowdUsers = [...registryReaders, ...registryCounters];
/** Crowds are kept by an organisation; what is in one is asked anew, by whoever asks. */
export const crowdPolicy = policy('registry.crowd', {
  ask: [hasRole(...crowdUsers)],
  names: [hasRole(...registryReaders)],
  use: [actsFor('organisation', ...crowdUsers)],
  take: [actsFor('organisation', ...registryReaders)],
});
export const exportPolicy = policy('registry.export', {
  fetch: [actsFor('organisation', ...registryReaders)],
});

/** Whoever acts for a department supplies its labels; which they are, the dictionary says. */
export const supplyPolicy = policy('registry.label_batch', {
  supply: [hasRole('department_officer')],
});

/** 保全 and the register of what was deleted: ordered by the safety administrator, read by all three. */
export const holdPolicy = policy('registry.hold', {
  list: [hasRole('system_admin', 'safety_admin', 'auditor')],
  hold: [hasRole('safety_admin')],
  lift: [holdsPost('place', 'safety_admin')],
});

/** Files at the desk: brought by the operator for the places of the post. What is in one only whoever brought it reads. */
const bringsFiles = holdsPost('under', 'system_admin');
export const uploadPolicy = policy('registry.upload', {
  bring: [hasRole('system_admin')],
  see: [bringsFiles],
  open: [both(bringsFiles, isSelf('account'))],
  drop: [bringsFiles],
});

/** 暂缓告知: who may ask, who decides over the places of the post, and who reads it all. 示例: a city's law says who. */
const delayAskers: readonly Role[] = ['committee_worker', 'department_officer', 'district'];
const delayDeciders: readonly Role[] = ['safety_admin', 'district', 'city'];
export const delayPolicy = policy('registry.delay', {
  list: [hasRole(...delayAskers, ...delayDeciders, 'auditor')],
  ask: [hasRole(...delayAskers)],
  decide: [holdsPost('place', ...delayDeciders)],
  end: [actsFor('organisation', ...delayAskers), holdsPost('place', ...delayDeciders)],
  over: [hasRole(...delayDeciders, 'auditor')],
});

/** Whoever works here says for the own account who that is. */
export const tiePolicy = policy('registry.staff_tie', { say: [hasRole(...roles)] });

/** Labels of level 5: opened by a department, read by the workers of the committee that they are opened to. */
export const caseLabelPolicy = policy('registry.case_label', {
  open: [hasRole('department_officer')],
  list: [hasRole('department_officer', ...registryReaders)],
});

/** An objection is answered by whoever owns the value, and taken back by whoever raised it. */
const objectionUsers: readonly Role[] = ['committee_worker', 'department_officer'];
export const objectionPolicy = policy('registry.objection', {
  list: [hasRole(...objectionUsers)],
  read: [actsFor('source', ...objectionUsers), actsFor('organisation', ...objectionUsers)],
  answer: [actsFor('source', ...objectionUsers)],
  withdraw: [actsFor('organisation', ...objectionUsers)],
});
