// SPDX-License-Identifier: Apache-2.0
// Tables that are filled at once: without indexes and keys meanwhile, which are made again afterwards.
import type { Client } from 'pg';

/** What was taken off, as statements that put it on again, in their order. */
export interface Bare {
  readonly keys: readonly string[];
  readonly indexes: readonly string[];
  readonly references: readonly string[];
}

/** Takes indexes, keys and references off the tables of a schema; checks and defaults stay. */
export async function makeBare(client: Client, schema: string): Promise<Bare> {
  const { rows: constraints } = await client.query<{
    on: string;
    name: string;
    kind: string;
    made: string;
  }>(
    `select conrelid::regclass::text as on, quote_ident(conname) as name, contype as kind, pg_get_constraintdef(k.oid)
       || coalesce(' with (' || array_to_string(x.reloptions, ', ') || ')', '') as made
     from pg_constraint k left join pg_class x on x.oid = k.conindid and k.contype in ('p', 'u')
     where connamespace = $1::regnamespace and contype in ('p', 'u', 'f') order by contype, k.oid`,
    [schema],
  );
  const { rows: indexes } = await client.query<{ name: string; made: string }>(
    `select x.indexrelid::regclass::text as name, pg_get_indexdef(x.indexrelid) as made from pg_index x
     join pg_class c on c.oid = x.indrelid where c.relnamespace = $1::regnamespace
       and not exists (select from pg_constraint k where k.conindid = x.indexrelid and k.contype in ('p', 'u')) order by 1`,
    [schema],
  );
  const references = constraints.filter(({ kind }) => kind === 'f');
  const keys = constraints.filter(({ kind }) => kind !== 'f');
  for (const { on, name } of [...references, ...keys])
    await client.query(`alter table ${on} drop constraint ${name}`);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  const again = ({ on, name, made }: (typeof constraints)[number]) =>
    `alter table ${on} add constraint ${name} ${made}`;
  return {
    keys: keys.map(again),
    indexes: indexes.map(({ made }) => made),
    references: references.map(again),
  };
}
