// SPDX-License-Identifier: Apache-2.0
import type { Priority } from '@lilong/contracts/counters';
import type { Hours, Span, Week } from '@lilong/contracts/opening-hours';
import type { TicketState } from '@lilong/contracts/ticket-flow';
import type { Generated } from 'kysely';

export interface CentreRow {
  no: number;
  organisation: number;
  place: number;
  kind: 'centre' | 'sub_centre';
  name: string;
  address: string;
  phone: string | null;
  hours: Hours;
  spoken: string[];
  equipment: string[];
  generated: boolean;
  source: string;
  valid_from: string;
  valid_to: string | null;
}

export interface WindowRow {
  no: number;
  centre: number;
  organisation: number;
  place: number;
  ordinal: number;
  name: string;
  services: string[];
  open: boolean;
  seat: number | null;
  /** It is no more. */
  retired_at: Date | null;
}

/** Something planned about the hours of a centre; `body` by its kind. */
export type OpeningRow = {
  no: number;
  centre: number;
  place: number;
  from_day: string;
  to_day: string | null;
  why: string | null;
  by_account: number;
  at: Date;
  withdrawn_at: Date | null;
  withdrawn_by: number | null;
} & (
  | { kind: 'week'; body: Week }
  | { kind: 'days'; body: { spans: Span[] } }
  | { kind: 'early'; body: { at: string } }
);

export interface TicketRow {
  street: number;
  no: number;
  centre: number;
  organisation: number;
  place: number;
  day: string;
  letter: string;
  seq: number;
  state: TicketState;
  services: string[];
  left_over: string[];
  priority: Priority | null;
  appointed_at: Date | null;
  taken_at: Date;
  line_at: Date;
  for_window: number | null;
  window: number | null;
  calls: number;
  first_called: Date | null;
  called_at: Date | null;
  serving_at: Date | null;
  served_s: number;
  /** Seconds for which windows were kept before the last call. */
  kept_s: number;
  back_at: Date | null;
  ended_at: Date | null;
  account: number | null;
  /** Somebody was recognised during this visit; who, the registry knows for as long as it lasts. */
  identified: boolean;
  token_hash: string;
}
export type TicketPatch = Partial<Omit<TicketRow, 'street' | 'no' | 'token_hash'>>;

declare module '../kernel/tables.ts' {
  interface DB {
    'counters.centre': CentreRow;
    'counters.window': Omit<WindowRow, 'no' | 'retired_at'> & {
      no: Generated<number>;
      retired_at: Generated<Date | null>;
    };
    'counters.opening': Omit<OpeningRow, 'no'> & { no: Generated<number> };
    'counters.number': { centre: number; day: string; letter: string; last: number };
    'counters.ticket': Omit<TicketRow, 'no'> & { no: Generated<number> };
    'counters.reminder': {
      street: number;
      ticket: number;
      ahead: number | null;
      minutes: number | null;
    };
    'counters.served': {
      street: number;
      no: Generated<number>;
      centre: number;
      service: string;
      waited_s: number;
      took_s: number;
      kept_s: number | null;
      ended_at: Date;
    };
    'counters.usual_open': { centre: number; works: boolean; quarter: number; windows: number };
  }
}
