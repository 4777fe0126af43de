// SPDX-License-Identifier: Apache-2.0
import { type Static, Type } from 'typebox';
import { route } from './route.ts';
import { Day, Done, Empty, Nullable, OneOf, PlaceNo, Point, Words } from './shapes.ts';

export const placeLevels = ['city', 'district', 'street', 'committee', 'estate'] as const;
export const PlaceLine = Type.Object({
  no: PlaceNo,
  level: OneOf(placeLevels),
  name: Type.String(),
  pinyin: Type.String(),
  /** Names from the city down to the parent: 上海市, 黄浦区, 南京东路街道. */
  path: Type.Array(Type.String()),
  generated: Type.Boolean(),
});
export type PlaceLine = Static<typeof PlaceLine>;

export const Shape = Type.Object({
  no: PlaceNo,
  name: Type.String(),
  pinyin: Type.String(),
  path: Type.String(),
  x: Type.Integer(),
  y: Type.Integer(),
});
export const AreaMap = Type.Object({
  width: Type.Integer(),
  height: Type.Integer(),
  generated: Type.Boolean(),
  /** Lon-lat of the picture's corners, so that points can be drawn on it. */
  west: Type.Number(),
  north: Type.Number(),
  east: Type.Number(),
  south: Type.Number(),
  shapes: Type.Array(Shape),
});
export type AreaMap = Static<typeof AreaMap>;

export const getPlace = route({
  method: 'GET',
  path: '/api/places/:no',
  summary: 'One place with its children, committee telephone and hours',
  input: Type.Object({ no: PlaceNo }),
  reply: Type.Object({
    place: PlaceLine,
    children: Type.Array(PlaceLine),
    phone: Nullable(Type.String()),
    hours: Nullable(Type.String()),
    officialCode: Nullable(Type.String()),
    /** The last day of a place that ends or has ended: nothing new can be tied to it after that. */
    validTo: Nullable(Day),
  }),
});
export const searchPlaces = route({
  method: 'GET',
  path: '/api/places',
  summary: 'Find a committee, road, lane or door by words or pinyin initials',
  input: Type.Object({ q: Words(60), under: Type.Optional(PlaceNo) }),
  reply: Type.Object({
    found: Type.Array(
      Type.Object({
        place: PlaceLine,
        address: Nullable(Type.String()),
        point: Nullable(Type.Object({ lon: Type.Number(), lat: Type.Number() })),
      }),
    ),
  }),
});
export const locate = route({
  method: 'GET',
  path: '/api/locate',
  summary: 'Which committee and grids hold this point; nothing outside the city',
  input: Type.Object({
    lon: Point.properties.lon,
    lat: Point.properties.lat,
    datum: Point.properties.datum,
  }),
  reply: Type.Object({
    place: Nullable(PlaceLine),
    address: Nullable(Type.String()),
    grids: Type.Array(
      Type.Object({ no: Type.Integer(), kind: Type.String(), name: Type.String() }),
    ),
  }),
});
export const getMap = route({
  method: 'GET',
  path: '/api/map/:no',
  summary: 'Outlines of the children of a place as SVG paths',
  input: Type.Object({ no: PlaceNo }),
  reply: AreaMap,
});

export const organisationKinds = [
  'city_office',
  'district_department',
  'district_centre',
  'utility',
  'street_office',
  'grid_centre',
  'committee',
  'crew',
  'emergency',
  'service_centre',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export const OrganisationLine = Type.Object({
  no: Type.Integer(),
  kind: Type.String(),
  name: Type.String(),
  place: PlaceNo,
  placeName: Type.String(),
  phone: Nullable(Type.String()),
  hours: Nullable(Type.String()),
  /** Somebody there can accept a case now. */
  accepts: Type.Boolean(),
});
export type OrganisationLine = Static<typeof OrganisationLine>;
export const listOrganisations = route({
  method: 'GET',
  path: '/api/organisations',
  summary: 'Organisations that act at a place or above it',
  input: Type.Object({
    place: Type.Optional(PlaceNo),
    q: Type.Optional(Words(50)),
    kind: Type.Optional(Words(30)),
  }),
  reply: Type.Object({ organisations: Type.Array(OrganisationLine) }),
});

export const correctOrganisation = route({
  method: 'POST',
  path: '/api/organisations/:no',
  summary: 'Telephone and working hours of an organisation, as everybody is told them',
  input: Type.Object({
    no: Type.Integer(),
    phone: Nullable(Words(40)),
    hours: Nullable(Words(100)),
  }),
  reply: Done,
});
export const PlaceRoot = Type.Object({
  no: PlaceNo,
  name: Type.String(),
  /** How the name is read, for English screens. */
  pinyin: Type.String(),
});
export const cityRoot = route({
  method: 'GET',
  path: '/api/city',
  summary: 'The city this deployment serves',
  input: Empty,
  reply: PlaceRoot,
});
