// SPDX-License-Identifier: Apache-2.0
// 标准地址: the tree of a street, from the road down to the room; and two doors that are one.
import { type Static, Type } from 'typebox';
import { route } from './route.ts';
import { Day, Done, Moment, Nullable, OneOf, PlaceNo, Ref, Words } from './shapes.ts';

/** 路, 弄, 支弄, a name before the number, 号, 幢, 单元, 室; a village and its groups stand as road and lane. */
export const addressParts = [
  ...(['road', 'lane', 'sublane', 'estate', 'number', 'building', 'unit', 'room'] as const),
];
export type AddressPart = (typeof addressParts)[number];

const AddressNo = Type.Integer({ minimum: 1 });
/** Which place of the tree: a road or lane by its words, what is a door or behind one by number. None of them: the street. */
const at = {
  path: Type.Optional(Words(120)),
  address: Type.Optional(AddressNo),
  /** With `address`: 2单元 behind it. */
  unit: Type.Optional(Words(40)),
  home: Type.Optional(Ref),
};
export interface At {
  readonly path?: string;
  readonly address?: number;
  readonly unit?: string;
  readonly home?: string;
}

const key = {
  path: Nullable(Type.String()),
  address: Nullable(AddressNo),
  unit: Nullable(Type.String()),
  home: Nullable(Ref),
};

export const DoorStep = Type.Object({
  ...key,
  /** Its own part of the address, 4号; empty for the home that is all there is behind a door. */
  name: Type.String(),
  part: OneOf(addressParts),
});
export type DoorStep = Static<typeof DoorStep>;

export const DoorNode = Type.Object({
  ...DoorStep.properties,
  /** All of it: 南京东路139弄4号. */
  line: Type.String(),
  /** In use, it and beneath it. */
  doors: Type.Integer(),
  homes: Type.Integer(),
  /** The last day, when all of it is closed. */
  closed: Nullable(Day),
  /** Committees in which its doors lie. */
  placeNames: Type.Array(Type.String()),
});
export type DoorNode = Static<typeof DoorNode>;

/** How many live there; none where they are fewer than five, or where it is no single door. */
const People = Nullable(Type.Integer());

export const DoorPlace = Type.Object({
  ...DoorNode.properties,
  people: People,
  groupName: Nullable(Type.String()),
  /** Cases that named it. */
  cases: Nullable(Type.Integer()),
  /** Addresses that were merged into it: they find it still. */
  merged: Type.Array(Type.String()),
  /** Where it lies was taken from its neighbours. */
  about: Type.Boolean(),
});
export type DoorPlace = Static<typeof DoorPlace>;

export const listDoors = route({
  method: 'GET',
  path: '/api/registry/doors',
  summary: 'One place of the street’s address tree, what stands above it and what beneath',
  input: Type.Object(at),
  reply: Type.Object({
    /** From the road down to what stands right above. */
    above: Type.Array(DoorStep),
    /** None: the street itself. */
    here: Nullable(DoorPlace),
    below: Type.Array(DoorNode),
    /** Committees to which a new door beneath it can belong. */
    places: Type.Array(Type.Object({ place: PlaceNo, name: Type.String() })),
    /** Doors that may be one. */
    twins: Type.Integer(),
    /** What committees have told of their doors, and nobody has answered yet. */
    hints: Type.Integer(),
    can: Type.Object({ keep: Type.Boolean(), hint: Type.Boolean() }),
  }),
});

export const DoorFound = Type.Object({
  ...DoorNode.properties,
  /** The address by which it was found, when it was merged into this one. */
  was: Nullable(Type.String()),
});
export type DoorFound = Static<typeof DoorFound>;
export const findDoors = route({
  method: 'GET',
  path: '/api/registry/doors/find',
  summary:
    'Doors and homes by a part of the address, as it is or was written, or by the pinyin of the road',
  input: Type.Object({ q: Words(80) }),
  reply: Type.Object({ found: Type.Array(DoorFound), more: Type.Boolean() }),
});

export const putDoor = route({
  method: 'POST',
  path: '/api/registry/doors',
  summary: 'Adds a door or a room beneath a place, by its part of the address or the whole of it',
  input: Type.Object({ ...at, name: Words(100), place: Type.Optional(PlaceNo) }),
  reply: Type.Object({ line: Type.String(), address: AddressNo, home: Nullable(Ref) }),
});

export const renameDoor = route({
  method: 'POST',
  path: '/api/registry/doors/rename',
  summary: 'Another name or number; all beneath it is written anew',
  input: Type.Object({ ...at, name: Words(60) }),
  reply: Type.Object({ line: Type.String() }),
});

export const closeDoor = route({
  method: 'POST',
  path: '/api/registry/doors/close',
  summary: 'It is no more from a day on, with all beneath it; nothing is deleted',
  input: Type.Object({ ...at, on: Day }),
  reply: Done,
});

/** The same words in two committees, or two spellings of one standard address. */
export const doorTwinReasons = ['same', 'spelling'] as const;
export const DoorTwin = Type.Object({
  address: AddressNo,
  line: Type.String(),
  placeName: Type.String(),
  homes: Type.Integer(),
});
export type DoorTwin = Static<typeof DoorTwin>;
export const DoorPair = Type.Object({
  because: OneOf(doorTwinReasons),
  /** The one that is proposed to stay: with more homes, or else the older. */
  keep: DoorTwin,
  other: DoorTwin,
});
export type DoorPair = Static<typeof DoorPair>;
export const DoorMerged = Type.Object({
  merge: Type.Integer(),
  address: AddressNo,
  line: Type.String(),
  was: Type.String(),
  on: Day,
  /** The last day on which it can be undone. */
  undoUntil: Day,
});
export type DoorMerged = Static<typeof DoorMerged>;
export const listDoorTwins = route({
  method: 'GET',
  path: '/api/registry/doors/twins',
  summary: 'Doors of the street that may be one, and what was merged lately',
  input: Type.Object({}),
  reply: Type.Object({
    pairs: Type.Array(DoorPair),
    more: Type.Boolean(),
    merged: Type.Array(DoorMerged),
  }),
});

export const DoorSide = Type.Object({
  ...DoorTwin.properties,
  rooms: Type.Array(Type.String()),
  people: People,
  groupName: Nullable(Type.String()),
  cases: Type.Integer(),
});
export type DoorSide = Static<typeof DoorSide>;
const two = { address: AddressNo, other: AddressNo };
export const besideDoors = route({
  method: 'GET',
  path: '/api/registry/doors/:address/beside/:other',
  summary: 'Two doors side by side: their homes, 楼组, how many live there, cases that named them',
  input: Type.Object(two),
  reply: Type.Object({ one: DoorSide, other: DoorSide }),
});

export const mergeDoors = route({
  method: 'POST',
  path: '/api/registry/doors/:address/merge',
  summary: 'The other door becomes part of this one; its address finds this one from then on',
  input: Type.Object(two),
  reply: Type.Object({ merge: Type.Integer(), undoUntil: Day }),
});

export const undoDoorMerge = route({
  method: 'POST',
  path: '/api/registry/door-merges/:merge/undo',
  summary: 'They are two doors after all: everything that followed goes back',
  input: Type.Object({ merge: Type.Integer({ minimum: 1 }) }),
  reply: Done,
});

export const keepDoorsApart = route({
  method: 'POST',
  path: '/api/registry/doors/:address/apart',
  summary: 'They are two doors, and are not proposed again',
  input: Type.Object(two),
  reply: Done,
});

/** A committee tells its street: a door that is missing, by its words; or another one that is the same. */
export const tellDoor = route({
  method: 'POST',
  path: '/api/registry/door-hints',
  summary: 'A committee tells its street of a missing door, or of two that are one',
  input: Type.Object({
    ...at,
    name: Type.Optional(Words(100)),
    /** With `address`: the two are one. */
    other: Type.Optional(AddressNo),
  }),
  reply: Type.Object({ line: Type.String() }),
});
export const DoorHint = Type.Object({
  hint: Type.Integer(),
  line: Type.String(),
  address: Nullable(AddressNo),
  other: Nullable(AddressNo),
  otherLine: Nullable(Type.String()),
  placeName: Type.String(),
  at: Moment,
  state: OneOf(['open', 'done', 'declined'] as const),
  reason: Nullable(Type.String()),
});
export type DoorHint = Static<typeof DoorHint>;
export const listDoorHints = route({
  method: 'GET',
  path: '/api/registry/door-hints',
  summary: 'What committees have told of their doors: open ones first, then those answered lately',
  input: Type.Object({}),
  reply: Type.Object({ hints: Type.Array(DoorHint) }),
});
export const settleDoorHint = route({
  method: 'POST',
  path: '/api/registry/door-hints/:hint/settle',
  summary: 'A missing door is added as it was told; or it is said why not',
  input: Type.Object({
    hint: Type.Integer({ minimum: 1 }),
    accept: Type.Boolean(),
    reason: Type.Optional(Words(200)),
  }),
  reply: Done,
});
