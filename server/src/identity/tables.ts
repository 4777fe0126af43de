// SPDX-License-Identifier: Apache-2.0
import type { Language, Role } from '@lilong/contracts/identity';
import type { Generated } from 'kysely';

export type PostStatus = 'proposed' | 'approved' | 'refused' | 'ended';

declare module '../kernel/tables.ts' {
  interface DB {
    'identity.account': {
      no: Generated<number>;
      kind: 'staff' | 'resident';
      login: string | null;
      name: string;
      password_hash: string | null;
      phone_sealed: string | null;
      phone_digest: string | null;
      level: Generated<number>;
      language: Generated<Language>;
      committee: number | null;
      failed: Generated<number>;
      locked_until: Date | null;
      must_change: Generated<boolean>;
      invented: Generated<boolean>;
      made_at: Date;
      ended_at: Date | null;
    };
    'identity.post': {
      no: Generated<number>;
      account: number;
      organisation: number;
      role: Role;
      places: number[];
      status: PostStatus;
      valid_from: Date;
      valid_to: Date | null;
      lent_from: number | null;
      proposed_by: number | null;
      decided_by: number | null;
      reason: string | null;
      made_at: Date;
    };
    'identity.session': {
      token_hash: string;
      account: number;
      post: number | null;
      csrf: string;
      made_at: Date;
      ends_at: Date;
    };
    'identity.code': {
      phone_digest: string;
      code_hash: string;
      sent_at: Date;
      ends_at: Date;
      tries: Generated<number>;
      address: string;
      used: Generated<boolean>;
    };
    'identity.message': {
      no: Generated<number>;
      sealed: string;
      made_at: Date;
      ends_at: Date;
    };
  }
}
