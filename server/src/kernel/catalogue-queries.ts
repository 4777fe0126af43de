// SPDX-License-Identifier: Apache-2.0
// The catalogue as administrators see and change it. What the program reads every day is catalogue.ts.
import { type Expression, type SqlBool, sql } from 'kysely';
import type { Entry, Kind } from './catalogue.ts';
import type { Db } from './db.ts';
import { json } from './db.ts';

/** A row with its standing. */
export interface CatalogueEntry extends Entry {
  readonly kind: Kind;
  readonly status: 'draft' | 'approved' | 'retired';
  readonly author: number | null;
  readonly authorName: string | null;
  readonly approverName: string | null;
}
export interface Draft {
  readonly kind: Kind;
  readonly key: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly body: Record<string, unknown>;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly source: string;
}

const columns = sql`r.no, r.kind, r.key, r.name, r.name_en as "nameEn", r.body, r.effective_from as "effectiveFrom",
  r.effective_to as "effectiveTo", r.source, r.status, r.author, a.name as "authorName", b.name as "approverName"`;
const joins = sql`kernel.catalogue r left join identity.account a on a.no = r.author
  left join identity.account b on b.no = r.approver`;

export interface Wanted {
  readonly kind: Kind;
  readonly key?: string | undefined;
  /** Part of the name or of the key. */
  readonly q?: string | undefined;
  /** Only what is or was in force, for those who decide nothing. */
  readonly only?: 'approved';
  /** Which drafts, and what was, are shown besides what is or was in force, about the row `r`; all without it. */
  readonly besides?: Expression<SqlBool>;
}

/** Rows of one kind: by key, newest first. */
export async function selectCatalogue(
  db: Db,
  { kind, key, q, only, besides = sql<SqlBool>`true` }: Wanted,
  limit: number,
): Promise<CatalogueEntry[]> {
  const pattern = q === undefined ? null : `%${q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const { rows } = await sql<CatalogueEntry>`
    select ${columns} from ${joins}
    where r.kind = ${kind} and (${key ?? null}::text is null or r.key = ${key ?? null})
      and (${pattern}::text is null or r.name like ${pattern} or r.key like ${pattern})
      and (${only ?? null}::text is null or r.status = ${only ?? null}) and (r.status = 'approved' or ${besides})
    order by r.key, r.effective_from desc, r.no desc limit ${limit}::int`.execute(db);
  return rows;
}

/** How many drafts of each kind wait for somebody to approve them. */
export async function countDrafts(db: Db): Promise<{ kind: Kind; drafts: number }[]> {
  const { rows } = await sql<{ kind: Kind; drafts: number }>`
    select kind, count(*) as drafts from kernel.catalogue where status = 'draft' group by kind order by kind`.execute(
    db,
  );
  return rows;
}

export async function selectCatalogueRow(db: Db, no: number): Promise<CatalogueEntry | undefined> {
  const { rows } = await sql<CatalogueEntry>`
    select ${columns} from ${joins} where r.no = ${no}::bigint`.execute(db);
  return rows[0];
}

/** The approved rows of one key, oldest first. */
export async function selectApproved(db: Db, kind: Kind, key: string): Promise<CatalogueEntry[]> {
  const { rows } = await sql<CatalogueEntry>`
    select ${columns} from ${joins}
    where r.kind = ${kind} and r.key = ${key} and r.status = 'approved' order by r.effective_from`.execute(
    db,
  );
  return rows;
}

/** One who decides at a time: two approvals must not end each other's rows. */
export async function lockCatalogue(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(771003)`.execute(db);
}

export async function insertDraft(db: Db, draft: Draft, author: number, at: Date): Promise<number> {
  const { kind, key, name, nameEn, body, effectiveFrom, effectiveTo, source } = draft;
  const row = await db
    .insertInto('kernel.catalogue')
    .values({
      ...{ kind, key, name, name_en: nameEn, body: json(body), effective_from: effectiveFrom },
      ...{ effective_to: effectiveTo, source, status: 'draft', author, approver: null, at },
    })
    .returning('no')
    .executeTakeFirstOrThrow();
  return row.no;
}

/** The draft is in force from its day to `to`, its own last day or the one before a later row that waits. */
export async function approveDraft(
  db: Db,
  no: number,
  approver: number,
  to: string | null,
): Promise<void> {
  await db
    .updateTable('kernel.catalogue')
    .set({ status: 'approved', approver, effective_to: to })
    .where('no', '=', no)
    .execute();
}

export async function refuseDraft(db: Db, no: number, approver: number): Promise<void> {
  await db
    .updateTable('kernel.catalogue')
    .set({ status: 'retired', approver })
    .where('no', '=', no)
    .execute();
}

/** A row in force ends on `day`, which still counts. */
export async function endRow(db: Db, no: number, day: string): Promise<void> {
  await db
    .updateTable('kernel.catalogue')
    .set({ effective_to: day })
    .where('no', '=', no)
    .execute();
}

/** A row that another one replaces whole, as if it had never been. */
export async function retireRow(db: Db, no: number): Promise<void> {
  await db
    .updateTable('kernel.catalogue')
    .set({ status: 'retired' })
    .where('no', '=', no)
    .execute();
}
