// SPDX-License-Identifier: Apache-2.0
// Where the demonstration lives, and who acts in it.
import type { Role } from '@lilong/contracts/identity';
import { isWithin, levelOf, placeChain, placeRange } from '@lilong/contracts/place-no';
import { type Actor, systemActor } from '../kernel/actor.ts';
import type { Db } from '../kernel/db.ts';
import type { Chance } from './chance.ts';
import {
  type Door,
  type Lead,
  type PostFound,
  selectCommittees,
  selectDoors,
  selectLeads,
  selectPosts,
  selectResidents,
} from './queries.ts';
import type { Sentence } from './texts.ts';

/** 南京东路街道, and 云南中路居委会 in it: where the people behind the doors are at home. */
export const HOME_STREET = 310101002000000;
export const HOME_COMMITTEE = 310101002001000;

const doorsAtHome = 14; // addresses known of every committee
const doorsElsewhere = 4;
const committeesOfEach = 9; // in every district

export interface Stage {
  readonly doors: ReadonlyMap<number, readonly Door[]>;
  /** Residents: the one behind the door, and her neighbours. */
  readonly atDoor: Actor;
  readonly neighbours: readonly Actor[];
  /** Somebody with this role at the place or above it. At home it is mostly whoever is behind the door. */
  staff(role: Role, place: number, chance: Chance): Actor;
  /** Somebody with this role in the organisation; nobody when it has none. */
  of(role: Role, organisation: number): Actor | undefined;
  /** The department behind the door. */
  readonly doorOffice: number;
  /** Departments of the district that a place lies in. */
  departments(place: number): readonly number[];
  /** Organisations that the responsibility list names, and who helps; none or several are to be adjudicated. */
  leads(category: string, place: number): readonly Lead[];
}

export async function setStage(db: Db, sentences: readonly Sentence[]): Promise<Stage> {
  const committees = await selectCommittees(db, HOME_STREET, committeesOfEach);
  const places = [...new Set(committees.flatMap(placeChain))];
  const doors = Map.groupBy(await doorsOf(db, committees), ({ place }) => place);
  const posts = await selectPosts(db, places);
  const categories = [...new Set(sentences.map(({ category }) => category))];
  const leads = Map.groupBy(await selectLeads(db, categories, places), dutyKey);
  const byOffice = Map.groupBy(posts, ({ role, organisation }) => `${role} ${organisation}`);
  const byPlace = Map.groupBy(posts, ({ role, place }) => `${role} ${place}`);
  const [atDoor, ...neighbours] = (await selectResidents(db)).map(resident);
  if (atDoor === undefined) throw new Error('the demonstration has no resident');
  const departments = (place: number) => {
    const district = placeChain(place).find((above) => levelOf(above) === 'district');
    const officers = byPlace.get(`department_officer ${district}`) ?? [];
    return [...new Set(officers.map(({ organisation }) => organisation))];
  };
  return {
    doors,
    doorOffice: departments(HOME_STREET)[0] ?? 0,
    departments,
    atDoor,
    neighbours,
    staff: (role, place, chance) => {
      const found = placeChain(place)
        .map((above) => byPlace.get(`${role} ${above}`))
        .find((some) => some !== undefined);
      const [first] = found ?? [];
      if (found === undefined || first === undefined) throw new Error(`no ${role} at ${place}`);
      return actorOf(chance.yes(0.6) ? first : chance.pick(found));
    },
    of: (role, organisation) => {
      const found = byOffice.get(`${role} ${organisation}`)?.[0];
      return found === undefined ? undefined : actorOf(found);
    },
    leads: (category, place) =>
      placeChain(place)
        .map((above) => leads.get(dutyKey({ category, place: above })))
        .find((some) => some !== undefined) ?? [],
  };
}

async function doorsOf(db: Db, committees: readonly number[]): Promise<Door[]> {
  const isHome = (no: number) => isWithin(no, HOME_STREET);
  return [
    ...(await selectDoors(db, committees.filter(isHome), doorsAtHome)),
    ...(await selectDoors(
      db,
      committees.filter((no) => !isHome(no)),
      doorsElsewhere,
    )),
  ];
}

function dutyKey({ category, place }: { category: string; place: number }): string {
  return `${category} ${place}`;
}

export function resident(account: number): Actor {
  return { ...systemActor, kind: 'resident', account, address: 'demonstration' };
}

export function actorOf({ no, account, role, organisation, place }: PostFound): Actor {
  return {
    ...systemActor,
    kind: 'staff',
    account,
    address: 'demonstration',
    post: { no, role, organisation, places: [place], ranges: [placeRange(place)] },
  };
}
