// SPDX-License-Identifier: Apache-2.0
// A city is peopled at once: always with the same people, past row-level security only while it lasts.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openServer } from '@lilong/server/kernel/db';
import { writeMode } from '@lilong/server/kernel/install';
import { readKeys, writeRing } from '@lilong/server/kernel/keys';
import { isSyntheticId } from '@lilong/server/registry/generate/numbers';
import { digestOf, keyOf, openValue } from '@lilong/server/registry/sealed';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { aCity, type City } from '../../../server/test/city.ts';
import { createCity } from '../../../server/test/city-seed.ts';
import { dropDatabase } from '../../../server/test/postgres-databases.ts';
import { CITY, readCity } from './city.ts';
import { load, RealPeople } from './load.ts';
import { startMakers } from './makers.ts';

const now = new Date('2026-03-02T01:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'lilong-population-'));
const keys = join(folder, 'key');
const people = 4_000;
let city: City;
beforeAll(async () => {
  writeRing(keys, Buffer.alloc(32, 7).toString('base64'));
  city = await aCity();
});
afterAll(async () => {
  await city.close();
  rmSync(folder, { recursive: true });
});

test('every committee has its share of a city of any size, and the same people by the same seed', async () => {
  const read = () =>
    readCity(city.db, { people: 200_000, seed: 7, within: CITY }, { keys: readKeys(keys), now });
  const [one, again] = [await read(), await read()];
  expect(one.plans.reduce((sum, { size }) => sum + size, 0)).toBe(200_000);
  expect(one.plans.length).toBeGreaterThan(6_400);
  const some = one.plans.slice(100, 110);
  expect([...again.people(some)]).toEqual([...one.people(some)]);
  const homes = [...one.people(some)].flatMap((peopled) => peopled.homes);
  expect(homes.filter(({ address }) => address === null)).toEqual([]);
});

if (process.env.LILONG_TEST_DB === 'postgres')
  test('COPY leaves tables, keys, indexes and their security as they were, and never replaces real people', async () => {
    const admin = inject('postgresAdminUrl');
    const url = await createCity(admin);
    const owner = openServer({ url, connections: 2 });
    const rowsOf = async (text: string) => (await owner.run(text)).rows;
    const fill = async () => {
      const { batches, stop } = await startMakers(
        { url, keys, now, people, seed: 7, within: CITY },
        2,
      );
      const quiet = () => undefined;
      await load({ url, batches, onBatch: quiet, onStage: quiet }).finally(stop);
    };
    const schema = () =>
      rowsOf(`select pg_get_indexdef(indexrelid) as made from pg_index x join pg_class c on c.oid = x.indrelid
          where c.relnamespace = 'registry'::regnamespace
        union all select conrelid::regclass || conname || pg_get_constraintdef(oid) from pg_constraint
          where connamespace = 'registry'::regnamespace
        union all select relname || relforcerowsecurity from pg_class where relnamespace = 'registry'::regnamespace order by 1`);
    const look = `set lilong.ranges = '{[310000000000000,320000000000000)}'`;
    const found = `select (select count(*) from registry.presence where role = 'lives') as living,
      (select md5(string_agg(name || born_on || no, ',' order by no)) from registry.person) as who,
      (select count(*)::int from registry.institution) as institutions,
      (select md5(string_agg(name || credit_code || no, ',' order by no)) from registry.institution) as what`;
    await writeMode(owner.kysely, 'demo', now);
    const before = await schema();
    await fill();
    expect(await schema()).toEqual(before);
    const [first] = await rowsOf(`${look}; ${found}`);
    expect(first?.living).toBe(people);
    expect(first?.institutions).toBeGreaterThan(10_000);
    const [key] = await rowsOf(
      `${look}; select digest, sealed from registry.person_key where kind = 'id' limit 1`,
    );
    const deployment = readKeys(keys);
    const id = openValue(deployment, key?.sealed as Buffer);
    expect(isSyntheticId(id)).toBe(true);
    expect(keyOf(digestOf(deployment, 'id', id))).toBe(key?.digest);
    await fill();
    expect((await rowsOf(`${look}; ${found}`))[0]).toEqual(first);
    await rowsOf(`${look}; update registry.person set source = 'committee' where no = 1`);
    await expect(fill()).rejects.toThrow(RealPeople);
    expect(await schema()).toEqual(before);
    expect((await rowsOf(`${look}; ${found}`))[0]).toEqual(first);
    await owner.close();
    await dropDatabase(admin, url);
  });
