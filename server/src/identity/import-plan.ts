// SPDX-License-Identifier: Apache-2.0
// What an import would do, line by line. Nothing is read or written here, so a dry run is the same plan.
import type { Role } from '@lilong/contracts/identity';
import type { OrganisationKind } from '@lilong/contracts/places';
import { Refusal } from '@lilong/contracts/refusals';
import { type KnownPlace, namedPlaces, type PlaceFinder } from '../places/index.ts';
import { kindOf, loginOf, need, roleOf, within } from './import-fields.ts';
import type { Fault, Line } from './import-lines.ts';
import { areApart } from './posts.ts';

/** What the plan has to know of the city. */
export interface Known {
  readonly places: readonly KnownPlace[];
  readonly organisations: readonly KnownOrganisation[];
  /** Logins are in lower case. */
  readonly accounts: readonly KnownAccount[];
  readonly posts: readonly KnownPost[];
  /** The account of whoever imports: nobody grants themselves. */
  readonly self: number | null;
  looksAfter(places: readonly number[]): boolean;
}
interface KnownOrganisation {
  readonly no: number;
  readonly name: string;
  readonly kind: string;
  readonly place: number;
  readonly phone: string | null;
  readonly hours: string | null;
}
interface KnownAccount {
  readonly no: number;
  readonly login: string;
  readonly name: string;
  readonly ended: boolean;
}
interface KnownPost {
  readonly account: number;
  readonly organisation: number;
  readonly role: Role;
  readonly places: readonly number[];
}

/** An organisation to make, or one that is there (`no`) and perhaps to be corrected. */
export interface PlannedOrganisation {
  readonly no: number | undefined;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly place: number;
  readonly phone: string | null;
  readonly hours: string | null;
  readonly changes: boolean;
}
export interface PlannedAccount {
  readonly no: number | undefined;
  readonly login: string;
  readonly name: string;
}
/** Organisation and account by their keys in the plan. */
export interface PlannedPost {
  readonly organisation: string;
  readonly login: string;
  readonly role: Role;
  readonly places: readonly number[];
}
export interface Plan {
  readonly organisations: ReadonlyMap<string, PlannedOrganisation>;
  readonly accounts: ReadonlyMap<string, PlannedAccount>;
  readonly posts: readonly PlannedPost[];
  readonly faults: readonly Fault[];
  /** Lines that go in. */
  readonly good: number;
}

/** The plan as it grows, with what is known by the keys that each line asks for. */
interface Draft {
  readonly organisations: Map<string, PlannedOrganisation>;
  readonly accounts: Map<string, PlannedAccount>;
  readonly posts: Map<string, PlannedPost>;
  /** Roles that the plan gives, by login. */
  readonly given: Map<string, Role[]>;
  readonly organisationAt: ReadonlyMap<string, KnownOrganisation>;
  readonly accountOf: ReadonlyMap<string, KnownAccount>;
  readonly postsOf: ReadonlyMap<number | undefined, KnownPost[]>;
  readonly self: number | null;
  readonly find: PlaceFinder;
}

function emptyDraft(known: Known): Draft {
  return {
    organisations: new Map(),
    accounts: new Map(),
    posts: new Map(),
    given: new Map(),
    organisationAt: new Map(known.organisations.map((one) => [keyOf(one.name, one.place), one])),
    accountOf: new Map(known.accounts.map((one) => [one.login, one])),
    postsOf: Map.groupBy(known.posts, ({ account }) => account),
    self: known.self,
    find: namedPlaces(known.places, known.looksAfter),
  };
}

/** Plans each line in turn. A line with a fault changes nothing; the others go in. */
export function planImport(lines: readonly Line[], known: Known): Plan {
  const draft = emptyDraft(known);
  const faults: Fault[] = [];
  let good = 0;
  for (const { line, fields } of lines) {
    const wrong = planLine(draft, fields);
    if (wrong.length === 0) good += 1;
    for (const { field = '', code, facts } of wrong) faults.push({ line, field, code, facts });
  }
  const { organisations, accounts } = draft;
  return { organisations, accounts, posts: [...draft.posts.values()], faults, good };
}

type Fields = Line['fields'];

/** Puts the line into the draft, or says everything that is wrong with it. */
function planLine(draft: Draft, fields: Fields): Refusal[] {
  const wrong: Refusal[] = [];
  const attempt = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown;
      wrong.push(thrown);
      return undefined;
    }
  };
  const organisation = attempt(() => planOrganisation(draft, fields));
  const somebody = [fields.name, fields.login, fields.role].some((text) => text !== '');
  const account = somebody ? attempt(() => planAccount(draft, fields)) : undefined;
  const role = somebody ? attempt(() => roleOf(fields.role)) : undefined;
  const places = organisation && attempt(() => planRange(draft, fields, organisation.place));
  if (account !== undefined && role !== undefined) attempt(() => keepApart(draft, account, role));
  if (wrong.length > 0 || organisation === undefined) return wrong;

  const key = keyOf(organisation.name, organisation.place);
  draft.organisations.set(key, organisation);
  if (account === undefined || role === undefined || places === undefined) return [];
  const login = account.login.toLowerCase();
  draft.accounts.set(login, account);
  draft.given.set(login, [...new Set([...(draft.given.get(login) ?? []), role])]);
  const post = { organisation: key, login, role, places };
  if (!isHeld(draft, organisation, account, post)) draft.posts.set(JSON.stringify(post), post);
  return [];
}

const keyOf = (name: string, place: number): string => `${place} ${name}`;

function planOrganisation(draft: Draft, fields: Fields): PlannedOrganisation {
  const { organisations, organisationAt, find } = draft;
  const name = within(need(fields, 'organisation'), 'organisation', 100);
  const place = find(need(fields, 'place_code_or_name'), 'place_code_or_name');
  const kind = kindOf(need(fields, 'organisation_kind'));
  const phone = within(fields.phone, 'phone', 40);
  const hours = within(fields.hours, 'hours', 100);
  const there = organisationAt.get(keyOf(name, place));
  const before = organisations.get(keyOf(name, place)) ?? there;
  if (before !== undefined && before.kind !== kind) {
    const facts = { value: fields.organisation_kind, there: before.kind };
    throw new Refusal('import.kind-differs', facts, 'organisation_kind');
  }
  return {
    no: there?.no,
    name,
    kind,
    place,
    phone: phone || (before?.phone ?? null),
    hours: hours || (before?.hours ?? null),
    changes:
      there === undefined ||
      (phone || there.phone) !== there.phone ||
      (hours || there.hours) !== there.hours,
  };
}

function planAccount({ accountOf, accounts, self }: Draft, fields: Fields): PlannedAccount {
  const name = within(need(fields, 'name'), 'name', 50);
  const login = loginOf(need(fields, 'login'));
  const there = accountOf.get(login.toLowerCase());
  if (there !== undefined && there.no === self) throw new Refusal('auth.own-grant', {}, 'login');
  const before = there ?? accounts.get(login.toLowerCase());
  if (there?.ended === true || (before !== undefined && before.name !== name))
    throw new Refusal('import.login-taken', { value: login }, 'login');
  return { no: there?.no, login, name };
}

/** Places that the post is for; the organisation's own when none is named. */
function planRange({ find }: Draft, { range }: Fields, own: number): number[] {
  const named = range.split(/[;；、\s]+/).filter((text) => text !== '');
  if (named.length > 20)
    throw new Refusal('input.invalid', { field: 'range', rule: 'maxItems' }, 'range');
  const places = named.map((text) => find(text, 'range'));
  return places.length === 0 ? [own] : [...new Set(places)].sort((a, b) => a - b);
}

/** Nobody becomes two kinds of administrator by one import, nor by what they are already. */
function keepApart({ postsOf, given }: Draft, { no, login }: PlannedAccount, role: Role): void {
  const held = (postsOf.get(no) ?? []).map((post) => post.role);
  if (!areApart([role, ...held, ...(given.get(login.toLowerCase()) ?? [])]))
    throw new Refusal('auth.roles-apart', {}, 'role');
}

/** The account has such a post, or waits for it. */
function isHeld(
  { postsOf }: Draft,
  organisation: PlannedOrganisation,
  account: PlannedAccount,
  { role, places }: PlannedPost,
): boolean {
  const sorted = (list: readonly number[]) => [...list].sort((a, b) => a - b).join();
  return (postsOf.get(account.no) ?? []).some(
    (post) =>
      post.organisation === organisation.no &&
      post.role === role &&
      sorted(post.places) === sorted(places),
  );
}
