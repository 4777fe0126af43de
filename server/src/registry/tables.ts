// SPDX-License-Identifier: Apache-2.0
import type { PresenceRole, SealedElement, StaysAs } from '@lilong/contracts/registry';
import type { CrowdColumn, CrowdConditions } from '@lilong/contracts/registry-crowds';
import type { InstitutionKind } from '@lilong/contracts/registry-institutions';
import type { partings } from '@lilong/contracts/registry-own';
import type { ObjectionState } from '@lilong/contracts/registry-values';
import type { Generated } from 'kysely';

export type Parting = (typeof partings)[number];

/** `standing` as its column has it: one more than its index in `standings` of the contract. */
export interface PresenceRow {
  street: number;
  no: number;
  place: number;
  person: number;
  role: PresenceRole;
  home: number | null;
  household: number | null;
  relation: string | null;
  stays_as: StaysAs | null;
  standing: number;
  name: string;
  pinyin: string;
  initials: string;
  sex: number;
  born_on: string | null;
  phone_end: Buffer | null;
  /** None where nothing is said. */
  labels: string[] | null;
  protected: boolean;
  from_on: string;
  to_on: string | null;
  source: string;
  recorded_at: Date;
}

export interface PersonRow {
  no: number;
  name: string;
  pinyin: string;
  sex: number;
  born_on: string | null;
  died_on: string | null;
  nation: string | null;
  registered_in: string | null;
  abroad: boolean;
  protected: boolean;
  source: string;
  recorded_at: Date;
}

export interface HomeRow {
  street: number;
  no: number;
  place: number;
  address: number | null;
  unit: string | null;
  room: string | null;
  door: string;
  floor: number | null;
  lift: boolean | null;
  tenure: string | null;
  use: string;
  state: string | null;
  area_m2: number | null;
  rooms: number | null;
  /** The last day; also of one that became part of another. */
  closed_on: string | null;
}

export interface HouseholdRow {
  street: number;
  no: number;
  place: number;
  home: number | null;
  kind: 'living' | 'book' | 'collective';
  from_on: string;
  to_on: string | null;
}

/** `sealed` is what `objections/sealed-words.ts` writes. */
export interface ObjectionRow {
  no: number;
  element: string;
  person: number | null;
  street: number | null;
  home: number | null;
  label: number | null;
  place: number;
  raised_by: 'committee' | 'person';
  account: number;
  organisation: number | null;
  source: number;
  closed: boolean;
  sealed: Buffer;
  state: ObjectionState;
  filed_at: Date;
  due_at: Date;
  answered_at: Date | null;
}

export interface FactRow {
  no: number;
  person: number | null;
  street: number | null;
  home: number | null;
  place: number;
  element: string;
  value: string | null;
  /** Of a number: which document, and the number. */
  document: string | null;
  sealed: Buffer | null;
  kind: 'shared' | 'collected' | 'computed' | 'declared';
  source: string;
  valid_from: string | null;
  valid_to: string | null;
  recorded_at: Date | null;
}

/** A row to be written: what the database fills in may be left out. */
type Written<T, K extends keyof T> = Omit<T, K> & { [key in K]: Generated<T[key]> };

declare module '../kernel/tables.ts' {
  interface DB {
    'registry.person': Written<PersonRow, 'no' | 'abroad' | 'protected'>;
    'registry.person_key': {
      kind: SealedElement;
      /** `keyOf` of its digest. */
      digest: string;
      person: number;
      document: string | null;
      sealed: Buffer;
    };
    'registry.home': Written<HomeRow, 'no' | 'use' | 'closed_on'>;
    'registry.household': Written<HouseholdRow, 'no'>;
    'registry.presence': Written<PresenceRow, 'no' | 'initials' | 'labels' | 'protected'>;
    'registry.label': {
      no: Generated<number>;
      person: number;
      /** None in a sealed one. */
      code: string | null;
      digest: Buffer | null;
      sealed: Buffer | null;
      kind: 'shared' | 'collected' | 'computed' | 'declared';
      organisation: number;
      words: string | null;
      valid_from: string;
      valid_to: string | null;
      look_again: string | null;
      verified_at: Date;
      account: number | null;
      until: string | null;
      batch: Buffer | null;
      ended_why: string | null;
    };
    'registry.door_merge': {
      street: number;
      no: Generated<number>;
      survivor_door: number;
      gone_door: number;
      at: Date;
      account: number;
      organisation: number;
      role: string;
      undo_until: string;
      undone_at: Date | null;
      undone_by: number | null;
    };
    'registry.fact': Written<FactRow, 'no' | 'document' | 'sealed'>;
    'registry.objection': Written<ObjectionRow, 'no' | 'closed' | 'state'>;
    'registry.label_batch': {
      no: Generated<number>;
      organisation: number;
      name: string | null;
      at: Date;
      taken: Record<string, number>;
      withdrawn_on: string | null;
      withdrawn_why: string | null;
    };
    'registry.upload': {
      no: Generated<number>;
      under: number;
      account: number;
    };
    'registry.case_label': {
      no: Generated<number>;
      organisation: number;
      place: number;
      purpose: string;
      until: string;
    };
    'registry.access_grant': {
      no: Generated<number>;
      person: number;
      account: number | null;
      purpose: string;
      matter: string;
      from_at: Date;
      until_at: Date;
    };
    'registry.access': {
      no: Generated<number>;
      person: number;
      at: Date;
      account: number;
      post: number;
      organisation: number;
      role: string;
      act: 'card' | 'reveal' | 'change' | 'export';
      elements: string[];
      purpose: string;
      request: string;
    };
    'registry.crowd': {
      no: Generated<number>;
      organisation: number;
      name: string;
      conditions: CrowdConditions;
      columns: CrowdColumn[];
      post: number;
      made_on: string;
      look_again: string;
    };
    'registry.export': {
      no: Generated<number>;
      crowd: number;
      name: string;
      conditions: CrowdConditions;
      columns: CrowdColumn[];
      organisation: number;
      post: number;
      purpose: string;
      people: number;
      made_on: string;
      expires_on: string;
      at: Date;
    };
    'registry.binding': {
      no: Generated<number>;
      person: number;
      account: number;
      phone: string | null;
      document: string;
      seen_by: number;
      organisation: number;
      role: string;
      seen_at: Date;
      bound_at: Date;
      used_at: Date;
      ended_at: Date | null;
      ended_why: Parting | null;
      ended_by: number | null;
    };
    'registry.institution': {
      street: number;
      no: Generated<number>;
      place: number;
      kind: InstitutionKind;
      name: string;
      credit_code: string | null;
      address: string | null;
      phone: string | null;
      term_from: string | null;
      term_to: string | null;
      from_on: string | null;
      to_on: string | null;
      source: string;
      recorded_at: Date;
    };
    'registry.member': {
      street: number;
      no: Generated<number>;
      institution: number;
      place: number;
      person: number | null;
      name: string;
      position: string;
      phone: Buffer | null;
      from_on: string;
      to_on: string | null;
      source: string;
      recorded_at: Date;
    };
    'registry.building_group': {
      street: number;
      no: Generated<number>;
      place: number;
      name: string;
      from_on: string;
      to_on: string | null;
      source: string;
      recorded_at: Date;
    };
    'registry.group_leader': {
      street: number;
      no: Generated<number>;
      building_group: number;
      place: number;
      person: number | null;
      name: string;
      phone: Buffer | null;
      from_on: string;
      to_on: string | null;
      source: string;
      recorded_at: Date;
    };
    'registry.merge': {
      no: Generated<number>;
      survivor: number;
      gone: number;
      at: Date;
      account: number;
      organisation: number;
      role: string;
      undo_until: string;
      state: Buffer;
      undone_at: Generated<Date | null>;
      undone_by: Generated<number | null>;
    };
    'registry.staff_tie': { account: number; digest: Buffer; sealed: Buffer; said_at: Date };
    'registry.delay': { no: Generated<number>; place: number; organisation: number };
    'registry.hold': { no: Generated<number>; place: number };
    'registry.binding_code': {
      person: number;
      digest: Buffer;
      document: string;
      seen_by: number;
      organisation: number;
      role: string;
      seen_at: Date;
      ends_at: Date;
    };
  }
}
