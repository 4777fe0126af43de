// SPDX-License-Identifier: Apache-2.0
import type { AuditAct, RefusedAct } from '@lilong/contracts/audit-acts';
import type { RowKey } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import {
  type AliasableExpression,
  type Expression,
  type SqlBool,
  sql,
  type Transaction,
} from 'kysely';
import type { Config } from '../config.ts';
import type { Actor } from './actor.ts';
import type { Catalogue } from './catalogue.ts';
import type { Aloud } from './channels.ts';
import type { Keys } from './keys.ts';
import type { Policy } from './policy.ts';
import type { DB } from './tables.ts';

/** A fact that others may hear of, once the transaction commits. */
export interface Emitted {
  readonly name: string;
  readonly street: number;
  readonly subject: string;
  readonly place: number | null;
  /** Keys and codes, never personal values. */
  readonly facts: Record<string, unknown>;
  readonly audience: Audience;
  /** Whoever did it wished not to be named. */
  readonly unnamed?: boolean;
}
/** Whose screens look again: holders of posts at `place`, these organisations, these accounts; and what a whole hall hears. */
export interface Audience {
  readonly organisations?: readonly number[];
  readonly accounts?: readonly number[];
  readonly aloud?: Aloud;
}
/** One line for the audit. `facts` reach it only as a keyed digest. */
export interface Noted {
  readonly act: AuditAct | RefusedAct;
  readonly subject?: string | undefined;
  readonly place?: number | undefined;
  readonly purpose?: string | undefined;
  readonly facts?: unknown;
}

/** What every unit of work shares within one program. */
export interface Tools {
  readonly keys: Keys;
  readonly catalogue: Catalogue;
  readonly config: Config;
  /** True in the demonstration. */
  readonly demo: boolean;
}

/** What one unit of work may touch: one transaction, one actor, one moment. */
export interface Ctx extends Tools {
  readonly db: Transaction<DB>;
  readonly actor: Actor;
  /** The moment of the request. Domain code never reads the system clock. */
  readonly now: Date;
  readonly requestId: string;
  /** Gate: refuses with `auth.denied` unless the actor, in the post acted as, may do `action` to the row. */
  require<A extends string>(
    policy: Policy<A>,
    action: NoInfer<A>,
    key: RowKey | { no: number },
  ): Promise<void>;
  /** Gate for what needs no row: refuses unless a rule decides for the actor alone. */
  requireEver<A extends string>(policy: Policy<A>, action: NoInfer<A>): void;
  /** Filter: true for the rows of `alias` that the actor may do `action` to. */
  may<A extends string>(policy: Policy<A>, action: NoInfer<A>, alias: string): Expression<SqlBool>;
  /** Buttons: `{ close: true, … }` for each row of `alias`. */
  can<A extends string>(
    policy: Policy<A>,
    actions: readonly NoInfer<A>[],
    alias: string,
  ): AliasableExpression<Record<string, boolean>>;
  /** Says that permission was settled another way, and how. */
  settled(how: string): void;
  emit(fact: Emitted): void;
  note(line: Noted): void;
  /** Run once the transaction has committed; for what lives in this process only. */
  after(run: () => void): void;
  /** What was written stays written, even when the request is refused: failed sign-ins are counted. */
  keepThoughRefused(): void;
}

/** A ctx, and what it gathered to be written before the commit. */
export interface Gathered {
  readonly ctx: Ctx;
  readonly emitted: Emitted[];
  readonly noted: Noted[];
  readonly afterwards: (() => void)[];
  asked(): boolean;
  keptThoughRefused(): boolean;
}

export function makeCtx(
  tools: Tools,
  db: Transaction<DB>,
  actor: Actor,
  now: Date,
  requestId: string,
): Gathered {
  const emitted: Emitted[] = [];
  const noted: Noted[] = [];
  const afterwards: (() => void)[] = [];
  let asked = false;
  let kept = false;
  const ctx: Ctx = {
    keys: tools.keys,
    catalogue: tools.catalogue,
    config: tools.config,
    demo: tools.demo,
    db,
    actor,
    now,
    requestId,
    require: async (policy, action, key) => {
      asked = true;
      if (!(await allowed(ctx, policy, action, key))) throw new Refusal('auth.denied', { action });
    },
    requireEver: (policy, action) => {
      asked = true;
      if (!policy.mayEver(action, actor)) throw new Refusal('auth.denied', { action });
    },
    may: (policy, action, alias) => {
      asked = true;
      return policy.allows(action, actor, alias, now);
    },
    can: (policy, actions, alias) => {
      asked = true;
      return buttons(ctx, policy, actions, alias);
    },
    settled: () => {
      asked = true;
    },
    emit: (fact) => emitted.push(fact),
    note: (line) => noted.push(line),
    after: (run) => afterwards.push(run),
    keepThoughRefused: () => {
      kept = true;
    },
  };
  return {
    ctx,
    emitted,
    noted,
    afterwards,
    asked: () => asked,
    keptThoughRefused: () => kept,
  };
}

type Asking = Pick<Ctx, 'db' | 'actor' | 'now'>;

async function allowed<A extends string>(
  { db, actor, now }: Asking,
  policy: Policy<A>,
  action: A,
  key: RowKey | { no: number },
): Promise<boolean> {
  if (!policy.mayEver(action, actor)) return false;
  const street = 'street' in key ? sql`r.street = ${key.street}::int and ` : sql``;
  const { rows } = await sql<{ yes: boolean }>`
    select ${policy.allows(action, actor, 'r', now)} as yes
    from ${sql.table(policy.table)} as r where ${street} r.no = ${key.no}::bigint`.execute(db);
  return rows[0]?.yes === true;
}

function buttons<A extends string>(
  { actor, now }: Asking,
  policy: Policy<A>,
  actions: readonly A[],
  alias: string,
): AliasableExpression<Record<string, boolean>> {
  const pairs = actions
    .filter((action) => policy.mayEver(action, actor))
    .flatMap((action) => [sql.lit(action), policy.allows(action, actor, alias, now)]);
  if (pairs.length === 0) return sql<Record<string, boolean>>`'{}'::jsonb`;
  return sql<Record<string, boolean>>`jsonb_build_object(${sql.join(pairs)})`;
}
