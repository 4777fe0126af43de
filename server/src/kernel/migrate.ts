// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { type Database, programRole } from './db.ts';

const folder = new URL('../../db/migrations/', import.meta.url);
/** Schemas whose rows are only ever added; even the program cannot change them. */
const appendOnly = ['kernel.audit', 'audit.seal', 'audit.block', 'cases.flow'];

/** The migrations in their order. */
export function migrations(): { name: string; text: string; digest: string }[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}_.*\.sql$/.test(name))
    .sort()
    .map((name) => {
      const text = readFileSync(new URL(name, folder), 'utf8');
      return { name, text, digest: createHash('sha256').update(text).digest('hex') };
    });
}

/**
 * Brings the database up to date; forward only. Run as the owner.
 *
 * @throws when a migration that already ran has been edited since
 */
export async function migrate(db: Database): Promise<string[]> {
  await db.run(
    'create table if not exists public.lilong_migration (name text primary key, digest text not null, at timestamptz not null default now())',
  );
  const { rows } = await db.run('select name, digest from public.lilong_migration');
  const ran = new Map(rows.map((row) => [String(row.name), String(row.digest)]));
  const done: string[] = [];
  for (const { name, text, digest } of migrations()) {
    const before = ran.get(name);
    if (before === digest) continue;
    if (before !== undefined) throw new Error(`migration ${name} was changed after it ran`);
    // Several statements sent at once are one transaction.
    await db.run(
      `${text}\n;insert into public.lilong_migration (name, digest) values ('${name}', '${digest}');`,
    );
    done.push(name);
  }
  if (done.length > 0) await grantProgram(db);
  return done;
}

/** Gives the program role what it needs: everything but changing what is append-only. */
async function grantProgram(db: Database): Promise<void> {
  const { rows } = await db.run(
    "select nspname from pg_namespace where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'public', 'topology')",
  );
  const schemas = rows.map((row) => String(row.nspname)).join(', ');
  // An owner that may not make roles finds the role made already, so it is looked for first.
  await db.run(
    `do $$ begin
       if not exists (select from pg_roles where rolname = '${programRole}') then create role ${programRole} nologin; end if;
     exception when duplicate_object or unique_violation then null; end $$`,
  );
  await db.run(`
    grant usage on schema ${schemas}, public to ${programRole};
    grant select, insert, update, delete on all tables in schema ${schemas} to ${programRole};
    grant usage on all sequences in schema ${schemas} to ${programRole};
    grant execute on all functions in schema ${schemas} to ${programRole};
    grant select on all tables in schema public to ${programRole};`);
  for (const table of appendOnly)
    await db.run(
      `do $$ begin if to_regclass('${table}') is not null then revoke update, delete, truncate on ${table} from ${programRole}; end if; end $$`,
    );
}
