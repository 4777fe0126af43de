// SPDX-License-Identifier: Apache-2.0
import type { BookingState } from '@lilong/contracts/booking';
import type { Priority } from '@lilong/contracts/counters';
import type { Generated } from 'kysely';

export interface BookingRow {
  street: number;
  no: number;
  centre: number;
  organisation: number;
  place: number;
  day: string;
  starts_at: Date;
  ends_at: Date;
  state: BookingState;
  services: string[];
  priority: Priority | null;
  code: string;
  made_at: Date;
  ended_at: Date | null;
  unfit_at: Date | null;
  /** Their telephone was opened, to tell them. */
  phoned_at: Date | null;
  /** The hall sees to it though there is no room. */
  kept_at: Date | null;
  /** Its time before the hall moved it. */
  moved_from: Date | null;
  ticket: number | null;
  account: number | null;
  /** Left for this booking alone (`left-phone.ts`); only while it is booked. */
  phone_sealed: string | null;
  token_hash: string;
}
export type BookingPatch = Partial<Omit<BookingRow, 'street' | 'no' | 'token_hash'>>;

/** One place at one start, held by a booking for one of its matters. */
export interface UnitRow {
  street: number;
  centre: number;
  starts_at: Date;
  seat: number;
  service: string;
  booking: number;
}

declare module '../../kernel/tables.ts' {
  interface DB {
    'counters.slot': { centre: number; starts_at: Date };
    'counters.booking': Omit<BookingRow, 'no'> & { no: Generated<number> };
    'counters.booked_unit': UnitRow;
  }
}
