// SPDX-License-Identifier: Apache-2.0
import type {
  ContactWay,
  RatedThing,
  RatingMove,
  RatingResult,
  RatingState,
} from '@lilong/contracts/rating-flow';
import type { Generated } from 'kysely';

export interface RatingRow {
  street: number;
  no: number;
  /** `T…` or `A…`. */
  subject: string;
  of: RatedThing;
  place: number;
  centre_org: number;
  /** Whom a bad one concerns. */
  unit_org: number;
  item: string;
  item_name: string;
  item_name_en: string | null;
  grade: number;
  reasons: string[];
  /** `Said`, sealed. */
  sealed: string | null;
  has_words: boolean;
  call_back: boolean;
  person: number | null;
  account: number | null;
  token_hash: string | null;
  /** Accounts of staff who worked on it. */
  workers: number[];
  rated_at: Date;
  state: RatingState;
  first_due: Date | null;
  finish_due: Date | null;
  /** Of the clock that runs. */
  due_at: Date | null;
  provisional: boolean;
  hard: boolean;
  tries: number;
  reached_at: Date | null;
  finished_at: Date | null;
  result: RatingResult | null;
  satisfied: boolean | null;
  solved: boolean | null;
  answered_by: 'rater' | 'unit' | null;
  answered_at: Date | null;
  version: number;
}
export type RatingPatch = Partial<Omit<RatingRow, 'street' | 'no' | 'version'>>;
/** What was written, and where to call. */
export interface Said {
  readonly words: string | null;
  readonly phone: string | null;
}

export interface RatingStepRow {
  street: number;
  no: number;
  rating: number;
  at: Date;
  did: 'rated' | 'opened' | RatingMove;
  organisation: number | null;
  role: string;
  account: number | null;
  way: ContactWay | null;
  sealed: string | null;
}

declare module '../kernel/tables.ts' {
  interface DB {
    'ratings.rating': Omit<RatingRow, 'no' | 'version'> & {
      no: Generated<number>;
      version: Generated<number>;
    };
    'ratings.step': Omit<RatingStepRow, 'no'> & { no: Generated<number> };
  }
}
