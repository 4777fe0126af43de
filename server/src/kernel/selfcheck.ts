// SPDX-License-Identifier: Apache-2.0
// What the database says about itself. Reads only; `lilong doctor` puts it into words.
import { sql } from 'kysely';
import { type Database, type Db, programRole } from './db.ts';
import { deadQueue } from './events.ts';
import { migrations } from './migrate.ts';

export interface DatabaseFacts {
  /** 15.13 → 15. */
  readonly major: number;
  readonly version: string;
  readonly encoding: string;
  /** Undefined when the extension is not installed in this database. */
  readonly postgis: string | undefined;
  readonly hasCollationC: boolean;
  readonly time: Date;
}
export async function databaseFacts(db: Database): Promise<DatabaseFacts> {
  const { rows } = await db.run(`
    select current_setting('server_version_num')::int / 10000 as major, current_setting('server_version') as version,
      current_setting('server_encoding') as encoding, clock_timestamp() as time,
      (select extversion from pg_extension where extname = 'postgis') as postgis,
      exists (select from pg_collation where collname = 'C') as c`);
  const row = rows[0] ?? {};
  return {
    major: Number(row.major),
    version: String(row.version),
    encoding: String(row.encoding),
    postgis: row.postgis === null ? undefined : String(row.postgis),
    hasCollationC: row.c === true,
    time: row.time as Date,
  };
}

/** What the role signed in as may do beyond what the program needs, and what it lacks. */
export interface RoleFacts {
  readonly name: string;
  readonly superuser: boolean;
  /** Owns a table or schema of ours, so that no grant binds it. */
  readonly owner: boolean;
  /** Could change what is append-only. */
  readonly mayRewrite: boolean;
  /** Has what the program needs; in an empty database nobody needs anything. */
  readonly mayWork: boolean;
}
export async function roleFacts(db: Database): Promise<RoleFacts> {
  // By number, not by name: a name in a schema that the role may not use is an error.
  const { rows } = await db.run(`
    with known as (
      select n.nspname || '.' || c.relname as name, c.oid, n.oid as schema from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname || '.' || c.relname in ('public.lilong_migration', 'kernel.event', 'kernel.audit'))
    select r.rolname as name, r.rolsuper as superuser,
      exists (select from pg_namespace where nspname in ('kernel', 'identity', 'cases', 'audit')
        and pg_has_role(nspowner, 'usage')) as owner,
      coalesce((select has_table_privilege(oid, 'update, delete') and has_schema_privilege(schema, 'usage')
        from known where name = 'kernel.audit'), false) as "mayRewrite",
      not exists (select from known where not has_schema_privilege(schema, 'usage')
        or not has_table_privilege(oid, case name when 'public.lilong_migration' then 'select' else 'insert' end)) as "mayWork"
    from pg_roles r where r.rolname = current_user`);
  const row = rows[0] ?? {};
  return {
    name: String(row.name),
    superuser: row.superuser === true,
    owner: row.owner === true && row.superuser !== true,
    mayRewrite: row.mayRewrite === true,
    mayWork: row.mayWork === true,
  };
}

export interface MigrationFacts {
  /** Not run yet, in their order. */
  readonly waiting: readonly string[];
  /** Edited since they ran. */
  readonly changed: readonly string[];
  /** Ran here and not known to this program: the database is of a newer one. */
  readonly unknown: readonly string[];
}
export async function migrationFacts(db: Database): Promise<MigrationFacts> {
  const ran = await migrationsRun(db);
  const known = migrations();
  const names = known.map(({ name }) => name);
  return {
    waiting: names.filter((name) => !ran.has(name)),
    changed: known
      .filter(({ name, digest }) => ran.has(name) && ran.get(name) !== digest)
      .map(({ name }) => name),
    unknown: [...ran.keys()].filter((name) => !names.includes(name)),
  };
}

/** Name and digest of what ran; nothing in an empty database. */
export async function migrationsRun(db: Database): Promise<ReadonlyMap<string, string>> {
  const { rows: found } = await db.run(
    "select to_regclass('public.lilong_migration') is not null as there",
  );
  if (found[0]?.there !== true) return new Map();
  const { rows } = await db.run('select name, digest from public.lilong_migration order by name');
  return new Map(rows.map((row) => [String(row.name), String(row.digest)]));
}

/** Whether there is anything of ours in the database. */
export async function isEmpty(db: Database): Promise<boolean> {
  const { rows } = await db.run("select to_regnamespace('kernel') is null as empty");
  return rows[0]?.empty === true;
}

/** `demo` or `real`; undefined before the first start. */
export async function modeOf(db: Database): Promise<string | undefined> {
  const { rows } = await db.run('select mode from kernel.install');
  return rows[0] === undefined ? undefined : String(rows[0].mode);
}

/** Administrator roles for which nobody has an approved post. */
export async function vacantOffices(db: Database, now: Date): Promise<string[]> {
  const { rows } = await db.run(
    `select role from unnest(array['system_admin', 'safety_admin', 'auditor']) role
     where not exists (select from identity.post p where p.role = role.role and p.status = 'approved'
       and p.valid_from <= $1 and (p.valid_to is null or p.valid_to > $1))`,
    [now],
  );
  return rows.map((row) => String(row.role));
}

/** Deliveries that were tried for the last time and failed. */
export async function countDead(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from pgboss.job where name = ${deadQueue} and state = 'created'`.execute(
    db,
  );
  return Number(rows[0]?.count ?? 0);
}

/** Makes the program role where it is missing, before a backup that grants it things is read in. */
export async function makeProgramRole(db: Database): Promise<void> {
  const { rows } = await db.run('select from pg_roles where rolname = $1', [programRole]);
  if (rows.length === 0) await db.run(`create role ${programRole} nologin`);
}
