// SPDX-License-Identifier: Apache-2.0
import type { ListedPlace } from '../sources.ts';
import { type CrewKey, crews, type DepartmentKey, departments, emergencies } from './offices.ts';

export type OrganisationKind =
  | 'city_office'
  | 'district_department'
  | 'district_centre'
  | 'utility'
  | 'street_office'
  | 'grid_centre'
  | 'committee'
  | 'crew'
  | 'emergency'
  | 'service_centre';

export interface Organisation {
  readonly no: number;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly place: number;
  readonly parent: number | null;
  readonly phone: string | null;
  readonly hours: string | null;
  readonly generated: boolean;
}

/** The organisations of the city, and how to find the one that the responsibility list means. */
export interface Organisations {
  readonly all: readonly Organisation[];
  department(district: number, key: DepartmentKey): number;
  crew(street: number, key: CrewKey): number;
  streetOffice(street: number): number;
  gridCentre(street: number): number;
}

const OFFICE_HOURS = '周一至周五 9:00–11:30，13:30–17:00';
const COMMITTEE_HOURS = '周一至周日 8:30–17:00';
const CENTRE_HOURS = '周一至周五 8:30–16:30，双休日和节假日 8:30–11:30';
const ALWAYS = '全天';

type Draft = Omit<Organisation, 'no' | 'phone' | 'generated'> & { readonly phone?: string };

/** Invents the organisations of the demonstration. Telephones are 021-5555xxxx, which nobody has. */
export function organisationsOf(places: readonly ListedPlace[]): Organisations {
  const all: Organisation[] = [];
  const found = new Map<string, number>();
  const add = (key: string, { phone, ...draft }: Draft): number => {
    const no = all.length + 1;
    const invented = `021-5555${String(no % 10_000).padStart(4, '0')}`;
    all.push({ no, ...draft, phone: phone ?? invented, generated: phone === undefined });
    found.set(key, no);
    return no;
  };
  for (const place of places.filter(({ level }) => level === 'city')) addCity(place, add);
  for (const place of places.filter(({ level }) => level === 'district')) addDistrict(place, add);
  const departmentOf = (district: number, key: DepartmentKey) => need(found, `${district} ${key}`);
  for (const place of places.filter(({ level }) => level === 'street'))
    addStreet(place, add, departmentOf);
  for (const { no, name } of places.filter(({ level }) => level === 'committee'))
    add(`${no}`, { kind: 'committee', name, place: no, parent: null, hours: COMMITTEE_HOURS });
  const towns = places.filter(({ level, name }) => level === 'street' && /[道镇乡]$/.test(name));
  for (const [at, town] of towns.entries())
    addCentres(town, at % 3 === 0, add, need(found, `${town.no} office`));
  return {
    all,
    department: departmentOf,
    crew: (street, key) => need(found, `${street} ${key}`),
    streetOffice: (street) => need(found, `${street} office`),
    gridCentre: (street) => need(found, `${street} grid`),
  };
}

type Add = (key: string, draft: Draft) => number;

function addCity({ no: place, name }: ListedPlace, add: Add): void {
  const office = { kind: 'city_office', place, parent: null, hours: OFFICE_HOURS } as const;
  add('city operations', { ...office, name: `${name}城市运行管理中心（示例）` });
  add('city housing', { ...office, name: `${name}房屋管理局（示例）` });
  add('city civil', { ...office, name: `${name}民政局（示例）` });
  for (const { title, phone } of emergencies)
    add(title, { kind: 'emergency', name: title, place, parent: null, hours: ALWAYS, phone });
}

function addDistrict({ no: place, name }: ListedPlace, add: Add): void {
  for (const { key, title, kind } of departments)
    add(`${place} ${key}`, {
      kind,
      name: `${name}${title}（示例）`,
      place,
      parent: null,
      hours: kind === 'district_department' ? OFFICE_HOURS : ALWAYS,
    });
}

function addStreet(
  { no: place, name }: ListedPlace,
  add: Add,
  departmentOf: (district: number, key: DepartmentKey) => number,
): void {
  const district = Math.floor(place / 1e9) * 1e9;
  const parent = add(`${place} office`, {
    kind: 'street_office',
    name: officeName(name),
    place,
    parent: null,
    hours: OFFICE_HOURS,
  });
  add(`${place} grid`, {
    kind: 'grid_centre',
    name: `${name}城市运行管理中心（网格中心，示例）`,
    place,
    parent,
    hours: ALWAYS,
  });
  for (const { key, title, of } of crews)
    add(`${place} ${key}`, {
      kind: 'crew',
      name: `${name}${title}（示例）`,
      place,
      parent: of === 'office' ? parent : departmentOf(district, of),
      hours: ALWAYS,
    });
}

/** One 受理服务中心 for each of the 215 streets and towns, and a sub-centre for every third: 287, as published. */
function addCentres(
  { no: place, name }: ListedPlace,
  withSub: boolean,
  add: Add,
  parent: number,
): void {
  const centre = { kind: 'service_centre', place, parent, hours: CENTRE_HOURS } as const;
  add(`${place} centre`, { ...centre, name: `${name}社区事务受理服务中心（示例）` });
  if (withSub)
    add(`${place} sub-centre`, { ...centre, name: `${name}社区事务受理服务中心分中心（示例）` });
}

function officeName(street: string): string {
  if (street.endsWith('街道')) return `${street}办事处（示例）`;
  if (/[镇乡]$/.test(street)) return `${street}人民政府（示例）`;
  return `${street}管理委员会（示例）`;
}

function need(found: ReadonlyMap<string, number>, key: string): number {
  const no = found.get(key);
  if (no === undefined) throw new Error(`no organisation ${key}`);
  return no;
}
