// SPDX-License-Identifier: Apache-2.0
// 我的数据: an account is bound to its person, who then reads all that is held, and who looked.
import { type Static, Type } from 'typebox';
import { documentKinds, PersonNo } from './registry.ts';
import { OwnWard } from './registry-guardians.ts';
import { route } from './route.ts';
import { Day, Done, Empty, Moment, Nullable, OneOf, Ref, Words } from './shapes.ts';

/**
 * Why account and person were parted: by the resident, a worker, another phone number,
 * a death, or nobody came for long.
 */
export const partings = ['resident', 'worker', 'phone', 'death', 'unused'] as const;

/** Groups in which a person's values are shown, in this order. */
export const ownGroups = [
  'who',
  'numbers',
  'where',
  'household',
  'guardians',
  'mandates',
  'offices',
  'labels',
  'offers',
  'affairs',
  'assistance',
  'certificates',
  'ratings',
  'papers',
] as const;

/** One value that is held of a person. */
export const OwnValue = Type.Object({
  /** What it is, for programs: `born_on`, `lives`. */
  key: Type.String(),
  /** What it is, in the reader's language. */
  name: Type.String(),
  /** The value in the reader's language; a number is masked. */
  says: Type.String(),
  /** The value as it is kept, when it is a code or a date. */
  code: Nullable(Type.String()),
  /** Who said so, or which load. */
  source: Type.String(),
  /** When it was recorded, or since when it holds. */
  day: Nullable(Day),
  /** More that is kept beside it, said in words. */
  more: Type.Array(Type.String()),
  /** Of a masked number: ask for it by this. */
  number: Nullable(Type.Integer()),
  /** Of a label that is said now: object to it by this. */
  label: Nullable(Type.Integer()),
  /** Of one's own application, certificate or rating: it has a page by this. */
  ref: Nullable(Ref),
});
export type OwnValue = Static<typeof OwnValue>;

export const OwnGroup = Type.Object({ group: OneOf(ownGroups), values: Type.Array(OwnValue) });
export type OwnGroup = Static<typeof OwnGroup>;

/** Who may open the person besides those of the committee, why and until when. */
export const OwnGrant = Type.Object({
  no: Type.Integer(),
  organisationName: Nullable(Type.String()),
  roleName: Nullable(Type.String()),
  /** Of a parent, a guardian, somebody of the household: who it is. A worker's name is not told. */
  name: Nullable(Type.String()),
  purpose: Type.String(),
  from: Moment,
  until: Moment,
  /** Still in force. */
  holds: Type.Boolean(),
  /** Written by somebody in a post; of a parent or guardian, which cannot be taken back; by a consent; of a helper. */
  /** `affair`: to use, for one application, what was agreed to with it; taken back there (`takeBackConsent`). */
  kind: OneOf(['post', 'guardian', 'family', 'affair', 'helper'] as const),
  /** Of `affair`: the application. */
  matter: Nullable(Ref),
  /** Of `affair`: its item, the day of the consent, and what this organisation may use by it, in the reader's language. */
  about: Nullable(Type.Object({ says: Type.String(), day: Day, uses: Type.String() })),
});
export type OwnGrant = Static<typeof OwnGrant>;

/** How account and person were joined. */
export const OwnBinding = Type.Object({
  since: Moment,
  seenAt: Moment,
  organisationName: Type.String(),
  roleName: Type.String(),
  documentName: Type.String(),
});
export const ownData = route({
  method: 'GET',
  path: '/api/my/data',
  summary: 'All that is held of the person my account is bound to: each value, its source and day',
  /** `of`: the grant by which I read about somebody else. */
  input: Type.Object({ of: Type.Optional(Type.Integer({ minimum: 1 })) }),
  reply: Type.Object({
    /** None while the account is bound to nobody. */
    binding: Nullable(OwnBinding),
    /** How the last binding ended, when there is none now. */
    ended: Nullable(Type.Object({ at: Moment, why: OneOf(partings) })),
    groups: Type.Array(OwnGroup),
    /** Those that hold, of oneself. Earlier ones: `ownGrants`. */
    grants: Type.Array(OwnGrant),
    /** About whom else I may read. */
    wards: Type.Array(OwnWard),
  }),
});
export const ownGrants = route({
  method: 'GET',
  path: '/api/my/data/grants',
  summary: 'Who may open my data, and who might, newest first',
  input: Type.Object({ before: Type.Optional(Type.Integer()) }),
  reply: Type.Object({ grants: Type.Array(OwnGrant), more: Type.Boolean() }),
});

/** One look or change by somebody else. Whose name it was is not said; organisation and role answer for it. */
export const OwnLook = Type.Object({
  no: Type.Integer(),
  at: Moment,
  /** None: a parent, a guardian, somebody of the household. */
  organisationName: Nullable(Type.String()),
  roleName: Type.String(),
  act: OneOf(['card', 'reveal', 'change', 'export'] as const),
  /** What was done, in the reader's language: 看了档案, 看了联系电话. */
  says: Type.String(),
  purpose: Type.String(),
  /** It was held back by a lawful delay, until this day. */
  held: Nullable(Day),
});
export type OwnLook = Static<typeof OwnLook>;
export const ownLooks = route({
  method: 'GET',
  path: '/api/my/data/looks',
  summary: 'Who looked at me, newest first: organisation and role, when, what, for what purpose',
  input: Type.Object({
    before: Type.Optional(Type.Integer()),
    of: Type.Optional(Type.Integer({ minimum: 1 })),
  }),
  reply: Type.Object({ looks: Type.Array(OwnLook), more: Type.Boolean() }),
});

export const ownNumber = route({
  method: 'POST',
  path: '/api/my/data/number',
  summary: 'One of my own numbers, whole',
  input: Type.Object({ number: Type.Integer({ minimum: 0 }) }),
  reply: Type.Object({ value: Type.String() }),
});
export const ownFile = route({
  method: 'POST',
  path: '/api/my/data/file',
  summary:
    'Everything at once, as JSON or as a page that can be read and printed without a network',
  input: Type.Object({ as: OneOf(['json', 'page'] as const) }),
  reply: Type.Object({ name: Type.String(), type: Type.String(), text: Type.String() }),
});
export const endGrant = route({
  method: 'POST',
  path: '/api/my/data/grants/:no/end',
  summary: 'Take back a permission to open my data',
  input: Type.Object({ no: Type.Integer() }),
  reply: Done,
});
export const bindMe = route({
  method: 'POST',
  path: '/api/my/data/bind',
  summary: 'Join my account to the person whose document a worker has just seen, by her code',
  input: Type.Object({ code: Type.String({ pattern: '^\\d{6}$' }) }),
  reply: Done,
});
export const unbindMe = route({
  method: 'POST',
  path: '/api/my/data/unbind',
  summary: 'Part my account from the person',
  input: Empty,
  reply: Done,
});

export const offerBinding = route({
  method: 'POST',
  path: '/api/registry/people/:person/bind',
  summary: 'A worker has seen the document: a one-time code with which the person binds an account',
  input: Type.Object({ person: PersonNo, document: OneOf(documentKinds), number: Words(30) }),
  /** The picture leads a phone to the page where the code stands already. */
  reply: Type.Object({ code: Type.String(), until: Moment, qrSvg: Type.String() }),
});
export const endBinding = route({
  method: 'POST',
  path: '/api/registry/people/:person/unbind',
  summary: 'A worker parts a person from the account bound to it',
  input: Type.Object({ person: PersonNo }),
  reply: Done,
});
