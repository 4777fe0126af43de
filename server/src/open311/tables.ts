// SPDX-License-Identifier: Apache-2.0
import type { Generated } from 'kysely';

declare module '../kernel/tables.ts' {
  interface DB {
    'open311.api_key': {
      no: Generated<number>;
      name: string;
      contact_sealed: string | null;
      key_hash: string;
      may_read: boolean;
      may_report: boolean;
      created_at: Date;
      ended_at: Date | null;
    };
    'open311.request': { street: number; no: number; key: number; service: string };
  }
}
