// SPDX-License-Identifier: Apache-2.0
import type { OfferState, offerTold } from '@lilong/contracts/offers';
import type { Generated } from 'kysely';

export interface OfferRow {
  no: number;
  person: number;
  item_row: number;
  place: number;
  offered_at: Date;
  reminded_at: Date | null;
  answered_at: Date | null;
  told_at: Date | null;
  clerk: number | null;
  organisation: number | null;
  lapses_on: string;
  state: OfferState;
  item: string;
  reason: string | null;
  told: (typeof offerTold)[number] | null;
  matter: string | null;
}
/** How far a night has come with an item. */
export interface RunRow {
  no: number;
  item: string;
  item_row: number;
  began_at: Date;
  ended_at: Date | null;
  after: number;
  looked: number;
  offered: number;
}

declare module '../kernel/tables.ts' {
  interface DB {
    'offers.offer': Omit<OfferRow, 'no'> & { no: Generated<number> };
    'offers.run': Omit<RunRow, 'no' | 'after' | 'looked' | 'offered'> & {
      no: Generated<number>;
      after: Generated<number>;
      looked: Generated<number>;
      offered: Generated<number>;
    };
  }
}
