// SPDX-License-Identifier: Apache-2.0
// 楼组: groups of buildings of a committee, and who looks after each.
import { type Static, Type } from 'typebox';
import { PersonNo } from './registry.ts';
import { route } from './route.ts';
import { Day, Done, Nullable, PlaceNo, Ref, Words } from './shapes.ts';

export const Leader = Type.Object({
  /** In the registry; null when only the name is known. */
  person: Nullable(PersonNo),
  name: Type.String(),
  /** Masked; opened for a purpose. */
  phone: Nullable(Type.String()),
  from: Day,
  to: Nullable(Day),
});
export type Leader = Static<typeof Leader>;

/** How many homes and people there are is for the committee; above it nobody is told. */
const counts = {
  doors: Type.Integer(),
  homes: Nullable(Type.Integer()),
  people: Nullable(Type.Integer()),
};

export const GroupLine = Type.Object({
  group: Ref,
  name: Type.String(),
  placeName: Type.String(),
  ...counts,
  leader: Nullable(Leader),
});
export type GroupLine = Static<typeof GroupLine>;

export const listGroups = route({
  method: 'GET',
  path: '/api/registry/groups',
  summary: '楼组 in the places of the post acted as',
  input: Type.Object({}),
  reply: Type.Object({
    groups: Type.Array(GroupLine),
    /** Doors of the committees that are in no group; for whoever keeps them. */
    free: Nullable(Type.Integer()),
    /** Committees for which the post acted as may make one; the first is proposed. */
    places: Type.Array(Type.Object({ place: PlaceNo, name: Type.String() })),
  }),
});

/** A door of a committee. Doors of one lane are chosen at once. */
export const GroupDoor = Type.Object({
  address: Type.Integer(),
  line: Type.String(),
  /** Of what it is a part: 南京东路139弄, or the road. */
  lane: Type.String(),
  homes: Nullable(Type.Integer()),
  /** In which group it is now. */
  group: Nullable(Ref),
  groupName: Nullable(Type.String()),
});
export type GroupDoor = Static<typeof GroupDoor>;

const at = { group: Ref };
export const GroupCard = Type.Object({
  ...GroupLine.properties,
  place: PlaceNo,
  from: Day,
  to: Nullable(Day),
  /** Doors of it now. */
  own: Type.Array(GroupDoor),
  /** Who looked after it before, the last ones first. */
  past: Type.Array(Leader),
  can: Type.Object({ change: Type.Boolean() }),
});
export type GroupCard = Static<typeof GroupCard>;
export const groupCard = route({
  method: 'GET',
  path: '/api/registry/groups/:group',
  summary: 'One 楼组: its doors, who looks after it, who did',
  input: Type.Object(at),
  reply: GroupCard,
});

export const listGroupDoors = route({
  method: 'GET',
  path: '/api/registry/groups/:group/doors',
  summary: 'All doors of the committee, and in which group each is',
  input: Type.Object(at),
  reply: Type.Object({ doors: Type.Array(GroupDoor) }),
});

export const putGroup = route({
  method: 'POST',
  path: '/api/registry/groups',
  summary: 'Makes a 楼组',
  input: Type.Object({ name: Words(40), place: Type.Optional(PlaceNo) }),
  reply: Type.Object({ group: Ref }),
});

export const renameGroup = route({
  method: 'POST',
  path: '/api/registry/groups/:group',
  summary: 'Gives it another name',
  input: Type.Object({ ...at, name: Words(40) }),
  reply: Done,
});

export const endGroup = route({
  method: 'POST',
  path: '/api/registry/groups/:group/end',
  summary: 'It is no more: its doors are free, nobody looks after it',
  input: Type.Object(at),
  reply: Done,
});

const Addresses = Type.Array(Type.Integer({ minimum: 1 }), { maxItems: 2000 });
export const setGroupDoors = route({
  method: 'POST',
  path: '/api/registry/groups/:group/doors',
  summary: 'Takes doors into it, or out of it; one that another group has comes over',
  input: Type.Object({ ...at, add: Addresses, take: Addresses }),
  reply: Done,
});

export const setLeader = route({
  method: 'POST',
  path: '/api/registry/groups/:group/leader',
  summary:
    'Somebody looks after it from a day on, of the registry or by name; whoever did ends the day before',
  input: Type.Object({
    ...at,
    person: Type.Optional(PersonNo),
    name: Type.Optional(Words(60)),
    phone: Type.Optional(Type.String({ maxLength: 20 })),
    from: Type.Optional(Day),
  }),
  reply: Done,
});

export const endLeader = route({
  method: 'POST',
  path: '/api/registry/groups/:group/leader/end',
  summary: 'Nobody looks after it from then on',
  input: Type.Object({ ...at, on: Day }),
  reply: Done,
});

export const revealLeader = route({
  method: 'POST',
  path: '/api/registry/groups/:group/leader/reveal',
  summary: 'The telephone of the 楼组长, for a purpose; the look is written down',
  input: Type.Object({ ...at, purpose: Words(40) }),
  reply: Type.Object({ value: Type.String() }),
});
