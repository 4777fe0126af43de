// SPDX-License-Identifier: Apache-2.0
import type { CaseState } from '@lilong/contracts/case-flow';
import type { Generated } from 'kysely';
import type { Json } from '../kernel/tables.ts';

/** A case as its row has it. */
export interface CaseRow {
  street: number;
  no: number;
  place: number;
  state: CaseState;
  round: number;
  version: number;
  /** Null when nothing was said in words. */
  title: string | null;
  address: string;
  channel: Channel;
  category: string | null;
  category_name: string | null;
  condition: number | null;
  condition_row: number | null;
  solve_limit: string | null;
  reports: number;
  photo: number | null;
  organisation: number | null;
  assisting: number[];
  crew: number | null;
  reported_at: Date;
  answer_due: Date;
  answered_at: Date | null;
  registered_at: Date | null;
  dispatched_at: Date | null;
  solve_due: Date | null;
  solve_provisional: boolean;
  solved_at: Date | null;
  arrive_due: Date | null;
  arrive_limit: string | null;
  arrived_at: Date | null;
  stage_due: Date | null;
  sent_in_time: boolean | null;
  paused_from: Date | null;
  paused_until: Date | null;
  pauses: { from: string; to: string }[];
  extra: number;
  extensions: number;
  suspensions: number;
  due_at: Date | null;
  provisional: boolean;
  returns: number;
  returns_before: number;
  handed_back: boolean;
  forced: boolean;
  exempt: boolean;
  reworks: number;
  adjudication: boolean;
  supervised: boolean;
  urgent: boolean;
  others_may_see: boolean;
  released_words: boolean;
  released_photos: boolean;
  question: string | null;
  outcome: string | null;
  closing: string | null;
  ended_at: Date | null;
  merged_into: number | null;
  late_at: Date | null;
  waits: 'extension' | 'suspension' | 'answer' | null;
  appeal_for: 'dispatcher' | 'street_leader' | null;
}
export type Channel = 'home' | 'committee' | 'patrol' | 'phone' | 'hotline_12345' | 'open311';
/** What a move or an act changes in the row. */
export type CasePatch = Partial<Omit<CaseRow, 'street' | 'no'>>;

export interface ReportRow {
  street: number;
  no: Generated<number>;
  case_no: number;
  born_in: number;
  account: number | null;
  channel: Channel;
  at: Date;
  words: string | null;
  voice: number | null;
  transcript: string | null;
  contact: string | null;
  outside_no: string | null;
  outside_sub: string | null;
  me_too: boolean;
  entered_by: number | null;
  photographed: Generated<boolean>;
  withdrawn: Generated<boolean>;
}
export type FlowKind = 'forward' | 'return' | 'cancel' | 'close' | 'assign' | 'revoke' | 'note';

declare module '../kernel/tables.ts' {
  interface DB {
    'cases.case': CaseRow;
    'cases.report': ReportRow;
    'cases.photo': {
      street: number;
      no: Generated<number>;
      case_no: number;
      report_no: number | null;
      file: number;
      kind: string;
      at: Date;
    };
    'cases.flow': {
      street: number;
      no: Generated<number>;
      case_no: number;
      step: number;
      at: Date;
      move: string;
      kind: FlowKind;
      state: CaseState;
      round: number;
      by_account: number | null;
      by_post: number | null;
      by_role: string;
      by_organisation: number | null;
      words: string | null;
      facts: Json;
      before: Json | null;
    };
    'cases.delay': {
      street: number;
      no: Generated<number>;
      case_no: number;
      kind: 'extension' | 'suspension';
      until: Date;
      reason: string;
      status: Generated<'asked' | 'granted' | 'refused'>;
      asked_at: Date;
      asked_by: number;
      decided_reason: string | null;
      decided_by: number | null;
    };
    'cases.ruling': {
      street: number;
      no: Generated<number>;
      case_no: number;
      category: string;
      place: number;
      organisation: number;
      reason: string;
      at: Date;
    };
    'cases.rating': {
      street: number;
      no: Generated<number>;
      case_no: number;
      report_no: number;
      round: number;
      solved: boolean;
      grade: number;
      words: string | null;
      at: Date;
    };
    'cases.appeal': {
      street: number;
      no: Generated<number>;
      case_no: number;
      reason: string;
      asked_at: Date;
      asked_by: number;
      status: Generated<'asked' | 'reviewed' | 'granted' | 'refused'>;
      reviewers: Generated<number[]>;
      reviews: Generated<string[]>;
    };
    'cases.hotline': { street: number; no: number; reply: Json; at: Date };
    'cases.work_order': {
      street: number;
      no: Generated<number>;
      case_no: number;
      token_hash: string;
      at: Date;
    };
    'cases.handover': {
      street: number;
      no: Generated<number>;
      at: Date;
      by_account: number;
      words: string;
      seen_by: number | null;
    };
  }
}
