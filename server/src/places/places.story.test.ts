// SPDX-License-Identifier: Apache-2.0
import type { Role } from '@lilong/contracts/identity';
import { placeRange } from '@lilong/contracts/place-no';
import { Refusal } from '@lilong/contracts/refusals';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../test/database.ts';
import { readConfig } from '../config.ts';
import { type Actor, publicActor } from '../kernel/actor.ts';
import { makeCatalogue } from '../kernel/catalogue.ts';
import { type Ctx, makeCtx } from '../kernel/ctx.ts';
import type { Database } from '../kernel/db.ts';
import { keysFrom } from '../kernel/keys.ts';
import { dutiesFor, organisationCard, showDuties, showOrganisations } from './duties.ts';
import { decideBatch, draftOne } from './duty-drafts.ts';
import {
  drawMap,
  findPlaces,
  locatePoint,
  placeCard,
  placeLines,
  pointInCity,
  showPlace,
  showRoot,
} from './places.ts';
import { seedPlaces } from './seed.ts';

const city = 310000000000000;
const huangpu = 310101000000000;
const nanjingEastRoad = 310101002000000;
const yunnanMiddleRoad = 310101002001000;
const now = new Date('2026-03-02T01:00:00Z'); // Monday, 9:00 in Shanghai
const today = '2026-03-02';
const tools = { keys: keysFrom(Buffer.alloc(32, 7)), config: readConfig({}), demo: true };
const someone = publicActor('zh', '127.0.0.1');

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
  await seedPlaces(db.kysely);
  await sql`
    insert into kernel.catalogue (kind, key, name, body, effective_from, source, status, at)
    select distinct 'category', category, 'name of ' || category, '{}'::jsonb, '2023-01-01'::date, '示例', 'approved', ${now}::timestamptz
    from places.duty`.execute(db.kysely);
});
afterAll(() => db.close());

/** Does something as an actor, in a transaction of its own. */
function as<R>(actor: Actor, work: (ctx: Ctx) => Promise<R>): Promise<R> {
  return db.kysely
    .transaction()
    .execute((tx) =>
      work(makeCtx({ ...tools, catalogue: makeCatalogue() }, tx, actor, now, 'test').ctx),
    );
}
const asAnyone = <R>(work: (ctx: Ctx) => Promise<R>) => as(someone, work);

function official(role: Role, place: number, account = 1): Actor {
  const post = { no: 1, role, organisation: 1, places: [place], ranges: [placeRange(place)] };
  return { ...someone, kind: 'staff', account, post };
}

const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (thrown) => (thrown instanceof Refusal ? thrown.code : thrown),
  );

test('the city is Shanghai, with 16 districts and a code for each place', async () => {
  expect(await asAnyone(showRoot)).toEqual({ no: city, name: '上海市', pinyin: 'shang hai shi' });
  const shown = await asAnyone((ctx) => showPlace(ctx, { no: city }));
  expect(shown.children).toHaveLength(16);
  expect(shown).toMatchObject({ officialCode: '310000000000', place: { path: [], level: 'city' } });
});

test('a committee is shown with its path, telephone and hours', async () => {
  const shown = await asAnyone((ctx) => showPlace(ctx, { no: yunnanMiddleRoad }));
  expect(shown.place).toMatchObject({
    name: '云南中路居委会',
    path: ['上海市', '黄浦区', '南京东路街道'],
    pinyin: 'yun nan zhong lu ju wei hui',
  });
  expect(shown.phone).toMatch(/^021-5555\d{4}$/);
  expect(shown.hours).toContain('8:30');
  expect(shown.children).toEqual([]);
});

test('an estate has the telephone of its committee', async () => {
  const estate = yunnanMiddleRoad + 1;
  await sql`insert into places.place (no, level, name, pinyin, parent, valid_from)
    values (${estate}, 'estate', '示例小区', 'shi li xiao qu', ${yunnanMiddleRoad}, '2023-01-01')`.execute(
    db.kysely,
  );
  const [own, above] = await asAnyone(async (ctx) => [
    await placeCard(ctx, estate),
    await placeCard(ctx, yunnanMiddleRoad),
  ]);
  expect(own?.phone).toBe(above?.phone);
  const lines = await asAnyone((ctx) => placeLines(ctx, [estate, city, 1]));
  expect(lines.map(({ path }) => path.length)).toEqual([0, 4]);
});

test.each([
  ['云南中路居委会', '云南中路居委会'],
  ['ynzl', '云南中路居委会'],
  ['yunnanzhonglu', '云南中路居委会'],
  ['南京东路街道', '南京东路街道'],
  ['黄浦区南京东路街道云南中路居委会', '云南中路居委会'],
  ['上海市 黄浦区 云南中路', '云南中路居委会'],
  ['莘庄', '莘庄镇'],
])('“%s” finds %s', async (q, name) => {
  const { found } = await asAnyone((ctx) => findPlaces(ctx, { q }));
  expect(found.map(({ place }) => place.name)).toContain(name);
  expect(found.length).toBeLessThanOrEqual(20);
});

test('a lane is found by road and number, and its doors once the lane is whole', async () => {
  const { rows } = await sql<{ lane: string; line: string; place: number }>`
    select road || lane as lane, line, place from places.address where road = '南京东路' order by no limit 1`.execute(
    db.kysely,
  );
  const door = rows[0] ?? { lane: '', line: '', place: 0 };
  const lanes = await asAnyone((ctx) => findPlaces(ctx, { q: door.lane }));
  expect(lanes.found[0]).toMatchObject({ address: door.lane, place: { no: door.place } });
  const doors = await asAnyone((ctx) => findPlaces(ctx, { q: door.line.replace('弄', ' 弄 ') }));
  expect(doors.found[0]).toMatchObject({ address: door.line, place: { no: door.place } });
});

test('a road is found once for each committee that it passes, and only under the place asked for', async () => {
  const all = await asAnyone((ctx) => findPlaces(ctx, { q: '南京东路' }));
  const roads = all.found.filter(({ address }) => address === '南京东路');
  expect(roads.length).toBeGreaterThan(1);
  expect(new Set(roads.map(({ place }) => place.no)).size).toBe(roads.length);
  const elsewhere = await asAnyone((ctx) =>
    findPlaces(ctx, { q: '云南中路居委会', under: 310104000000000 }),
  );
  expect(elsewhere.found).toEqual([]);
});

test.each(['100%', '_', '\\', '不存在的地方', '%%%'])(
  '“%s” finds nothing, and breaks nothing',
  async (q) => {
    expect(await asAnyone((ctx) => findPlaces(ctx, { q }))).toEqual({ found: [] });
  },
);

test('a point is in its committee, its grid and near a lane', async () => {
  const { rows } = await sql<{ lon: number; lat: number }>`
    select st_x(centre) as lon, st_y(centre) as lat from places.outline where place = ${yunnanMiddleRoad}`.execute(
    db.kysely,
  );
  const spot = rows[0] ?? { lon: 0, lat: 0 };
  const here = await asAnyone((ctx) => locatePoint(ctx, spot));
  expect(here.place?.name).toBe('云南中路居委会');
  expect(here.grids).toMatchObject([{ kind: 'comprehensive' }]);
  expect(here.address).toMatch(/弄$/);
});

test('a point just off the coast belongs to the nearest committee; one at sea to none', async () => {
  const { rows } = await sql<{ lon: number; lat: number }>`
    select max(st_xmax(geom)) + 0.002 as lon,
      (array_agg(st_y(st_pointn(st_exteriorring(st_geometryn(geom, 1)), 1)) order by st_xmax(geom) desc))[1] as lat
    from places.outline where place = 310115000000000`.execute(db.kysely);
  const sea = { lon: (rows[0]?.lon ?? 0) + 0.2, lat: rows[0]?.lat ?? 0 };
  expect(await asAnyone((ctx) => locatePoint(ctx, sea))).toEqual({
    place: null,
    address: null,
    grids: [],
  });
  expect(await asAnyone((ctx) => pointInCity(ctx, sea))).toBe(false);
  const { rows: gaps } = await sql<{ lon: number; lat: number }>`
    with whole as (select st_union(geom) as geom from places.outline where place % 1000000000 = 0),
    holes as (select (st_dumprings((st_dump(geom)).geom)).* from whole)
    select st_x(st_pointonsurface(geom)) as lon, st_y(st_pointonsurface(geom)) as lat
    from holes where path[1] > 0 order by st_area(geom) limit 3`.execute(db.kysely);
  expect(gaps.length).toBeGreaterThan(0);
  for (const gap of gaps) {
    expect((await asAnyone((ctx) => locatePoint(ctx, gap))).place?.level).toBe('committee');
    expect(await asAnyone((ctx) => pointInCity(ctx, gap))).toBe(true);
  }
});

test('every door lies in its own committee, save where rounding moved it over the border', async () => {
  const { rows } = await sql<{ astray: number; far: number }>`
    select count(*) filter (where not st_intersects(o.geom, a.point))::int as astray,
      count(*) filter (where not st_dwithin(o.geom, a.point, 0.00002))::int as far
    from places.address a join places.outline o on o.place = a.place`.execute(db.kysely);
  expect(rows[0]?.far).toBe(0);
  expect(rows[0]?.astray).toBeLessThan(400);
});

test('all drawn outlines and grids are valid geometry', async () => {
  const { rows } = await sql`
    select place from places.outline where not st_isvalid(geom)
    union all select no from places.grid where not st_isvalid(geom)`.execute(db.kysely);
  expect(rows).toEqual([]);
});

test('the map of the city has its districts, that of a street its committees, that of a committee itself', async () => {
  const [whole, street, committee] = await asAnyone(async (ctx) => [
    await drawMap(ctx, { no: city }),
    await drawMap(ctx, { no: nanjingEastRoad }),
    await drawMap(ctx, { no: yunnanMiddleRoad }),
  ]);
  expect(whole).toMatchObject({ width: 520, height: 560, generated: false });
  expect(whole?.shapes).toHaveLength(16);
  expect(street).toMatchObject({ generated: true });
  expect(street?.shapes.map(({ no }) => no)).toContain(yunnanMiddleRoad);
  expect(committee?.shapes.map(({ no }) => no)).toEqual([yunnanMiddleRoad]);
});

test('an unknown place and a closed one are refused by name', async () => {
  expect(await refusalOf(asAnyone((ctx) => placeCard(ctx, 310101999999000)))).toBe(
    'places.unknown',
  );
  const closed = 310101002998000;
  await sql`insert into places.place (no, level, name, pinyin, parent, valid_from, valid_to)
    values (${closed}, 'committee', '老居委会', 'lao ju wei hui', ${nanjingEastRoad}, '2020-01-01', '2026-03-01')`.execute(
    db.kysely,
  );
  expect(await refusalOf(asAnyone((ctx) => placeCard(ctx, closed)))).toBe('places.closed');
  expect((await asAnyone((ctx) => findPlaces(ctx, { q: '老居委会' }))).found).toEqual([]);
  const shown = await asAnyone((ctx) => showPlace(ctx, { no: closed }));
  expect([shown.place.name, shown.validTo]).toEqual(['老居委会', '2026-03-01']);
  const { children } = await asAnyone((ctx) => showPlace(ctx, { no: nanjingEastRoad }));
  expect(children.map(({ no }) => no)).not.toContain(closed);
});

test('the responsibility list names one organisation, none in a gap, two in an overlap', async () => {
  const named = (category: string, place: number) =>
    asAnyone((ctx) => dutiesFor(ctx, category, place, today));
  expect(await named('event-05-02', yunnanMiddleRoad)).toMatchObject([
    { name: '黄浦区燃气公司（示例）', place: huangpu, validFrom: '2023-01-01' },
  ]);
  expect(await named('event-01-12', yunnanMiddleRoad)).toMatchObject([
    { name: '南京东路街道环卫作业队（示例）', place: nanjingEastRoad },
  ]);
  expect(await named('community-24-04', yunnanMiddleRoad)).toHaveLength(2);
  const gap = await sql<{
    place: number;
  }>`select place from places.duty where lead is null order by no limit 1`.execute(db.kysely);
  const open = gap.rows[0]?.place ?? 0;
  expect(await named('component-01-23', open + 1000)).toEqual([]);
  expect(
    await asAnyone((ctx) => dutiesFor(ctx, 'event-05-02', yunnanMiddleRoad, '2022-12-31')),
  ).toEqual([]);
});

test('organisations of a place come nearest first', async () => {
  const { organisations } = await asAnyone((ctx) =>
    showOrganisations(ctx, { place: yunnanMiddleRoad }),
  );
  expect(organisations[0]).toMatchObject({ kind: 'committee', placeName: '云南中路居委会' });
  expect(organisations.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['grid_centre', 'crew', 'district_department', 'emergency']),
  );
  const fire = await asAnyone((ctx) =>
    showOrganisations(ctx, { place: yunnanMiddleRoad, kind: 'emergency', q: '火警' }),
  );
  expect(fire.organisations).toMatchObject([{ phone: '119' }]);
});

test('a new organisation gets a number of its own', async () => {
  const { rows } = await sql<{ no: number }>`
    insert into places.organisation (kind, name, place, valid_from, generated)
    values ('crew', '新队', ${nanjingEastRoad}, '2026-01-01', false) returning no`.execute(
    db.kysely,
  );
  expect(await asAnyone((ctx) => organisationCard(ctx, rows[0]?.no ?? 0))).toMatchObject({
    name: '新队',
  });
});

test('a new duty begins on its day, and what held before ends the day before', async () => {
  const admin = official('system_admin', huangpu);
  const water = await asAnyone((ctx) => showOrganisations(ctx, { place: huangpu, q: '水务局' }));
  const lead = water.organisations[0]?.no ?? 0;
  const duty = {
    category: 'event-05-02',
    place: huangpu,
    lead,
    assisting: [],
    validFrom: '2026-04-01',
    source: '示例纪要',
  };
  const approved = async (input: typeof duty) => {
    const { batch } = await as(admin, (ctx) => draftOne(ctx, input));
    await as(official('safety_admin', huangpu, 2), (ctx) =>
      decideBatch(ctx, { batch, approve: true }),
    );
  };
  await approved(duty);
  const on = (day: string) => asAnyone((ctx) => dutiesFor(ctx, 'event-05-02', huangpu, day));
  expect(await on('2026-03-31')).toMatchObject([{ name: '黄浦区燃气公司（示例）' }]);
  expect(await on('2026-04-01')).toMatchObject([{ organisation: lead, source: '示例纪要' }]);
  await approved({ ...duty, validFrom: '2026-03-20' });
  expect(await on('2026-04-01')).toHaveLength(1);
  const { duties } = await as(admin, (ctx) =>
    showDuties(ctx, { place: huangpu, category: 'event-05-02' }),
  );
  expect(duties.map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([
    ['2023-01-01', '2026-03-19'],
    ['2026-03-20', null],
  ]);
  expect(duties[0]).toMatchObject({ categoryName: 'name of event-05-02', placeName: '黄浦区' });
});

test('a duty is refused to others, beside the place, in the past, and for what does not exist', async () => {
  const admin = official('system_admin', nanjingEastRoad);
  const lead = 1;
  const duty = {
    category: 'event-05-02',
    place: nanjingEastRoad,
    lead,
    assisting: [],
    validFrom: today,
    source: '示例',
  };
  const tries = async (actor: Actor, change: Partial<typeof duty>) =>
    refusalOf(as(actor, (ctx) => draftOne(ctx, { ...duty, ...change })));
  expect(await tries(official('dispatcher', nanjingEastRoad), {})).toBe('auth.denied');
  expect(await tries(admin, { place: huangpu })).toBe('auth.denied');
  expect(await tries(admin, { place: 310101013000000 })).toBe('auth.denied');
  expect(await tries(admin, { validFrom: '2026-03-01' })).toBe('input.invalid');
  expect(await tries(admin, { category: 'event-99-99' })).toBe('input.invalid');
  expect(await tries(admin, { lead: 999_999_999 })).toBe('found.nothing');
  expect(await refusalOf(asAnyone((ctx) => showDuties(ctx, { place: huangpu })))).toBe(
    'auth.denied',
  );
  const { batch } = await as(admin, (ctx) => draftOne(ctx, duty));
  const own = official('safety_admin', nanjingEastRoad); // the same account
  expect(await refusalOf(as(own, (ctx) => decideBatch(ctx, { batch, approve: true })))).toBe(
    'catalogue.own-draft',
  );
});

test('the list can be searched by what it is about', async () => {
  const dispatcher = official('dispatcher', nanjingEastRoad);
  const { duties } = await as(dispatcher, (ctx) =>
    showDuties(ctx, { place: nanjingEastRoad, q: '燃气公司' }),
  );
  expect(duties.length).toBeGreaterThan(3);
  expect(duties.every(({ leadName }) => leadName?.includes('燃气公司'))).toBe(true);
});
