// SPDX-License-Identifier: Apache-2.0
/** The month that is read; none: the one that runs. */
export interface SettlementSearch {
  readonly month?: string;
}

export const readSettlement = ({ month }: Record<string, unknown>): SettlementSearch =>
  typeof month === 'string' && /^\d{4}-(0[1-9]|1[0-2])-01$/.test(month) ? { month } : {};
