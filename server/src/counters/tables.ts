// SPDX-License-Identifier: Apache-2.0
import type { Priority } from '@lilong/contracts/counters';
import type { TicketState } from '@lilong/contracts/ticket-flow';
import type { Generated } from 'kysely';
import type { Hours } from './hours.ts';

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
}

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
  back_at: Date | null;
  ended_at: Date | null;
  account: number | null;
  token_hash: string;
}
export type TicketPatch = Partial<Omit<TicketRow, 'street' | 'no' | 'token_hash'>>;

declare module '../kernel/tables.ts' {
  interface DB {
    'counters.centre': CentreRow;
    'counters.window': WindowRow;
    'counters.number': { centre: number; day: string; letter: string; last: number };
    'counters.ticket': Omit<TicketRow, 'no'> & { no: Generated<number> };
    'counters.served': {
      street: number;
      no: Generated<number>;
      centre: number;
      service: string;
      waited_s: number;
      took_s: number;
      ended_at: Date;
    };
  }
}
