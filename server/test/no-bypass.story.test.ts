// SPDX-License-Identifier: Apache-2.0
// No role of the program passes row-level security: neither by what it is, nor by what it owns, nor by anything that a
// transaction can say.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrations } from '../src/kernel/migrate.ts';
import { aCity, type City } from './city.ts';
import { putPerson } from './registry-people.ts';

const lane = 310101002001000; // 云南中路居委会
/** What functions of the owner say of themselves, and what opens counts, doors and institutions; in the widest words. */
const everywhere = '{[0,999999999999999]}';
const flags: Readonly<Record<string, readonly string[]>> = {
  whole: ['backup', 'forget', 'rotation', 'near', 'merge', 'on', 'yes', 'true'],
  counts: [everywhere],
  doors: [everywhere],
  doors_kept: [everywhere],
  offices: [everywhere],
  affairs: [everywhere],
  figures: ['on'],
  offering: ['yes'],
};
/** By which somebody is said to be in reach. What rights there are is asked before they are said. */
const reach = [
  'ranges',
  'persons',
  'digests',
  'shown',
  'reader',
  'post',
  'moment',
  'suppliers',
  'matter',
];
/** Those of other modules, and what narrows: they open nobody of the registry. */
const beside = [
  'mandate',
  'office',
  'praised',
  'rater',
  'rating_holder',
  'rating_reader',
  'ratings',
  'upload',
];

let city: City;
beforeAll(async () => {
  city = await aCity();
  for (const hidden of [false, true])
    await putPerson(city, lane, { role: 'lives', until: null, protected: hidden });
});
afterAll(() => city.close());

test('no role of the program is a superuser, bypasses anything or owns a table of the registry', async () => {
  await city.db.kysely.transaction().execute(async (db) => {
    const { rows } = await sql`
      with recursive its (role) as (
        select oid from pg_roles where rolname = current_user
        union select m.roleid from pg_auth_members m join its on its.role = m.member)
      select bool_or(rolsuper) as super, bool_or(rolbypassrls) as bypasses,
        exists (select from pg_class c join its on its.role = c.relowner where c.relnamespace = 'registry'::regnamespace) as owns
      from pg_roles join its on its.role = oid`.execute(db);
    expect(rows).toEqual([{ super: false, bypasses: false, owns: false }]);
  });
});

test('row-level security is on and forced for every table that is about somebody', async () => {
  const rows = await city.asOwner(`
    select c.relname as name from pg_class c
    where c.relnamespace = 'registry'::regnamespace and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and a.attname in ('person', 'sealed', 'digest', 'household'))
    order by 1`);
  expect(rows.map(({ name }) => name)).toEqual(['batch']); // its digest is that of a file
});

test('whatever a transaction says but whom and where, it sees nobody', async () => {
  for (const word of flags.whole ?? [])
    await city.db.kysely.transaction().execute(async (db) => {
      const said = { ...flags, whole: [word] };
      for (const [name, words] of Object.entries(said))
        await sql`select set_config(${`lilong.${name}`}, ${words[0] ?? ''}, true)`.execute(db);
      for (const table of [
        'person',
        'person_key',
        'presence',
        'household',
        'label',
        'access',
        'fact',
      ]) {
        const { rows } = await sql<{ seen: number }>`
          select count(*)::int as seen from ${sql.table(`registry.${table}`)}`.execute(db);
        expect([word, table, rows]).toEqual([word, table, [{ seen: 0 }]]);
      }
    });
});

test('nothing else can be said that a policy or a function would hear', () => {
  const heard = migrations().flatMap(({ text }) =>
    [...text.matchAll(/current_setting\('lilong\.([a-z_]+)'/g)].map(([, name]) => name),
  );
  expect([...new Set(heard)].sort()).toEqual([...Object.keys(flags), ...reach, ...beside].sort());
});
