// SPDX-License-Identifier: Apache-2.0
// Staff of the demonstration, each behind a desk of their own.
import { Refused } from '@lilong/contracts/call';
import { getCase } from '@lilong/contracts/case-work';
import { type Me, type Role, signInDemo } from '@lilong/contracts/identity';
import { type Browser, openBrowser } from './browser.ts';
import type { City } from './city.ts';
import { workAt } from './desk.ts';

export interface Staff {
  readonly role: Role;
  readonly browser: Browser;
  readonly account: number;
  readonly organisation: number;
  readonly place: number;
}
/** An organisation that receives cases, with somebody who goes out for it. */
export interface Office {
  readonly organisation: number;
  readonly crew: number | undefined;
}
export interface Offices {
  /** Opens the organisation's desk the first time that a case goes there; undefined when nobody sits there. */
  open(organisation: number): Promise<Office | undefined>;
  /** The department behind the door: it takes what nobody else does. */
  readonly last: number;
  /** Looks a case up for the ledger: something happened to it that no desk did, or to several at once. */
  look(caseRef: string): Promise<void>;
  /** Everybody at work, until the city's run is over. */
  readonly working: Promise<void>[];
}

/** So many of a role at once for so many cases a minute: one pair of hands does about two hundred. */
function hands(city: City, perCase: number): number {
  const { cases, minutes } = city.options;
  return Math.min(6, Math.max(1, Math.ceil((cases * perCase) / minutes / 200)));
}

export async function openOffices(city: City): Promise<Offices> {
  const working: Promise<void>[] = [];
  const known = new Map<number, Promise<Office | undefined>>();
  const door = await signIn(city, 'department_officer', {});
  const archive = await signIn(city, 'street_leader', { place: city.street.no });
  if (door === undefined || archive === undefined)
    throw new Error('nobody sits behind the doors of department and street');
  const offices: Offices = {
    last: door.organisation,
    working,
    look: (caseRef) => look(city, archive, caseRef),
    open: (organisation) => {
      const opening = known.get(organisation) ?? openOffice(city, offices, organisation);
      known.set(organisation, opening);
      return opening;
    },
  };
  await openStreet(city, offices);
  await offices.open(door.organisation);
  return offices;
}

async function look(city: City, archive: Staff, ref: string): Promise<void> {
  const { line, organisation, mergedInto } = await archive.browser.call(getCase, { ref });
  city.ledger.stands(ref, { ...line, organisation });
  if (mergedInto !== null) await look(city, archive, mergedInto);
}

/** The street's own: dispatchers, checkers, the leader, and a worker in every committee. */
async function openStreet(city: City, offices: Offices): Promise<void> {
  const { no, committees } = city.street;
  const seats: [Role, number][] = [
    ...Array.from({ length: 1 + hands(city, 3) }, () => ['dispatcher', no] as [Role, number]),
    ...Array.from({ length: hands(city, 1) }, () => ['checker', no] as [Role, number]),
    ['street_leader', no],
    ...committees.map((committee) => ['committee_worker', committee] as [Role, number]),
  ];
  for (const [role, place] of seats) {
    const staff = await signIn(city, role, { place });
    if (staff !== undefined) offices.working.push(workAt(city, offices, staff));
  }
}

async function openOffice(
  city: City,
  offices: Offices,
  organisation: number,
): Promise<Office | undefined> {
  const officer = await signIn(city, 'department_officer', { organisation });
  if (officer === undefined) return undefined;
  const crew = await signIn(city, 'crew', { organisation });
  for (const staff of [officer, crew])
    if (staff !== undefined) offices.working.push(workAt(city, offices, staff));
  return { organisation, crew: crew?.account };
}

/** Through a door of the demonstration; undefined when nobody is behind it. */
async function signIn(
  city: City,
  role: Role,
  at: { organisation?: number; place?: number },
): Promise<Staff | undefined> {
  const browser = openBrowser(city.options.url, city.ledger);
  try {
    const me: Me = await browser.call(signInDemo, { as: role, ...at });
    const { account, post } = me;
    const place = post?.places[0]?.no ?? 0;
    return { role, browser, account, organisation: post?.organisation ?? 0, place };
  } catch (fault) {
    if (fault instanceof Refused && fault.problem.code === 'found.nothing') return undefined;
    throw fault;
  }
}
