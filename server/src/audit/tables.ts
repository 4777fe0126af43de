// SPDX-License-Identifier: Apache-2.0
declare module '../kernel/tables.ts' {
  interface DB {
    'audit.block': {
      no: number;
      prev: string;
      hash: string;
      rows: number;
      first_row: number;
      last_row: number;
      at: Date;
      key_id: string;
      signature: string;
    };
    'audit.seal': { row: number; block: number; mark: string };
  }
}

export {};
