// SPDX-License-Identifier: Apache-2.0
import type { AssistanceCategory, InquirySource } from '@lilong/contracts/assistance';
import type { Findings } from '@lilong/contracts/assistance-work';
import type { Generated } from 'kysely';

export interface MatterRow {
  street: number;
  no: number;
  place: number;
  decide_org: number;
  assist_org: number | null;
  lives_at: number | null;
  person: number;
  people: number[];
  name: string;
  asked: number;
  answered: number;
  inquired_by: number | null;
  visited_at: Date | null;
  visited_by: number | null;
  reckoning: Buffer | null;
  begun_at: Date;
  over_at: Date | null;
  version: number;
}
export interface MemberRow {
  street: number;
  no: number;
  matter: number;
  person: number;
  name: string;
  born_on: string | null;
  relation: string | null;
  sources: string[];
  authorised_at: Date | null;
  authorised_by: number | null;
  files: number[];
}
export interface InquiryRow {
  street: number;
  no: number;
  matter: number;
  place: number;
  decide_org: number;
  member: number;
  person: number;
  source: InquirySource;
  asked_at: Date;
  late_at: Date;
  state: 'asked' | 'found' | 'none' | 'left';
  answered_at: Date | null;
  by_account: number | null;
  sealed: Buffer | null;
}
export interface VisitRow {
  street: number;
  no: number;
  matter: number;
  at: Date;
  organisation: number;
  account: number;
  by_name: string;
  with_name: string;
  findings: Findings;
  sealed: Buffer | null;
  signed_by: string;
  files: number[];
}
export interface NoticeRow {
  street: number;
  no: number;
  matter: number;
  place: number;
  name: string;
  category: AssistanceCategory;
  people: number;
  from_on: string;
  to_on: string;
  ended_at: Date | null;
}
export interface ObjectionRow {
  street: number;
  no: number;
  matter: number;
  account: number;
  at: Date;
  sealed: Buffer;
  answered_at: Date | null;
  answer: string | null;
}
export interface AwardRow {
  street: number;
  no: number;
  matter: number;
  place: number;
  decide_org: number;
  person: number;
  people_nos: number[];
  account: number | null;
  name: string;
  category: AssistanceCategory;
  people: number;
  amount_fen: number;
  standard_fen: number;
  sealed: Buffer;
  certificate: string | null;
  from_on: string;
  ended_on: string | null;
  ended_why: string | null;
  recheck_on: string;
}
export interface PayListRow {
  street: number;
  no: number;
  place: number;
  decide_org: number;
  month: string;
  made_at: Date;
  made_by: number;
  made_name: string;
  households: number;
  people: number;
  total_fen: number;
  approved_at: Date | null;
  approved_by: number | null;
  approved_name: string | null;
}
export interface RecheckRow {
  street: number;
  no: number;
  award: number;
  why: 'due' | 'told' | 'standard';
  since: Date;
  sealed: Buffer | null;
  done_at: Date | null;
  done_by: number | null;
  outcome: 'same' | 'changed' | 'stopped' | null;
  reason: string | null;
  remedy: string | null;
}
type Numbered<T> = Omit<T, 'no'> & { no: Generated<number> };

declare module '../kernel/tables.ts' {
  interface DB {
    'assistance.matter': MatterRow;
    'assistance.member': Numbered<MemberRow>;
    'assistance.inquiry': Numbered<InquiryRow>;
    'assistance.visit': Numbered<VisitRow>;
    'assistance.notice': Numbered<NoticeRow>;
    'assistance.objection': Numbered<ObjectionRow>;
    'assistance.award': Numbered<AwardRow>;
    'assistance.pay_list': Numbered<PayListRow>;
    'assistance.recheck': Numbered<RecheckRow>;
  }
}
