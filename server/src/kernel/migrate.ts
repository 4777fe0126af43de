// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { type Database, programRole } from './db.ts';
import { Trouble } from './voice.ts';

const folder = new URL('../../db/migrations/', import.meta.url);
/** Schemas whose rows are only ever added; even the program cannot change them. */
const appendOnly = [
  'kernel.audit',
  'audit.seal',
  'audit.block',
  'cases.flow',
  'registry.access',
  'registry.deletion',
  'registry.delay_approval',
];

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
 * @throws {Trouble} when a migration that already ran has been edited since, or is newer than this program
 */
export async function migrate(db: Database): Promise<string[]> {
  await db.run(
    'create table if not exists public.lilong_migration (name text primary key, digest text not null, at timestamptz not null default now())',
  );
  const { rows } = await db.run('select name, digest from public.lilong_migration');
  const ran = new Map(rows.map((row) => [String(row.name), String(row.digest)]));
  const all = migrations();
  refuseForeign(ran, all);
  const waiting = all.filter(({ name }) => !ran.has(name));
  // Several statements sent at once are one transaction: no migration is there without its rights.
  for (const { name, text, digest } of waiting)
    await db.run(
      `${text}\n;${grants}\n;insert into public.lilong_migration (name, digest) values ('${name}', '${digest}');`,
    );
  return waiting.map(({ name }) => name);
}

/** @throws {Trouble} when what ran is not what this program knows */
export function refuseForeign(
  ran: ReadonlyMap<string, string>,
  known: readonly { readonly name: string; readonly digest: string }[] = migrations(),
): void {
  const digests = new Map(known.map(({ name, digest }) => [name, digest]));
  const newer = [...ran.keys()].filter((name) => !digests.has(name));
  if (newer.length > 0) throw new Trouble('doctor.migrations-unknown', named(newer));
  const changed = [...ran.keys()].filter((name) => ran.get(name) !== digests.get(name));
  if (changed.length > 0) throw new Trouble('doctor.migrations-changed', named(changed));
}
const named = (names: readonly string[]) => ({ count: names.length, names: names.join(', ') });

/** Gives the program role what it needs: everything but changing what is append-only. */
const grants = `
do $$ begin
  -- An owner that may not make roles finds the role made already, so it is looked for first.
  if not exists (select from pg_roles where rolname = '${programRole}') then create role ${programRole} nologin; end if;
exception when duplicate_object or unique_violation then null; end $$;
do $$ declare one text; begin
  for one in select nspname from pg_namespace
    where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'public', 'topology') loop
    execute format('grant usage on schema %I to ${programRole}', one);
    execute format('grant select, insert, update, delete on all tables in schema %I to ${programRole}', one);
    execute format('grant usage on all sequences in schema %I to ${programRole}', one);
    execute format('grant execute on all functions in schema %I to ${programRole}', one);
  end loop;
  foreach one in array array['${appendOnly.join("', '")}'] loop
    if to_regclass(one) is not null then
      execute format('revoke update, delete, truncate on %s from ${programRole}', to_regclass(one));
    end if;
  end loop;
end $$;
grant usage on schema public to ${programRole};
grant select on all tables in schema public to ${programRole}`;
