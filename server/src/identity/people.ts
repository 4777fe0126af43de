// SPDX-License-Identifier: Apache-2.0
import type { Role } from '@lilong/contracts/identity';
import type { Db } from '../kernel/db.ts';
import { inventedName } from './names.ts';
import {
  insertPeople,
  type OrganisationFound,
  type Person,
  selectCommittees,
  selectOrganisations,
} from './people-queries.ts';

const CITY = 310000000000000;
const HUANGPU = 310101000000000;
/** 南京东路街道, and 云南中路居委会 in it: where the demonstration is at home. */
const HOME_STREET = 310101002000000;
const HOME_COMMITTEE = 310101002001000;
const GREENING = '绿化和市容管理局';
const CIVIL = '民政局';

type Offices = readonly OrganisationFound[];

/** Fills the demonstration with invented people: staff for every district and street, some residents at home. */
export async function seedPeople(db: Db, now: Date): Promise<void> {
  const offices = await selectOrganisations(db);
  const committees = await selectCommittees(db, HOME_STREET);
  const people = [
    ...doorPeople(offices),
    ...homeStreet(offices),
    ...offices.flatMap(staffOf),
    ...neighbours(committees),
    ...hallPeople(offices),
    staff('item_owner', need(offices, 'city_office', CITY, CIVIL), '苏宁'),
  ];
  await insertPeople(
    db,
    people.map((person, index) => ({ name: inventedName(index), ...person })),
    now,
  );
}

type Drafted = Omit<Person, 'name'> & { readonly name?: string };

/** Those behind the doors of the landing page. They come first: a door opens to the first of its kind. */
function doorPeople(offices: Offices): Drafted[] {
  const greening = need(offices, 'district_department', HUANGPU, GREENING);
  const grid = need(offices, 'grid_centre', HOME_STREET);
  const city = need(offices, 'city_office', CITY);
  return [
    { name: '林桂英', committee: HOME_COMMITTEE },
    staff('committee_worker', need(offices, 'committee', HOME_COMMITTEE), '王敏'),
    staff('dispatcher', grid, '周婷'),
    staff('department_officer', greening, '陈立'),
    staff('crew', greening, '赵海'),
    staff('checker', grid, '孙洁'),
    staff('street_leader', need(offices, 'street_office', HOME_STREET), '沈国强'),
    staff('district', need(offices, 'district_centre', HUANGPU), '何雯'),
    staff('city', city, '高远'),
    staff('system_admin', city, '许工'),
    staff('safety_admin', city, '郑安'),
    staff('auditor', city, '梁清'),
  ];
}

/** Colleagues in 南京东路街道, so that posts can be lent, approved and handed over. */
function homeStreet(offices: Offices): Drafted[] {
  const grid = need(offices, 'grid_centre', HOME_STREET);
  const office = need(offices, 'street_office', HOME_STREET);
  const greening = need(offices, 'district_department', HUANGPU, GREENING);
  const roles: Role[] = ['dispatcher', 'dispatcher', 'checker'];
  return [
    ...roles.map((role) => staff(role, grid)),
    staff('system_admin', office),
    staff('safety_admin', office),
    staff('department_officer', greening),
    staff('crew', greening),
    staff('crew', greening),
  ];
}

/** The least that an office of the city needs to do its part. */
function staffOf(office: OrganisationFound): Drafted[] {
  const roles: Partial<Record<string, Role[]>> = {
    district_department: ['department_officer', 'crew'],
    utility: ['department_officer', 'crew'],
    district_centre: ['district'],
    street_office: ['street_leader'],
    grid_centre: ['dispatcher', 'checker'],
    committee: ['committee_worker'],
    crew: ['department_officer', 'crew'],
  };
  return (roles[office.kind] ?? []).map((role) => staff(role, office));
}

/** Clerks and managers of the halls. Those behind the doors come first here as well. */
function hallPeople(offices: Offices): Drafted[] {
  const home = need(offices, 'service_centre', HOME_STREET);
  const halls = offices.filter(({ kind, no }) => kind === 'service_centre' && no !== home.no);
  return [
    staff('counter_clerk', home, '顾晓岚'),
    staff('centre_manager', home, '陆建平'),
    staff('counter_clerk', home),
    staff('counter_clerk', home),
    ...halls.flatMap((hall) => [staff('counter_clerk', hall), staff('centre_manager', hall)]),
  ];
}

/** A few residents of the home street beside the one at the door. */
function neighbours(committees: readonly number[]): Drafted[] {
  return committees.flatMap((committee) => [{ committee }, { committee }]);
}

function staff(role: Role, office: OrganisationFound, name?: string): Drafted {
  const post = { role, organisation: office.no, place: office.place };
  return name === undefined ? post : { ...post, name };
}

function need(offices: Offices, kind: string, place: number, named = ''): OrganisationFound {
  const found = offices.find(
    (office) => office.kind === kind && office.place === place && office.name.includes(named),
  );
  if (found === undefined) throw new Error(`no ${kind} ${named} at ${place}`);
  return found;
}
