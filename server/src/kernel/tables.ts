// SPDX-License-Identifier: Apache-2.0
import type { Generated } from 'kysely';

/** All tables. The kernel's own stand here; each module adds its own (`declare module`). */
export interface DB {
  'kernel.install': {
    one: Generated<boolean>;
    mode: 'demo' | 'real';
    made_at: Date;
    key_id: string | null;
  };
  'kernel.event': {
    street: number;
    no: Generated<number>;
    name: string;
    subject: string;
    place: number | null;
    facts: Json;
    audience: Json;
    by_account: number | null;
    by_post: number | null;
    at: Date;
    relayed_at: Date | null;
  };
  'kernel.audit': {
    no: Generated<number>;
    at: Date;
    request: string;
    account: number | null;
    post: number | null;
    act: string;
    subject: string | null;
    place: number | null;
    outcome: string;
    purpose: string | null;
    digest: string;
  };
  'kernel.idempotency': {
    owner: string;
    key: string;
    route: string;
    digest: string;
    status: number;
    reply: string;
    at: Date;
  };
  'kernel.file': {
    no: Generated<number>;
    account: number | null;
    digest: string;
    kind: 'photo' | 'voice';
    blob: string;
    thumb: string | null;
    mime: string;
    size_bytes: number;
    subject: string | null;
    at: Date;
  };
  'kernel.catalogue': {
    no: Generated<number>;
    kind: string;
    key: string;
    name: string;
    name_en: string | null;
    body: Json;
    effective_from: string;
    effective_to: string | null;
    source: string;
    status: 'draft' | 'approved' | 'retired';
    author: number | null;
    approver: number | null;
    at: Date;
  };
}
/** jsonb: written as `json(value)`, read as the value. */
export type Json = Record<string, unknown>;
