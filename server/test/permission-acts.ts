// SPDX-License-Identifier: Apache-2.0
// Everything that can be done to a case, and who may: from the workflow table and the issue.
import { type CaseMove, caseFlow, caseMoves, type Mover } from '@lilong/contracts/case-flow';
import type { Role } from '@lilong/contracts/identity';
import { type DrawnCase, isAtPlace, isLead, isReporter } from './permission-cases.ts';
import { access } from './permission-routes.ts';
import type { Somebody, World } from './permission-world.ts';

export interface Act {
  readonly name: string;
  /** Key of the route. */
  readonly route: string;
  readonly input: (world: World, one: DrawnCase) => Readonly<Record<string, unknown>>;
  readonly may: (world: World, somebody: Somebody, one: DrawnCase) => boolean;
}

/** Who makes a move in any state: the state is looked at after the right. */
function moversOf(move: CaseMove): Mover[] {
  const found = Object.values(caseFlow).flatMap(
    (moves) => (moves as Record<string, { who: readonly Mover[] }>)[move]?.who ?? [],
  );
  return [...new Set(found)];
}

function isMover(mover: Mover, world: World, somebody: Somebody, one: DrawnCase): boolean {
  if (mover === 'reporter') return isReporter(somebody, one, world);
  if (mover !== somebody.role) return false;
  if (mover === 'department_officer') return isLead(somebody, one);
  if (mover === 'crew') return one.crew === somebody.account;
  return isAtPlace(somebody, one);
}

const moves = caseMoves.map(
  (move): Act => ({
    name: `move ${move}`,
    route: 'POST /api/cases/:ref/move',
    input: (_, { ref }) => ({ ref, move, version: 1 }),
    may: (world, somebody, one) =>
      moversOf(move).some((mover) => isMover(mover, world, somebody, one)),
  }),
);

/** An act of these roles at the place; a department officer only as the lead. */
function act(route: string, who: readonly Role[]): Act {
  const stated = access[route];
  if (stated === undefined) throw new Error(`${route} is not classified`);
  return {
    name: route,
    route,
    input: stated.sample,
    may: (world, somebody, one) => who.some((role) => isMover(role, world, somebody, one)),
  };
}
/** An act of whoever said it. */
function own(route: string): Act {
  return { ...act(route, []), may: (world, somebody, one) => isReporter(somebody, one, world) };
}

export const acts: readonly Act[] = [
  ...moves,
  act('POST /api/cases/:ref/undo', ['dispatcher', 'committee_worker']),
  act('POST /api/cases/:ref/merge', ['dispatcher']),
  act('POST /api/cases/:ref/unmerge', ['dispatcher']),
  act('POST /api/cases/:ref/ask', ['dispatcher', 'committee_worker', 'department_officer']),
  act('POST /api/cases/:ref/supervise', ['dispatcher', 'street_leader']),
  act('POST /api/cases/:ref/release', ['dispatcher']),
  act('POST /api/cases/:ref/delay', ['department_officer']),
  act('POST /api/cases/:ref/delay/:no', ['dispatcher', 'street_leader']),
  act('POST /api/cases/:ref/appeal', ['department_officer']),
  act('POST /api/cases/:ref/appeal/decide', ['dispatcher', 'street_leader']),
  act('POST /api/cases/:ref/transcript', ['dispatcher', 'committee_worker']),
  act('PUT /api/cases/:ref/hotline', ['dispatcher', 'committee_worker']),
  act('POST /api/cases/:ref/contact', [
    'dispatcher',
    'committee_worker',
    'street_leader',
    'department_officer',
  ]),
  act('POST /api/cases/:ref/order', ['department_officer']),
  own('POST /api/my/reports/:ref/answer'),
  own('POST /api/my/reports/:ref/photos'),
  own('POST /api/my/reports/:ref/withdraw'),
  own('POST /api/my/reports/:ref/rate'),
];
