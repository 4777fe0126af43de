// SPDX-License-Identifier: Apache-2.0
import type { SettleWork } from '@lilong/contracts/settlement';
import type { Generated } from 'kysely';

export interface LineRow {
  no: number;
  month: string;
  doer: number;
  on_behalf: number;
  count: number;
  units: number;
  fen: number;
  of_line: number | null;
  what: SettleWork;
}
export interface ObjectionRow {
  no: number;
  line: number;
  organisation: number;
  answerer: number;
  account: number;
  at: Date;
  answered_at: Date | null;
  answered_by: number | null;
  taken_off: number | null;
  month: string | null;
  reason: string;
  answer: string | null;
}
export interface MonthRow {
  month: string;
  closed_at: Date;
  account: number;
  lines: number;
  units: number;
  fen: number;
}

declare module '../kernel/tables.ts' {
  interface DB {
    'settlement.line': Omit<LineRow, 'no'> & { no: Generated<number> };
    'settlement.objection': Omit<ObjectionRow, 'no'> & { no: Generated<number> };
    'settlement.month': MonthRow;
  }
}
