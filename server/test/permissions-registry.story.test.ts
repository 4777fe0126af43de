// SPDX-License-Identifier: Apache-2.0
// Generated: everybody × people inside, above, beside and below one's post × every way by which somebody is read or
// changed; and the same asked of the database itself, as the program's role.
import { placeRange } from '@lilong/contracts/place-no';
import { parseRef } from '@lilong/contracts/refs';
import { homeCard, householdCard, personCard, revealValue } from '@lilong/contracts/registry';
import { countCrowd, listCrowdPeople, mapCrowd } from '@lilong/contracts/registry-crowds';
import { findInRegistry } from '@lilong/contracts/registry-find';
import { putLabel } from '@lilong/contracts/registry-labels';
import { lookUpNumber, moveOut } from '@lilong/contracts/registry-moves';
import { correctValue, objectTo, ownObjections } from '@lilong/contracts/registry-objections';
import { ownData, ownFile, ownLooks } from '@lilong/contracts/registry-own';
import { supplyLabels } from '@lilong/contracts/registry-supply';
import type { Route } from '@lilong/contracts/route';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lookAs, lookOver } from '../src/registry/reach.ts';
import { digestOf } from '../src/registry/sealed.ts';
import { drawn, hasPlace, homes, mayFind, maySee } from './permission-people.ts';
import { ask, LONG_MS, openTries, type Tries } from './permission-tries.ts';
import { asStaff, cast, places, type Somebody } from './permission-world.ts';
import { type Put, putPerson } from './registry-people.ts';

let tries: Tries;
const others = new Map<string, Somebody>();
beforeAll(async () => {
  tries = await openTries();
  const { city } = tries.world;
  const { no: organisation } = await city.organisation('云南中路居委会');
  const beside = { at: places.otherLane };
  const below = { at: places.estate, organisation };
  others.set('committee_worker beside', await asStaff(city, 'committee_worker', beside));
  others.set('committee_worker below', await asStaff(city, 'committee_worker', below));
}, LONG_MS);
afterAll(() => tries.world.city.close());

const everybody = [...cast, 'committee_worker beside', 'committee_worker below'];
const somebodyOf = (name: string): Somebody =>
  others.get(name) ?? tries.somebody(name as (typeof cast)[number]);
test.each(everybody)(
  '%s sees, finds and changes people of the own places, and no other',
  async (name) => {
    const somebody = somebodyOf(name);
    const draws = somebody.role === 'committee_worker' ? 12 : 2;
    const property = fc.asyncProperty(fc.constantFrom(...homes), drawn, async (place, like) => {
      const put = await putPerson(tries.world.city, place, like);
      expect(await wrongOf(somebody, put)).toEqual([]);
    });
    await fc.assert(property, { numRuns: draws, endOnFailure: true });
  },
  LONG_MS,
);

/** Everything that somebody gets and must not, or must and does not. */
async function wrongOf(somebody: Somebody, put: Put): Promise<string[]> {
  const { person, home, household } = put;
  const wrong: string[] = [];
  const tryOne = async (route: Route, input: object, may: boolean): Promise<void> => {
    const { status, text } = await ask(somebody, route, input);
    const told = text.includes(put.name) || text.includes(put.phone) || text.includes(put.id);
    if ((status === 200) !== may || (!may && told))
      wrong.push(`${route.method} ${route.path} ${JSON.stringify(put)}: ${status} ${text}`);
  };
  for (const q of [put.name, put.id, put.phone, put.phone.slice(-4), put.door]) {
    const { status, text } = await ask(somebody, findInRegistry, { q });
    if (text.includes(put.name) !== mayFind(somebody, put))
      wrong.push(`find ${q}: ${status} ${text}`);
  }
  wrong.push(...(await crowdsWrong(somebody, put)));
  await tryOne(homeCard, { home }, hasPlace(somebody, put));
  await tryOne(householdCard, { household }, hasPlace(somebody, put));
  await tryOne(personCard, { person }, maySee(somebody, put));
  await tryOne(revealValue, { person, element: 'phone', purpose: 'visit' }, maySee(somebody, put));
  await tryOne(putLabel, { person, label: 'lives_alone' }, maySee(somebody, put));
  const leaves = maySee(somebody, put) && put.until === null && put.role === 'lives';
  await tryOne(moveOut, { person, on: '2026-03-01' }, leaves);
  return wrong;
}

/** In a crowd somebody is there by name for whoever may find them; in counts and on the map nobody is, for anybody. */
async function crowdsWrong(somebody: Somebody, put: Put): Promise<string[]> {
  if (put.role !== 'lives' && put.role !== 'registered') return [];
  const conditions = { role: put.role };
  const [pinyin, person] = [`mou ${Number(put.phone.slice(-4)) - 1000}`, put.person - 1];
  const after = person > 0 ? { pinyin, person } : { pinyin: 'mou', person: 1 };
  const listed = await ask(somebody, listCrowdPeople, { conditions, after, limit: 1 });
  const wrong = listed.text.includes(put.name) === mayFind(somebody, put) ? [] : [listed.text];
  for (const route of [countCrowd, mapCrowd]) {
    const { status, text } = await ask(somebody, route, { conditions });
    if (text.includes(put.name) || text.includes(put.id)) wrong.push(`${route.path}: ${text}`);
    const isExact = listed.status === 200 && route === countCrowd;
    if (isExact && JSON.parse(text).people !== JSON.parse(listed.text).total)
      wrong.push(`${route.path}: ${status} ${text} of ${listed.text}`);
  }
  return wrong;
}

test('a grant opens one person to one account, until it ends', async () => {
  const { city } = tries.world;
  const put = await putPerson(city, places.otherLane, {
    role: 'lives',
    until: null,
    protected: true,
  });
  const somebody = tries.somebody('committee_worker');
  const stranger = tries.somebody('department_officer');
  const until = new Date(city.clock().getTime() + 60_000).toISOString();
  await city.asOwner(`
    select set_config('lilong.persons', '{${put.person}}', true);
    insert into registry.access_grant (person, account, purpose, matter, from_at, until_at)
      values (${put.person}, ${somebody.account}, 'document-shown', 'test', '2026-01-01', '${until}')`);
  const { person } = put;
  const look = async (who: Somebody) => (await ask(who, personCard, { person })).status;
  expect(await look(somebody)).toBe(200);
  expect(await look(stranger)).toBe(403);
  expect((await ask(somebody, putLabel, { person, label: 'lives_alone' })).status).toBe(403);
  expect(await waysTo(somebody, put)).toEqual(['reveal']);
  expect(await waysTo(stranger, put)).toEqual([]);
  const seen = (who: Somebody) => seenBy(put, (ctx) => lookAs(ctx), who);
  const whole = { presence: 1, person: 1, key: 2, label: 1, home: 1, access: 0 };
  expect([await seen(somebody), await seen(stranger)]).toEqual([whole, nothing]);
  city.clock.advance(60_000);
  expect(await look(somebody)).toBe(403);
  expect(await waysTo(somebody, put)).toEqual([]);
  expect(await seen(somebody)).toEqual(nothing);
});

/** By which other ways somebody reads of a person: each may tell a name, a door or a number. */
async function waysTo(somebody: Somebody, put: Put): Promise<string[]> {
  const { person, home, household } = put;
  const ways: readonly (readonly [string, Route, object])[] = [
    ['find', findInRegistry, { q: put.name }],
    ['find by number', findInRegistry, { q: put.id }],
    ['crowd', listCrowdPeople, { conditions: { role: 'lives' } }],
    ['count', countCrowd, { conditions: { role: 'lives' } }],
    ['map', mapCrowd, { conditions: { role: 'lives' } }],
    ['home', homeCard, { home }],
    ['household', householdCard, { household }],
    ['reveal', revealValue, { person, element: 'phone', purpose: 'visit' }],
    ...ownWays.map(([route, input]) => [route.path, route, input] as const),
  ];
  const told: string[] = [];
  for (const [name, route, input] of ways) {
    const { text } = await ask(somebody, route, input);
    if ([put.name, put.phone, put.id, put.door].some((one) => text.includes(one))) told.push(name);
  }
  return told;
}

/** Rows of each table about one person that a transaction sees, in which `say` has said what it may. */
async function seenBy(
  put: Put,
  say: (ctx: Parameters<typeof lookAs>[0]) => Promise<void>,
  somebody?: Somebody,
): Promise<Record<string, number>> {
  const { city } = tries.world;
  return city.host.db.kysely.transaction().execute(async (db) => {
    const post =
      somebody === undefined || somebody.role === 'resident' || somebody.role === 'nobody'
        ? null
        : { role: somebody.role, ranges: [placeRange(somebody.seat)] };
    const actor = { account: somebody?.account ?? null, post };
    await say({ db, now: city.clock(), actor } as never); // what `lookAs` reads of a ctx
    const { rows } = await sql<Record<string, number>>`
      select (select count(*)::int from registry.presence where person = ${put.person}) as presence,
        (select count(*)::int from registry.person where no = ${put.person}) as person,
        (select count(*)::int from registry.person_key where person = ${put.person}) as key,
        (select count(*)::int from registry.label where person = ${put.person}) as label,
        (select count(*)::int from registry.home where door = ${put.door}) as home,
        (select count(*)::int from registry.access where person = ${put.person}) as access`.execute(
      db,
    );
    return rows[0] ?? {};
  });
}

/** Accounts whose bindings a transaction sees. */
async function bindingsSeen(
  say: (ctx: Parameters<typeof lookAs>[0]) => Promise<void>,
  somebody?: Somebody,
): Promise<number[]> {
  const { city } = tries.world;
  return city.host.db.kysely.transaction().execute(async (db) => {
    const actor = { account: somebody?.account ?? null, post: null };
    await say({ db, now: city.clock(), actor } as never); // what `lookAs` reads of a ctx
    const rows = await db.selectFrom('registry.binding').select('account').execute();
    return rows.map(({ account }) => account);
  });
}

const nothing = { presence: 0, person: 0, key: 0, label: 0, home: 0, access: 0 };

test('who says nothing to the database sees nobody', async () => {
  const put = await putPerson(tries.world.city, places.lane, {
    role: 'lives',
    until: null,
    protected: false,
  });
  expect(await seenBy(put, async () => undefined)).toEqual(nothing);
});

test('asked directly, the database says the same to everybody', async () => {
  const put: Put[] = [];
  for (const place of homes)
    for (const [until, hidden] of [
      [null, false],
      [null, true],
      ['2025-06-30', false],
    ] as const)
      put.push(
        await putPerson(tries.world.city, place, { role: 'lives', until, protected: hidden }),
      );
  for (const somebody of everybody.map(somebodyOf))
    for (const one of put) {
      const person = maySee(somebody, one) ? 1 : 0;
      const here = hasPlace(somebody, one) ? 1 : 0;
      expect(await seenBy(one, (ctx) => lookAs(ctx), somebody), JSON.stringify(one)).toEqual({
        presence: one.protected ? 0 : here,
        person,
        key: 2 * person,
        label: person,
        home: here,
        access: 0,
      });
    }
});

test('of oneself one sees all, the looks of others too; a number shown gives no more than whose it is', async () => {
  const put = await putPerson(tries.world.city, places.otherLane, {
    role: 'lives',
    until: null,
    protected: true,
  });
  const own = await seenBy(put, (ctx) => lookOver(ctx, [], { persons: [put.person] }));
  expect(own).toEqual({ presence: 1, person: 1, key: 2, label: 1, home: 1, access: 0 });
  const shown = digestOf(tries.world.city.host.keys, 'id', put.id);
  const holder = await seenBy(put, (ctx) => lookOver(ctx, [], { shown }));
  expect(holder).toEqual({ ...nothing, key: 1 });
});

test('whoever is bound to somebody reads that person and no other, by every way; nobody else does', async () => {
  const { city } = tries.world;
  const like = { role: 'lives', until: null, protected: true } as const;
  const [own, other] = [
    await putPerson(city, places.lane, like),
    await putPerson(city, places.lane, like),
  ];
  const resident = tries.somebody('林阿婆');
  await city.asOwner(`
    select set_config('lilong.persons', '{${own.person},${other.person}}', true);
    insert into registry.binding (person, account, document, seen_by, organisation, role, seen_at, bound_at, used_at)
      select p, a, '111', 1, 1, 'committee_worker', '2026-03-01', '2026-03-01', '2026-03-01'
      from (values (${own.person}, ${resident.account}), (${other.person}, 999999)) v (p, a);`);
  for (const name of everybody) {
    const somebody = somebodyOf(name);
    for (const [route, input] of ownWays) {
      const { status, text } = await ask(somebody, route, input);
      const told = [own, other].map((one) => text.includes(one.name) || text.includes(one.id));
      const may = name === '林阿婆';
      const byStatus = route === ownLooks || route === ownObjections;
      const reads = byStatus ? status === 200 : told[0];
      expect([name, route.path, reads, told[1]]).toEqual([name, route.path, may, false]);
    }
  }
  expect(await seenBy(own, (ctx) => lookAs(ctx), resident)).toEqual(nothing);
  expect(await bindingsSeen((ctx) => lookAs(ctx), resident)).toEqual([resident.account]);
  expect(await bindingsSeen(async () => undefined)).toEqual([]);
});
const ownWays: readonly (readonly [Route, object])[] = [
  [ownData, {}],
  [ownLooks, {}],
  [ownObjections, {}],
  [ownFile, { as: 'json' }],
  [ownFile, { as: 'page' }],
];

test('a supplier is shown its own labels and lines by the database, and nobody that they are about', async () => {
  const { city } = tries.world;
  const put = await putPerson(city, places.lane, {
    ...{ role: 'lives', until: null, protected: false },
  });
  const [civil, other] = [
    await city.organisation('黄浦区民政局（示例）'),
    await city.organisation('黄浦区卫生健康委员会（示例）'),
  ];
  const officer = await asStaff(city, 'department_officer', { organisation: civil.no });
  const lines = [{ number: put.id, label: 'low_income', from: '2026-01-05' }];
  expect((await ask(officer, supplyLabels, { lines })).status).toBe(200);
  await city.settleDown();
  const seenFor = async (organisation: number) => {
    const suppliers = [organisation];
    const seen = await seenBy(put, (ctx) => lookAs(ctx, { suppliers }), officer);
    return { ...seen, batches: await batchesSeen(suppliers) };
  };
  expect(await seenFor(civil.no)).toEqual({ ...nothing, label: 1, batches: 1 });
  expect(await seenFor(other.no)).toEqual({ ...nothing, batches: 0 });
  expect(await seenBy(put, (ctx) => lookAs(ctx), officer)).toEqual(nothing);
  for (const [route, input] of [
    [personCard, { person: put.person }],
    [findInRegistry, { q: put.id }],
    [lookUpNumber, { document: '111', number: put.id }],
  ] as const)
    expect((await ask(officer, route, input)).status).toBe(403);
});

function batchesSeen(suppliers: readonly number[]): Promise<number> {
  const { city } = tries.world;
  return city.host.db.kysely.transaction().execute(async (db) => {
    await lookOver({ db, now: city.clock() }, [], { suppliers });
    return (await db.selectFrom('registry.label_batch').select('no').execute()).length;
  });
}

test('an objection is shown by the database to who raised it, who answers, and who has the person in reach', async () => {
  const { city } = tries.world;
  const put = await putPerson(city, places.lane, {
    ...{ role: 'lives', until: null, protected: false },
  });
  const { no: source } = await city.organisation('黄浦区公安分局（示例）');
  const worker = tries.somebody('committee_worker');
  const asked = { element: 'person.sex', person: put.person, proposed: '2', evidence: '身份证' };
  expect((await ask(worker, objectTo, asked)).status).toBe(200);
  const seen = async (say: Parameters<typeof seenBy>[1], somebody?: Somebody) =>
    (await rowsSeen(put, say, somebody)).objections;
  expect(await seen(async () => undefined)).toBe(0);
  expect(await seen((ctx) => lookAs(ctx), worker)).toBe(1);
  expect(await seen((ctx) => lookAs(ctx), somebodyOf('committee_worker beside'))).toBe(0);
  expect(await seen((ctx) => lookAs(ctx, { suppliers: [source] }))).toBe(1);
  expect(await seen((ctx) => lookAs(ctx, { suppliers: [source + 1] }))).toBe(0);
  expect(await seenBy(put, (ctx) => lookAs(ctx, { suppliers: [source] }))).toEqual(nothing);
  const figures = async ({ db }: Parameters<typeof lookAs>[0]) => {
    await sql`select set_config('lilong.figures', 'on', true)`.execute(db);
  };
  expect(await rowsSeen(put, figures)).toEqual({ objections: 0, facts: 0 });
  const corrected = { element: 'home.lift', home: put.home, proposed: 'true' };
  expect((await ask(worker, correctValue, corrected)).status).toBe(200);
  expect((await rowsSeen(put, (ctx) => lookAs(ctx), worker)).facts).toBe(2);
  const beside = somebodyOf('committee_worker beside');
  expect((await rowsSeen(put, (ctx) => lookAs(ctx), beside)).facts).toBe(0);
});

/** Objections about somebody, and facts about them and their home, that a transaction sees. */
function rowsSeen(put: Put, say: Parameters<typeof seenBy>[1], somebody?: Somebody) {
  const { city } = tries.world;
  return city.host.db.kysely.transaction().execute(async (db) => {
    const post =
      somebody === undefined ? null : { role: somebody.role, ranges: [placeRange(somebody.seat)] };
    const actor = { account: somebody?.account ?? null, post };
    await say({ db, now: city.clock(), actor } as never); // what `lookAs` reads of a ctx
    const { rows } = await sql<{ objections: number; facts: number }>`
      select (select count(*)::int from registry.objection where person = ${put.person}) as objections,
        (select count(*)::int from registry.fact where person = ${put.person}
          or home = ${parseRef('F', put.home)?.no ?? 0} and street = ${parseRef('F', put.home)?.street ?? 0}) as facts`.execute(
      db,
    );
    return rows[0] ?? { objections: -1, facts: -1 };
  });
}

test('nobody changes or takes away who looked', async () => {
  const { host } = tries.world.city;
  for (const attempt of [
    'update registry.access set purpose = null',
    'delete from registry.access',
  ])
    await expect(host.db.run(attempt)).rejects.toThrow(/permission denied/);
});
