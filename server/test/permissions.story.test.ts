// SPDX-License-Identifier: Apache-2.0
// Generated: every route × everybody × a case inside, above, beside and below one's place. fast-check
// picks what the case is like and where exactly it lies. What others see: permissions-others; what is
// done: permissions-acts.
import { countBuckets, countTree, getCase, listCases } from '@lilong/contracts/case-work';
import { isWithin } from '@lilong/contracts/place-no';
import { getMap } from '@lilong/contracts/places';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { besides } from './permission-besides.ts';
import { type DrawnCase, isNearby, isOpen, mayRead } from './permission-cases.ts';
import { access, ways } from './permission-routes.ts';
import { ask, keyOf, LONG_MS, openTries, routesIn, type Tries, tells } from './permission-tries.ts';
import { cast, type Somebody } from './permission-world.ts';

let tries: Tries;
beforeAll(async () => {
  tries = await openTries();
}, LONG_MS);
afterAll(() => tries.world.city.close());

test('every route is classified, and nothing is classified that is not served', () => {
  const { host } = tries.world.city;
  const served = host.served.map(({ route }) => keyOf(route));
  expect(served.sort()).toEqual(Object.keys(access).sort());
  const listed = new Set([...Object.keys(access), ...Object.keys(besides)]);
  const answered = routesIn(host.http.printRoutes({ commonPrefix: false }));
  expect(answered.length).toBeGreaterThan(served.length);
  expect(answered.filter((one) => !listed.has(one))).toEqual([]);
});

test('what asks for no permission is what everybody may call, and the other way round', () => {
  const open = tries.world.city.host.served.filter((one) => one.open !== undefined);
  const everybodys = Object.entries(access).filter(([, { who }]) => who.includes('nobody'));
  expect(open.map(({ route }) => keyOf(route)).sort()).toEqual(
    everybodys.map(([key]) => key).sort(),
  );
});

test.each(cast)(
  '%s is shut out of every route of others',
  async (name) => {
    const somebody = tries.somebody(name);
    const one = await tries.anyCase(somebody.seat, { byLin: false });
    const through: string[] = [];
    for (const { route } of tries.world.city.host.served) {
      const stated = access[keyOf(route)];
      if (stated === undefined || stated.who.includes(somebody.role)) continue;
      const { status, text } = await ask(somebody, route, stated.sample(tries.world, one));
      const shut = somebody.role === 'nobody' ? [401] : [401, 403, 404];
      if (!shut.includes(status) || tells(text, one))
        through.push(`${keyOf(route)}: ${status} ${text}`);
    }
    expect(through).toEqual([]);
  },
  LONG_MS,
);

test.each(cast)(
  'no case is in what is not about cases: %s',
  async (name) => {
    const somebody = tries.somebody(name);
    const one = await tries.anyCase(somebody.seat);
    const telling: string[] = [];
    for (const { route } of tries.world.city.host.served) {
      const stated = access[keyOf(route)];
      if (stated === undefined || route.method !== 'GET') continue;
      if (stated.about === 'case' || stated.about === 'token') continue;
      if (!stated.who.includes(somebody.role)) continue;
      const { text } = await ask(somebody, route, stated.sample(tries.world, one));
      if (tells(text, one) || text.includes(one.ref) || text.includes(one.reportRef))
        telling.push(keyOf(route));
    }
    expect(telling).toEqual([]);
  },
  LONG_MS,
);

test.each(cast)(
  '%s finds a case by number, list, search and count exactly when the rule says so',
  async (name) => {
    const somebody = tries.somebody(name);
    await tries.everywhere(somebody, 3, async (one) => {
      const reads = mayRead(tries.world, somebody, one);
      if (somebody.role !== 'resident') await looksUp(somebody, one, reads);
      if (access['GET /api/cases']?.who.includes(somebody.role)) await lists(somebody, one, reads);
      if (access['GET /api/cases/tree']?.who.includes(somebody.role)) await countsTree(somebody);
      await opensFile(somebody, one, reads);
      await looksAtMap(somebody, one);
    });
  },
  LONG_MS,
);

async function looksUp(somebody: Somebody, one: DrawnCase, reads: boolean): Promise<void> {
  const { status, text } = await ask(somebody, getCase, { ref: one.ref });
  const missing = somebody.role === 'nobody' ? 401 : 404; // never 403: nobody learns that there is one
  expect(status, 'GET /api/cases/:ref').toBe(reads ? 200 : missing);
  expect(tells(text, one), 'GET /api/cases/:ref').toBe(reads);
}

async function lists(somebody: Somebody, one: DrawnCase, reads: boolean): Promise<void> {
  const { counts } = await somebody.call(countBuckets, {});
  const open = readable(somebody).filter(isOpen).length;
  expect(counts.open, 'GET /api/cases/counts').toBe(open);
  const { place, state, channel } = one;
  const bucket = isOpen(one) ? 'open' : 'ended';
  const exact = await somebody.call(listCases, { bucket, place, state, channel, limit: 300 });
  const alike = readable(somebody).filter(
    (each) => isWithin(each.place, place) && each.state === state && each.channel === channel,
  );
  const key = 'GET /api/cases';
  expect(exact.cases.map(({ ref }) => ref).sort(), key).toEqual(alike.map(({ ref }) => ref).sort());
  expect(exact.total, key).toBe(alike.length);
  const onMap = exact.cases.map((line) => line.point?.lon).sort();
  expect(onMap, `${key}, the points on the map`).toEqual(alike.map(({ lon }) => lon).sort());
  if (isOpen(one)) await searches(somebody, one, reads);
}

const readable = (somebody: Somebody): DrawnCase[] =>
  tries.put.filter((each) => mayRead(tries.world, somebody, each));

/** By words, by the door, and by the numbers of case and report, which no tab hides. */
async function searches(somebody: Somebody, one: DrawnCase, reads: boolean): Promise<void> {
  const bucket = isOpen(one) ? 'open' : 'ended';
  const otherTab = isOpen(one) ? 'ended' : 'open';
  const tries = [
    [one.mark, bucket],
    [one.door, bucket],
    [one.ref, otherTab],
    [one.reportRef, otherTab],
  ] as const;
  for (const [q, bucket] of tries) {
    const found = await somebody.call(listCases, { bucket, q });
    const by = `GET /api/cases?q=${q}`;
    expect(
      found.cases.map(({ ref }) => ref),
      by,
    ).toEqual(reads ? [one.ref] : []);
    expect(found.total, by).toBe(reads ? 1 : 0);
  }
}

async function countsTree(somebody: Somebody): Promise<void> {
  const { children } = await somebody.call(countTree, {});
  const open = readable(somebody).filter(isOpen);
  for (const child of children)
    expect(child.open, `GET /api/cases/tree, ${child.name}`).toBe(
      open.filter(({ place }) => isWithin(place, child.no)).length,
    );
}

async function opensFile(somebody: Somebody, one: DrawnCase, reads: boolean): Promise<void> {
  const released = one.releasedPhotos && isNearby(one);
  const reply = await somebody.fetch({ method: 'GET', url: `/api/files/${one.file}` });
  expect(reply.statusCode, 'GET /api/files/:no').toBe(reads || released ? 200 : 404);
}

/** Outlines are everybody's; no case, no point and no number of one is in them. */
async function looksAtMap(somebody: Somebody, one: DrawnCase): Promise<void> {
  const { status, text } = await ask(somebody, getMap, { no: one.place });
  expect([200, 404], 'GET /api/map/:no').toContain(status);
  for (const told of [one.ref, one.mark, one.door, String(one.lon)])
    expect(text, 'GET /api/map/:no').not.toContain(told);
}

const ofPeople: readonly string[] = [
  'POST /api/registry/crowds/:crowd/export',
  'POST /api/registry/exports/:export/file',
];

test('nothing hands out cases as a file, and what will do so one day is classified and tried', () => {
  const { host } = tries.world.city;
  const answered = routesIn(host.http.printRoutes({ commonPrefix: false }));
  // Lists of people are no cases: crowds.story.test.ts tries who takes one out.
  const exporting = answered
    .filter((key) => /export|download|report\.|csv|xlsx?\b|zip/i.test(key))
    .filter((key) => !ofPeople.includes(key));
  expect(exporting).toEqual([...ways.export]);
  const known = new Set([...Object.keys(access), ...Object.keys(besides)]);
  expect(
    Object.values(ways)
      .flat()
      .filter((key) => !known.has(key)),
  ).toEqual([]);
});

test(
  'a search among ended cases finds what the rule allows',
  async () => {
    const somebody = tries.somebody('dispatcher');
    await tries.everywhere(somebody, 2, async (one) => {
      const ended = await tries.aCase({ ...one, state: 'closed' }, one.place);
      await searches(somebody, ended, mayRead(tries.world, somebody, ended));
    });
  },
  LONG_MS,
);
