// SPDX-License-Identifier: Apache-2.0

import type { AffairState, Outcome } from '@lilong/contracts/affair-flow';
import type { affairKinds, Delivery, Procedure } from '@lilong/contracts/affair-items';
import type { PaperState } from '@lilong/contracts/affair-papers';
import type { affairClocks } from '@lilong/contracts/affairs';
import type { Generated } from 'kysely';

export type AffairKind = (typeof affairKinds)[number];
export type Clock = (typeof affairClocks)[number];

/** Of what was taken from elsewhere: its reference and hash, and what a line says of it. */
export interface KeptFrom {
  /** Number of the certificate, or of the earlier matter. */
  readonly ref: string;
  readonly name: string;
  readonly nameEn: string | null;
  /** Who issued it, or who has the paper that an earlier matter brought; of its pictures nobody. */
  readonly source: string;
  readonly on: string;
  readonly to: string | null;
  readonly hash: string;
}
/** A material as the application keeps it. What the registry holds is not in it. */
export interface KeptMaterial {
  readonly key: string;
  readonly how: 'file' | 'paper' | 'later' | 'earlier' | 'certificate';
  readonly files: readonly number[];
  readonly from?: KeptFrom;
}
export interface Pause {
  /** Moments, ISO 8601. */
  readonly from: string;
  readonly to: string;
}

export interface ApplicationRow {
  street: number;
  no: number;
  item: string;
  item_row: number;
  item_name: string;
  item_name_en: string | null;
  department: string;
  kind: AffairKind;
  mode: 'direct' | 'forwarded';
  state: AffairState;
  person: number;
  name: string;
  pinyin: string;
  account: number | null;
  place: number;
  channel: 'home' | 'counter';
  receive_org: number | null;
  accept_org: number;
  decide_org: number;
  deliver_org: number;
  custodian_org: number | null;
  turn_org: number | null;
  sealed: Buffer;
  materials: KeptMaterial[];
  deliver_by: Delivery | null;
  promised: string;
  legal: string | null;
  extra: number;
  started_at: Date;
  applied_at: Date | null;
  received_at: Date | null;
  accepted_at: Date | null;
  decided_at: Date | null;
  delivered_at: Date | null;
  changed_at: Date;
  clock: Clock;
  due_at: Date | null;
  legal_due: Date | null;
  provisional: boolean;
  pauses: Pause[];
  paused_from: Date | null;
  pause_kind: Procedure | null;
  pause_reason: string | null;
  asked_at: Date | null;
  asked_once: boolean;
  asked_until: Date | null;
  asked_words: string | null;
  asked_keys: string[];
  answered_at: Date | null;
  deemed: boolean;
  longer_state: 'asked' | 'granted' | 'refused' | null;
  longer_at: Date | null;
  longer_by: number | null;
  longer_days: number | null;
  longer_reason: string | null;
  outcome: Outcome | 'not_accepted' | null;
  reason: string | null;
  remedy: string | null;
  delivered_by: Delivery | null;
  delivered_words: string | null;
  version: number;
  /** How many offices decide of a joint matter; 0: it is one matter. */
  parts: number;
  /** Of a part: number of the whole in the same street, and the version of the whole's item. */
  joint: number | null;
  joint_row: number | null;
  /** Who handed it in for its person: the account, and the name. */
  helper: number | null;
  helper_name: string | null;
}
export type ApplicationPatch = Partial<Omit<ApplicationRow, 'street' | 'no' | 'version'>>;

export interface StepRow {
  street: number;
  no: number;
  application: number;
  at: Date;
  did: string;
  state: AffairState;
  organisation: number | null;
  role: string;
  account: number | null;
  words: string | null;
  due_at: Date | null;
  /** A helper did it. */
  helper_name: string | null;
}

export interface KeptTaken {
  readonly what: 'value' | 'certificate' | 'earlier';
  readonly key: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly source: string;
  readonly ref: string | null;
  readonly hash: string;
}
export interface ConsentRow {
  street: number;
  no: number;
  application: number;
  reason: string;
  item: string;
  how: 'signed' | 'code' | 'told' | 'helper';
  account: number | null;
  organisation: number | null;
  takes: KeptTaken[];
  at: Date;
  ended_at: Date | null;
  ended: 'over' | 'taken_back' | null;
}
export interface LentRow {
  street: number;
  application: number;
  material: string;
  matter: string;
  files: number[];
}

export interface PaperRow {
  street: number;
  no: number;
  /** None: it was collected at a door for what is not applied for yet. */
  application: number | null;
  holder: number | null;
  going_to: number | null;
  at: Date;
  state: PaperState;
  material: string;
  /** 上门收件: the slip that lists it, what the slip says, how many a counter found. */
  door_street: number | null;
  door: number | null;
  name: string | null;
  name_en: string | null;
  form: 'original' | 'copy' | null;
  count: number | null;
  counted: number | null;
  files: number[];
}
export interface PaperBackRow {
  street: number;
  no: number;
  application: number;
  office: number;
  account: number | null;
  at: Date;
  material: string;
  said: 'given' | 'slip' | 'own' | 'not_got';
}
export interface LoadRow {
  of: number;
  item: string;
  what: 'incoming' | 'running' | 'paused' | 'handed' | 'decided';
  week: string;
  days: number;
  n: number;
}

declare module '../kernel/tables.ts' {
  interface DB {
    'affairs.application': Omit<ApplicationRow, 'no' | 'version'> & {
      no: Generated<number>;
      version: Generated<number>;
    };
    'affairs.step': Omit<StepRow, 'no'> & { no: Generated<number> };
    'affairs.consent': Omit<ConsentRow, 'no'> & { no: Generated<number> };
    'affairs.lent': LentRow;
    'affairs.load': LoadRow;
    'affairs.paper': Omit<PaperRow, 'no' | 'files'> & {
      no: Generated<number>;
      files: Generated<number[]>;
    };
  }
}
