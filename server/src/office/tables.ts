// SPDX-License-Identifier: Apache-2.0
import type { Generated } from 'kysely';

declare module '../kernel/tables.ts' {
  interface DB {
    'office.feedback': {
      no: Generated<number>;
      about: 'complaint' | 'suggestion' | 'accessibility';
      words: string;
      contact_sealed: string | null;
      account: number | null;
      at: Date;
    };
  }
}
