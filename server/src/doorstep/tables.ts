// SPDX-License-Identifier: Apache-2.0
import type { Generated } from 'kysely';

export interface CollectionRow {
  street: number;
  no: number;
  person: number;
  name: string;
  account: number | null;
  item: string;
  item_name: string;
  item_name_en: string | null;
  place: number;
  organisation: number;
  worker: number;
  worker_name: string;
  centre: number;
  agreed: 'told' | 'code';
  collected_at: Date;
  checked_at: Date | null;
  checked_by: number | null;
  differs: boolean;
  words: string | null;
}

declare module '../kernel/tables.ts' {
  interface DB {
    'doorstep.collection': Omit<CollectionRow, 'no' | 'differs'> & {
      no: Generated<number>;
      differs: Generated<boolean>;
    };
  }
}
