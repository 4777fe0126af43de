// SPDX-License-Identifier: Apache-2.0
// Somebody in office: looks at what waits, opens it, thinks, acts; and again.
import { Refused } from '@lilong/contracts/call';
import type { CaseState } from '@lilong/contracts/case-flow';
import type { CaseLine } from '@lilong/contracts/case-shapes';
import { getCase, listCases, moveCase } from '@lilong/contracts/case-work';
import type { Role } from '@lilong/contracts/identity';
import { isWithin } from '@lilong/contracts/place-no';
import type { Chance } from '@lilong/server/seed/chance';
import type { City } from './city.ts';
import { decisions } from './decisions.ts';
import type { Offices, Staff } from './offices.ts';

const pageSize = 40;
const mostPages = 25;
const trustsTheLedger = 8; // vain looks around, until one opens the list all the same
const inOneGo = 4; // cases until one looks at the list again

export async function workAt(city: City, offices: Offices, staff: Staff): Promise<void> {
  const left = new Set<string>(); // what this person leaves to others, until it changes
  let inVain = 0;
  while (!city.isOver()) {
    const isDue = inVain % trustsTheLedger === trustsTheLedger - 1;
    const waiting = isDue || concerns(city, staff) ? await lookAt(city, staff) : [];
    const todo = someOf(
      waiting.filter((line) => !left.has(seen(line))),
      city.chance,
    );
    for (const line of todo) {
      if (city.isOver()) return;
      if (!(await handle(city, offices, staff, line))) left.add(seen(line));
    }
    inVain = todo.length === 0 ? inVain + 1 : 0;
    if (todo.length === 0) await city.pace.rest(inVain);
  }
}

const statesOf: Readonly<Partial<Record<Role, readonly CaseState[]>>> = {
  committee_worker: ['reported', 'pending_verify'],
  dispatcher: ['reported', 'pending_register', 'pending_dispatch', 'pending_close'],
  street_leader: ['pending_dispatch'],
  department_officer: ['pending_handle', 'handling', 'handle_finish'],
  crew: ['handling'],
  checker: ['pending_verify', 'pending_check'],
};

/** Screens are told by a push when to look; here people know whether anything of the run may be theirs. */
function concerns({ ledger }: City, { role, organisation, place }: Staff): boolean {
  const states = statesOf[role] ?? [];
  const isDepartment = role === 'department_officer' || role === 'crew';
  return ledger.some((standing) => {
    if (!states.includes(standing.state)) return false;
    return isDepartment ? standing.organisation === organisation : isWithin(standing.place, place);
  });
}

/** A few, not all from the top: colleagues look at the same list. */
function someOf(lines: readonly CaseLine[], chance: Chance): CaseLine[] {
  const from = chance.whole(0, Math.max(0, lines.length - inOneGo));
  return lines.slice(from, from + inOneGo);
}

const seen = ({ ref, version }: CaseLine): string => `${ref} ${version}`;

/** The cases of this run that wait for this person; those that were there before are left to people. */
async function lookAt(city: City, { browser }: Staff): Promise<CaseLine[]> {
  const found: CaseLine[] = [];
  let after: string | undefined;
  for (let page = 0; page < mostPages && found.length < 4 * inOneGo; page += 1) {
    const more = after === undefined ? {} : { after };
    const reply = await browser
      .call(listCases, { bucket: 'mine', limit: pageSize, ...more })
      .catch(orNothing);
    if (reply === undefined) break;
    found.push(...reply.cases.filter(({ ref }) => city.ledger.isOurs(ref)));
    for (const line of found) city.ledger.stands(line.ref, line);
    if (reply.next === null) break;
    after = reply.next;
  }
  return found;
}

/** @returns false when there was nothing that this person wants to do */
async function handle(
  city: City,
  offices: Offices,
  staff: Staff,
  { ref }: CaseLine,
): Promise<boolean> {
  try {
    const page = await staff.browser.call(getCase, { ref });
    city.ledger.stands(ref, { ...page.line, organisation: page.organisation });
    await city.pace.think();
    const decided = await decisions[staff.role]?.({ city, offices, staff, page });
    if (decided === undefined) return false;
    if (decided === 'done') return true;
    const { version } = page.line;
    const moved = await staff.browser.call(moveCase, { ...decided, ref, version });
    city.ledger.stands(ref, { ...moved, organisation: decided.organisation });
    return true;
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault;
    return true; // somebody was quicker: the ledger has it, and the list will show
  }
}

function orNothing(fault: unknown): undefined {
  if (!(fault instanceof Refused)) throw fault;
  return undefined;
}
