// SPDX-License-Identifier: Apache-2.0
// A small world for the permission tests: somebody of every role, and places all around their posts.
import type { Role } from '@lilong/contracts/identity';
import { isWithin, placeRange } from '@lilong/contracts/place-no';
import { sql } from 'kysely';
import sharp from 'sharp';
import { type Actor, publicActor } from '../src/kernel/actor.ts';
import type { Browser } from './browser.ts';
import { aCity, type City, type Person } from './city.ts';

export const places = {
  city: 310000000000000,
  district: 310101000000000, // 黄浦区
  otherDistrict: 310104000000000, // 徐汇区
  street: 310101002000000, // 南京东路街道
  otherStreet: 310101013000000, // 外滩街道
  farStreet: 310104003000000, // 天平路街道
  lane: 310101002001000, // 云南中路居委会
  otherLane: 310101002017000, // 长江居委会
  estate: 310101002001001,
  otherEstate: 310101002017001,
} as const;
export const positions = ['inside', 'above', 'beside', 'below'] as const;
export type Position = (typeof positions)[number];

/** Where a place lies, seen from a post's. */
export function positionOf(place: number, post: number): Position {
  if (place === post) return 'inside';
  if (isWithin(place, post)) return 'below';
  return isWithin(post, place) ? 'above' : 'beside';
}
export function placesAt(position: Position, post: number): number[] {
  return Object.values(places).filter((place) => positionOf(place, post) === position);
}

/** Somebody who tries: staff in a post, a resident, or nobody. */
export interface Somebody extends Browser {
  readonly role: Role | 'resident' | 'nobody';
  readonly account: number | null;
  readonly organisation: number | null;
  /** The place of the post. */
  readonly seat: number;
}
export interface World {
  readonly city: City;
  readonly lead: number;
  readonly other: number;
  readonly lin: Somebody;
  readonly crew: Somebody;
  readonly everybody: readonly Somebody[];
  /** The bytes of a photo. */
  readonly photo: Buffer;
}

/** Who is in it, in this order. */
export const cast = [
  'committee_worker',
  'dispatcher',
  'checker',
  'street_leader',
  'district',
  'city',
  'item_owner',
  'system_admin',
  'safety_admin',
  'auditor',
  'counter_clerk',
  'centre_manager',
  'department_officer',
  'department_officer of another organisation',
  'crew',
  '林阿婆',
  '楼上老沈',
  'nobody',
] as const;

const seats: readonly (readonly [Role, number])[] = [
  ['committee_worker', places.lane],
  ['dispatcher', places.street],
  ['checker', places.street],
  ['street_leader', places.street],
  ['district', places.district],
  ['city', places.city],
  ['item_owner', places.city],
  ['system_admin', places.street],
  ['safety_admin', places.district],
  ['auditor', places.city],
  ['counter_clerk', places.street],
  ['centre_manager', places.street],
];

export async function makeWorld(): Promise<World> {
  const city = await aCity({ settings: { SESSION_HOURS: '10000', RESIDENT_SESSION_DAYS: '1000' } });
  await makeEstates(city);
  const [lead, other] = [
    await city.organisation('黄浦区绿化和市容管理局'),
    await city.organisation('黄浦区城市管理行政执法局'),
  ];
  const staff = await Promise.all(seats.map(([role, at]) => asStaff(city, role, { at })));
  const officer = await asStaff(city, 'department_officer', { organisation: lead.no });
  const stranger = await asStaff(city, 'department_officer', { organisation: other.no });
  const crew = await asStaff(city, 'crew', { organisation: lead.no });
  const lin = asResident(await city.resident('林阿婆', places.lane));
  const neighbour = asResident(await city.resident('楼上老沈', places.lane));
  const nobody: Somebody = {
    ...city.anyone('10.9.9.9'),
    role: 'nobody',
    account: null,
    organisation: null,
    seat: places.lane,
  };
  const everybody = [...staff, officer, stranger, crew, lin, neighbour, nobody];
  return {
    city,
    lead: lead.no,
    other: other.no,
    lin,
    crew,
    everybody,
    photo: await aPhoto(),
  };
}

export async function asStaff(
  city: City,
  role: Role,
  options: { at?: number; organisation?: number },
): Promise<Somebody> {
  const person = await city.person(role, { as: role, ...options });
  const post = await city.db.kysely
    .selectFrom('identity.post')
    .where('no', '=', person.post ?? 0)
    .select(['organisation', 'places'])
    .executeTakeFirstOrThrow();
  const [at = 0] = post.places;
  return { ...person, role, organisation: post.organisation, seat: at };
}
function asResident(person: Person): Somebody {
  return { ...person, role: 'resident', organisation: null, seat: places.lane };
}

async function makeEstates({ db }: City): Promise<void> {
  for (const no of [places.estate, places.otherEstate])
    await sql`insert into places.place (no, level, name, pinyin, parent, valid_from)
      values (${no}, 'estate', '示例小区', 'shi li xiao qu', ${no - 1}, '2023-01-01')`.execute(
      db.kysely,
    );
}

function aPhoto(): Promise<Buffer> {
  const grey = sharp({ create: { width: 40, height: 30, channels: 3, background: '#888' } });
  return grey.jpeg().toBuffer();
}

/** The actor that the server sees in somebody. */
export function actorOf({ role, account, organisation, seat }: Somebody): Actor {
  const anybody = publicActor('zh', '10.9.9.9');
  if (role === 'nobody') return anybody;
  if (role === 'resident' || organisation === null)
    return { ...anybody, kind: 'resident', account };
  const post = { no: 1, role, organisation, places: [seat], ranges: [placeRange(seat)] };
  return { ...anybody, kind: 'staff', account, post };
}
