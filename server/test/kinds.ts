// SPDX-License-Identifier: Apache-2.0
import type { Database } from '../src/kernel/db.ts';
import type { Kind } from './tables.ts';

/** What a database breaks of the promises that its tables' kinds make, one line each. */
export async function brokenPromises(
  db: Database,
  kinds: Readonly<Record<string, Kind>>,
): Promise<string[]> {
  const present = await tablesOf(db);
  const unlisted = present.filter((name) => kinds[name] === undefined);
  const gone = Object.keys(kinds).filter((name) => !present.includes(name));
  return [
    ...unlisted.map((name) => `${name} is of no kind: list it in server/test/tables.ts`),
    ...gone.map((name) => `${name} is listed and does not exist`),
    ...(await brokenKeys(db, kinds)),
    ...(await brokenReferences(db, kinds)),
  ].sort();
}

async function tablesOf(db: Database): Promise<string[]> {
  const { rows } = await db.run(`
    select n.nspname || '.' || c.relname as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p')
      and n.nspname not in ('public', 'information_schema', 'pgboss', 'topology', 'tiger')
      and n.nspname !~ '^pg_'
    order by 1`);
  return rows.map((row) => String(row.name));
}

/** The primary key of a neighbourhood table begins with its street; every other unique key names it. */
async function brokenKeys(db: Database, kinds: Readonly<Record<string, Kind>>): Promise<string[]> {
  const { rows } = await db.run(`
    select n.nspname || '.' || t.relname as name, i.relname as index, x.indisprimary as main,
      array_to_string(array(
        select coalesce(a.attname, '') from unnest(x.indkey) with ordinality k (attnum, at)
        left join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attnum order by k.at
      ), ',') as columns
    from pg_class t join pg_namespace n on n.oid = t.relnamespace
    left join pg_index x on x.indrelid = t.oid and x.indisunique
    left join pg_class i on i.oid = x.indexrelid
    where t.relkind in ('r', 'p')`);
  const keys = rows.filter(({ name }) => kinds[String(name)] === 'neighbourhood');
  const keyed = keys.filter((key) => key.main === true && /^street(,|$)/.test(String(key.columns)));
  const keyless = new Set(keys.map(({ name }) => String(name)));
  for (const { name } of keyed) keyless.delete(String(name));
  const astray = keys.filter(
    (key) => key.main === false && !String(key.columns).split(',').includes('street'),
  );
  return [
    ...[...keyless].map((name) => `${name} has no primary key that begins with street`),
    ...astray.map(({ name, index }) => `${name} has a unique index without street: ${index}`),
  ];
}

async function brokenReferences(
  db: Database,
  kinds: Readonly<Record<string, Kind>>,
): Promise<string[]> {
  const { rows } = await db.run(`
    select fn.nspname || '.' || f.relname as from, tn.nspname || '.' || t.relname as to, exists (
        select from unnest(c.conkey, c.confkey) k (mine, theirs)
        join pg_attribute a on a.attrelid = f.oid and a.attnum = k.mine and a.attname = 'street'
        join pg_attribute b on b.attrelid = t.oid and b.attnum = k.theirs and b.attname = 'street'
      ) as within
    from pg_constraint c
    join pg_class f on f.oid = c.conrelid join pg_namespace fn on fn.oid = f.relnamespace
    join pg_class t on t.oid = c.confrelid join pg_namespace tn on tn.oid = t.relnamespace
    where c.contype = 'f'`);
  return rows.flatMap((row) => {
    const [from, to] = [String(row.from), String(row.to)];
    const [own, other] = [kinds[from], kinds[to]];
    if (own === undefined || other === undefined) return [];
    if (own !== other && other !== 'city') return [`${from} refers to ${to}, which is ${other}`];
    const leavesStreet = own === 'neighbourhood' && other === own && row.within !== true;
    return leavesStreet ? [`${from} refers to ${to} without its street`] : [];
  });
}
