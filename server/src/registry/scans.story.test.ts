// SPDX-License-Identifier: Apache-2.0
// No search and no card reads a table of the registry from end to end: beneath row-level security too an index answers.
import { placeRange } from '@lilong/contracts/place-no';
import type { CrowdConditions as AskedCrowd } from '@lilong/contracts/registry-crowds';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City } from '../../test/city.ts';
import { type Put, putPerson } from '../../test/registry-people.ts';
import { type ActingPost, type Actor, systemActor } from '../kernel/actor.ts';
import { type Ctx, makeCtx } from '../kernel/ctx.ts';
import { showHome, showHousehold, showPerson } from './cards.ts';
import { countIn, listPeople, mapPeople } from './crowds/ask.ts';
import { selectCounts } from './crowds/queries.ts';
import { find } from './find.ts';
import { lookUp } from './look-up.ts';
import { lookOver } from './reach.ts';
import { reveal } from './reveal.ts';

const lane = 310101002001000; // 云南中路居委会
let city: City;
let put: Put;
let actor: Actor;
beforeAll(async () => {
  city = await aCity();
  put = await putPerson(city, lane, { role: 'lives', until: null, protected: false });
  const wu = await city.person('吴干部', { as: 'committee_worker', at: lane });
  const { no: organisation } = await city.organisation('云南中路居委会');
  const post: ActingPost = {
    ...{ no: wu.post ?? 0, role: 'committee_worker' as const, organisation },
    ...{ places: [lane], ranges: [placeRange(lane)] },
  };
  actor = { ...systemActor, kind: 'staff', account: wu.account, post };
});
afterAll(() => city.close());

/** Tables of the registry that `read` went through from end to end, though an index costs less than that. */
async function scanned(read: (ctx: Ctx) => Promise<unknown>): Promise<string[]> {
  return city.db.kysely.transaction().execute(async (db) => {
    await sql`set local enable_seqscan = off`.execute(db);
    const { ctx } = makeCtx(city.host, db, actor, city.clock(), 'scans');
    const before = await scans(ctx);
    await read(ctx);
    const after = await scans(ctx);
    return [...after]
      .filter(([name, count]) => count > (before.get(name) ?? 0))
      .map(([name]) => name);
  });
}

async function scans({ db }: Ctx): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ name: string; count: number }>`
    select relname as name, seq_scan as count from pg_stat_xact_user_tables where schemaname = 'registry'`.execute(
    db,
  );
  return new Map(rows.map(({ name, count }) => [name, count]));
}

const crowd = {
  ...{ role: 'lives', ageFrom: 18, alone: true, childUnder: 6, sizeTo: 3, floorFrom: 1 },
  ...{ labels: ['needs_care'], without: ['low_income'], standings: ['together'] },
} as const satisfies AskedCrowd;
const ways: Record<string, (ctx: Ctx) => Promise<unknown>> = {
  'finding by number': (ctx) => find(ctx, { q: put.id }),
  'finding by phone': (ctx) => find(ctx, { q: put.phone }),
  'finding by the end of a phone': (ctx) => find(ctx, { q: put.phone.slice(-4) }),
  'finding by name': (ctx) => find(ctx, { q: put.name }),
  'finding by pinyin': (ctx) => find(ctx, { q: 'mou' }),
  'finding by door': (ctx) => find(ctx, { q: put.door }),
  'finding by a part of a door': (ctx) => find(ctx, { q: put.door.slice(3) }),
  'the card of a person': (ctx) => showPerson(ctx, { person: put.person }),
  'the card of a home': (ctx) => showHome(ctx, { home: put.home }),
  'the card of a household': (ctx) => showHousehold(ctx, { household: put.household }),
  'a number that is opened': (ctx) =>
    reveal(ctx, { person: put.person, element: 'phone', purpose: 'visit' }),
  'home and household of oneself': async (ctx) => {
    await lookOver(ctx, [], { persons: [put.person] });
    const { rows } = await sql`select h.door from registry.presence p
      join registry.home h on h.street = p.street and h.no = p.home
      join registry.household u on u.street = p.street and u.no = p.household where p.person = ${put.person}`.execute(
      ctx.db,
    );
    expect(rows).toEqual([{ door: put.door }]);
  },
  'the count of a crowd': (ctx) => countIn(ctx, { conditions: crowd }),
  'a crowd by name': (ctx) => listPeople(ctx, { conditions: crowd }),
  'a crowd on the map': (ctx) => mapPeople(ctx, { conditions: crowd }),
  'a crowd counted above the committee': async (ctx) => {
    await ctx.db.executeQuery(
      sql`select set_config('lilong.counts', '{[310101000000000,310101999999999]}', true)`.compile(
        ctx.db,
      ),
    );
    await selectCounts(ctx, crowd, 1000);
  },
  'a document that is shown': (ctx) => lookUp(ctx, { document: '111', number: put.id }),
};
// On PostgreSQL, as it is promised there; the embedded database keeps its counts in another way.
if (process.env.LILONG_TEST_DB === 'postgres')
  test.each(Object.keys(ways))('%s reads no table from end to end', async (way) => {
    expect(await scanned(ways[way] ?? (async () => undefined))).toEqual([]);
  });

test('a table that has no index for what is asked would be noticed', async () => {
  const found = await scanned(({ db }) =>
    sql`select set_config('lilong.persons', ${`{${put.person}}`}, true), (select count(*) from registry.person where nation = '01')`.execute(
      db,
    ),
  );
  expect(found).toEqual(['person']);
});

test('a crowd of a whole street may be found by several cores: all that its policies ask is safe for that', async () => {
  const { rows } = await city.host.db.run(`
    select distinct f.proname from pg_policy l
    join pg_depend d on d.classid = 'pg_policy'::regclass and d.objid = l.oid and d.refclassid = 'pg_proc'::regclass
    join pg_proc f on f.oid = d.refobjid
    where l.polrelid in ('registry.presence'::regclass, 'registry.home'::regclass) and l.polcmd in ('r', '*') and f.proparallel <> 's'`);
  expect(rows).toEqual([]);
});
