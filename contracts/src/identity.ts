// SPDX-License-Identifier: Apache-2.0
import { type Static, Type } from 'typebox';
import { route } from './route.ts';
import { Day, Done, Empty, Moment, Nullable, OneOf, PlaceNo, Words } from './shapes.ts';

/** What a post may be. Their words are `role.<name>`; what each may do stands in the modules' policy.ts. */
export const roles = [
  'committee_worker', // 居委会干部
  'dispatcher', // 网格调度员
  'department_officer', // 部门承办人
  'crew', // 处置人员
  'checker', // 核查员
  'street_leader', // 街道领导
  'counter_clerk', // 综合窗口
  'centre_manager', // 中心负责人
  'district', // 区
  'city', // 市
  'item_owner', // 事项管理员
  'system_admin', // 系统管理员
  'safety_admin', // 安全管理员
  'auditor', // 审计员
] as const;
export type Role = (typeof roles)[number];
export const RoleName = OneOf(roles);

export const languages = ['zh', 'en'] as const;
export const Language = OneOf(languages);
export type Language = Static<typeof Language>;

/** A post as its holder and the desk see it. */
export const PostCard = Type.Object({
  no: Type.Integer(),
  role: RoleName,
  organisation: Type.Integer(),
  organisationName: Type.String(),
  places: Type.Array(
    Type.Object({ no: PlaceNo, name: Type.String(), path: Type.Array(Type.String()) }),
  ),
  validTo: Nullable(Moment),
  /** Name of the one who lent it, when it is lent. */
  lentBy: Nullable(Type.String()),
});
export type PostCard = Static<typeof PostCard>;

/** Who is signed in, acting as what. `csrf` goes into the header `x-csrf` of every write. */
export const Me = Type.Object({
  account: Type.Integer(),
  kind: OneOf(['staff', 'resident'] as const),
  name: Type.String(),
  /** Assurance level: 1 a phone number, 2 identity proven. */
  level: Type.Integer({ minimum: 1, maximum: 2 }),
  post: Nullable(PostCard),
  posts: Type.Array(PostCard),
  /** A resident's own neighbourhood as last confirmed, for the committee's telephone. */
  committee: Nullable(
    Type.Object({
      no: PlaceNo,
      name: Type.String(),
      /** How the name is read, for English screens. */
      pinyin: Type.String(),
      phone: Nullable(Type.String()),
      path: Type.Array(Type.String()),
    }),
  ),
  language: Language,
  /** The password was given by somebody else: no post can be acted as until it is changed. */
  mustChange: Type.Boolean(),
  csrf: Type.String(),
  demo: Type.Boolean(),
});
export type Me = Static<typeof Me>;

export const whoAmI = route({
  method: 'GET',
  path: '/api/me',
  summary: 'Who is signed in, acting as which post; null when nobody',
  input: Empty,
  reply: Type.Object({
    me: Nullable(Me),
    demo: Type.Boolean(),
    /** Clocks of the city, by their IANA name: screens say its moments, wherever they are. */
    timeZone: Type.String(),
  }),
});
export const signIn = route({
  method: 'POST',
  path: '/api/sign-in',
  summary: 'Staff sign in with login and password',
  input: Type.Object({ login: Words(64), password: Words(200) }),
  reply: Me,
});
export const requestCode = route({
  method: 'POST',
  path: '/api/sign-in/code',
  summary: 'Send a one-time code to a mobile phone',
  input: Type.Object({ phone: Type.String({ pattern: '^1[3-9]\\d{9}$' }) }),
  /** `shown` holds the code in the demonstration only, where nothing is sent. */
  reply: Type.Object({
    sentTo: Type.String(),
    validMinutes: Type.Integer(),
    shown: Nullable(Type.String()),
  }),
});
export const signInByCode = route({
  method: 'POST',
  path: '/api/sign-in/phone',
  summary: 'A resident signs in with phone and one-time code',
  input: Type.Object({
    phone: Type.String({ pattern: '^1[3-9]\\d{9}$' }),
    code: Type.String({ pattern: '^\\d{6}$' }),
  }),
  reply: Me,
});
/** The doors of the demonstration's landing page. */
export const demoDoors = [
  'resident',
  'committee_worker',
  'dispatcher',
  'department_officer',
  'crew',
  'checker',
  'street_leader',
  'counter_clerk',
  'centre_manager',
  'district',
  'city',
  'item_owner',
  'system_admin',
  'safety_admin',
  'auditor',
] as const;
export const signInDemo = route({
  method: 'POST',
  path: '/api/sign-in/demo',
  summary: 'Demonstration only: sign in as one of the invented people',
  /** Without organisation and place the one behind the door of the landing page. */
  input: Type.Object({
    as: OneOf(demoDoors),
    organisation: Type.Optional(Type.Integer()),
    /** Part of an organisation's name: 黄浦区民政局. */
    office: Type.Optional(Words(40)),
    place: Type.Optional(PlaceNo),
  }),
  reply: Me,
});
export const signOut = route({
  method: 'POST',
  path: '/api/sign-out',
  summary: 'End this session, or all of mine',
  input: Type.Object({ everywhere: Type.Boolean() }),
  reply: Done,
});
export const actAs = route({
  method: 'POST',
  path: '/api/me/post',
  summary: 'Choose which of my posts I act as',
  input: Type.Object({ post: Type.Integer() }),
  reply: Me,
});
export const saveLanguage = route({
  method: 'POST',
  path: '/api/me/language',
  summary: 'Language for messages to me',
  input: Type.Object({ language: Language }),
  reply: Done,
});
export const changePassword = route({
  method: 'POST',
  path: '/api/me/password',
  summary: 'Change my own password; ends all other sessions',
  input: Type.Object({
    current: Words(200),
    fresh: Type.String({ minLength: 10, maxLength: 200 }),
  }),
  reply: Done,
});
export const lendPost = route({
  method: 'POST',
  path: '/api/me/lend',
  summary: 'Lend the post I act as to a colleague of my organisation while I am away',
  input: Type.Object({ to: Type.Integer(), from: Moment, until: Moment }),
  reply: PostCard,
});
export const Colleague = Type.Object({
  account: Type.Integer(),
  name: Type.String(),
  role: RoleName,
});
export const listColleagues = route({
  method: 'GET',
  path: '/api/me/colleagues',
  summary: 'Staff of the organisation I act for',
  input: Empty,
  reply: Type.Object({ people: Type.Array(Colleague) }),
});
/** A post of mine that a colleague holds, or is to hold, besides me. */
export const LoanCard = Type.Object({
  no: Type.Integer(),
  role: RoleName,
  organisationName: Type.String(),
  toName: Type.String(),
  /** An administrator's loan waits for approval. */
  status: OneOf(['proposed', 'approved'] as const),
  validFrom: Moment,
  validTo: Nullable(Moment),
});
export type LoanCard = Static<typeof LoanCard>;
export const listLoans = route({
  method: 'GET',
  path: '/api/me/loans',
  summary: 'Posts of mine that are lent now or will be',
  input: Empty,
  reply: Type.Object({ loans: Type.Array(LoanCard) }),
});
export const endLoan = route({
  method: 'POST',
  path: '/api/me/lend/end',
  summary: 'Take back a post that I lent',
  input: Type.Object({ post: Type.Integer() }),
  reply: Done,
});

/**
 * How a post stands now: waiting for approval, approved for later, in force, refused, or over because it
 * was ended or its time is.
 */
export const postStandings = ['proposed', 'to_come', 'approved', 'refused', 'ended'] as const;

/**
 * Staff as the administrators see them, with what whoever asks may do to each. No figures about what anyone
 * does: domain.md 8.5.
 */
export const StaffLine = Type.Object({
  account: Type.Integer(),
  login: Type.String(),
  name: Type.String(),
  ended: Type.Boolean(),
  locked: Type.Boolean(),
  /** Whoever asks may give a new password. */
  mayReset: Type.Boolean(),
  posts: Type.Array(
    Type.Object({
      no: Type.Integer(),
      role: RoleName,
      organisationName: Type.String(),
      placeNames: Type.Array(Type.String()),
      status: OneOf(postStandings),
      validFrom: Moment,
      validTo: Nullable(Moment),
      lentBy: Nullable(Type.String()),
      can: Type.Object({ decide: Type.Boolean(), end: Type.Boolean(), lend: Type.Boolean() }),
    }),
  ),
});
export type StaffLine = Static<typeof StaffLine>;
export const listStaff = route({
  method: 'GET',
  path: '/api/staff',
  summary: 'Staff in my range, by name, login or organisation',
  input: Type.Object({
    q: Type.Optional(Words(50)),
    waiting: Type.Optional(Type.Boolean()),
    after: Type.Optional(Type.Integer()),
  }),
  reply: Type.Object({
    people: Type.Array(StaffLine),
    total: Type.Integer(),
    waiting: Type.Integer(),
  }),
});
export const givePost = route({
  method: 'POST',
  path: '/api/staff/posts',
  summary: 'System administrator proposes a post; a safety administrator approves it',
  input: Type.Object({
    account: Type.Integer(),
    role: RoleName,
    organisation: Type.Integer(),
    places: Type.Array(PlaceNo, { minItems: 1, maxItems: 20 }),
    validFrom: Moment,
    validTo: Type.Optional(Moment),
  }),
  reply: Type.Object({ post: Type.Integer() }),
});
export const listBorrowers = route({
  method: 'GET',
  path: '/api/staff/posts/:post/borrowers',
  summary: 'Staff of its organisation to whom an administrator may lend a post',
  input: Type.Object({ post: Type.Integer() }),
  reply: Type.Object({ people: Type.Array(Colleague) }),
});
export const lendPostOf = route({
  method: 'POST',
  path: '/api/staff/posts/:post/lend',
  summary:
    'System administrator proposes to lend somebody’s post; a safety administrator approves it',
  input: Type.Object({ post: Type.Integer(), to: Type.Integer(), from: Moment, until: Moment }),
  reply: Type.Object({ post: Type.Integer() }),
});
export const decidePost = route({
  method: 'POST',
  path: '/api/staff/posts/:post/decide',
  summary: 'Safety administrator approves or refuses a proposed post',
  input: Type.Object({
    post: Type.Integer(),
    approve: Type.Boolean(),
    reason: Type.Optional(Words(200)),
  }),
  reply: Done,
});
export const endPost = route({
  method: 'POST',
  path: '/api/staff/posts/:post/end',
  summary: 'End a post or a loan now, or withdraw a proposal',
  input: Type.Object({ post: Type.Integer(), reason: Words(200) }),
  reply: Done,
});
export const resetPassword = route({
  method: 'POST',
  path: '/api/staff/:account/password',
  summary: 'New one-time password, shown once; ends all sessions of the account',
  input: Type.Object({ account: Type.Integer() }),
  reply: Type.Object({ password: Type.String() }),
});
export const ImportFault = Type.Object({
  line: Type.Integer(),
  field: Type.String(),
  code: Type.String(),
  detail: Type.String(),
});
export const importStaff = route({
  method: 'POST',
  path: '/api/staff/import',
  summary: 'Organisations, staff and posts from one CSV; `dry` only reports',
  input: Type.Object({ csv: Type.String({ maxLength: 4_000_000 }), dry: Type.Boolean() }),
  reply: Type.Object({
    lines: Type.Integer(),
    good: Type.Integer(),
    faults: Type.Array(ImportFault),
    organisations: Type.Integer(),
    accounts: Type.Integer(),
    posts: Type.Integer(),
    /** First passwords, shown once, for accounts that were made. */
    passwords: Type.Array(Type.Object({ login: Type.String(), password: Type.String() })),
  }),
});
export type ImportFault = Static<typeof ImportFault>;
export const PostValidity = Type.Object({ from: Day, to: Nullable(Day) });
