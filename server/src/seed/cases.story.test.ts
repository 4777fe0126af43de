// SPDX-License-Identifier: Apache-2.0
import { openStates } from '@lilong/contracts/case-flow';
import { countBuckets, getCase, listCases, listHandovers } from '@lilong/contracts/case-work';
import { cityFigures, myReports, nearbyCases } from '@lilong/contracts/cases';
import { type demoDoors, signInDemo } from '@lilong/contracts/identity';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City } from '../../test/city.ts';
import { verifyAudit } from '../audit/index.ts';
import { liveTenDays } from './cases.ts';

const HOME_STREET = 310101002;
let city: City;
beforeAll(async () => {
  city = await aCity({ demo: true });
  await liveTenDays(city.host);
}, 180_000);
afterAll(() => city.close());

async function rows<R>(query: ReturnType<typeof sql<R>>): Promise<R[]> {
  return (await query.execute(city.db.kysely)).rows;
}
async function through(as: (typeof demoDoors)[number]) {
  const browser = city.anyone();
  await browser.call(signInDemo, { as });
  return browser;
}

test('the street behind the doors has cases in every open state, and ended ones', async () => {
  const found = await rows(
    sql<{ state: string; count: number; late: number }>`
      select state, count(*) as count, count(*) filter (where due_at < ${city.now}::timestamptz) as late
      from cases.case where street = ${HOME_STREET} group by state`,
  );
  const count = new Map(found.map((row) => [row.state, Number(row.count)]));
  const total = (names: readonly string[]) =>
    names.reduce((sum, name) => sum + (count.get(name) ?? 0), 0);
  expect(openStates.filter((state) => (count.get(state) ?? 0) === 0)).toEqual([]);
  expect(total(openStates)).toBeGreaterThanOrEqual(35);
  expect(total([...count.keys()])).toBeGreaterThanOrEqual(60);
  expect(found.reduce((sum, row) => sum + Number(row.late), 0)).toBeGreaterThanOrEqual(3);
});

test('the whole city lives, not one street only', async () => {
  const [found] = await rows(
    sql<{ cases: number; streets: number; districts: number }>`
      select count(*) as cases, count(distinct street) as streets, count(distinct street / 1000) as districts
      from cases.case`,
  );
  expect(Number(found?.cases)).toBeGreaterThanOrEqual(350);
  expect(Number(found?.cases)).toBeLessThanOrEqual(450);
  expect(Number(found?.streets)).toBeGreaterThanOrEqual(60);
  expect(Number(found?.districts)).toBe(16);
});

test('what is rare has happened: merged, adjudicated, a second round, suspended, forced', async () => {
  const [found] = await rows(
    sql<Record<string, number>>`
      select count(*) filter (where merged_into is not null) as merged,
        count(*) filter (where adjudication and state = 'pending_dispatch') as adjudicated,
        count(*) filter (where round = 2 and state = 'pending_dispatch') as again,
        count(*) filter (where paused_until > ${city.now}::timestamptz) as suspended,
        count(*) filter (where state = 'forced_close') as forced,
        count(*) filter (where question is not null) as asked,
        count(*) filter (where supervised) as supervised,
        count(*) filter (where reworks > 0) as reworked,
        count(*) filter (where reports > 2) as joined,
        count(*) filter (where late_at is not null) as missed
      from cases.case where street = ${HOME_STREET}`,
  );
  expect(Object.entries(found ?? {}).filter(([, count]) => Number(count) === 0)).toEqual([]);
});

test('every case is what its flow log says, and nothing lies in the future', async () => {
  const torn = await rows(
    sql`select c.street, c.no from cases.case c
      join lateral (select f.state, f.step, f.at from cases.flow f
        where f.street = c.street and f.case_no = c.no order by f.step desc limit 1) last on true
      where last.state <> c.state or last.step <> c.version or last.at > ${city.now}::timestamptz
        or (select count(*) from cases.flow f where f.street = c.street and f.case_no = c.no) <> c.version`,
  );
  expect(torn).toEqual([]);
  const [said] = await rows(
    sql<{ events: number; audited: number; future: number }>`
      select (select count(*) from kernel.event where name like 'case.%') as events,
        (select count(*) from kernel.audit where request = 'demonstration') as audited,
        (select count(*) from kernel.audit where at > ${city.now}::timestamptz) as future`,
  );
  expect(Number(said?.events)).toBeGreaterThan(900);
  expect(Number(said?.audited)).toBeGreaterThanOrEqual(Number(said?.events));
  expect(Number(said?.future)).toBe(0);
});

test('the audit of those days is whole', async () => {
  const { db, host, now } = city;
  const verdict = await verifyAudit(db.kysely, host.keys, { now });
  expect(verdict).toMatchObject({ good: true, faults: [] });
  expect(verdict.rows).toBeGreaterThan(900);
});

test('the dispatcher behind the door has an inbox with pictures that open', async () => {
  const zhou = await through('dispatcher');
  const { counts } = await zhou.call(countBuckets, {});
  expect(counts.mine).toBeGreaterThan(5);
  const { cases } = await zhou.call(listCases, { bucket: 'open', limit: 100 });
  const shown = cases.find(({ photo }) => photo !== null);
  const picture = await zhou.fetch({ method: 'GET', url: `/api/files/${shown?.photo}?size=thumb` });
  expect(picture.statusCode).toBe(200);
  expect(picture.headers['content-type']).toBe('image/jpeg');
  const hotline = cases.find(({ channel }) => channel === 'hotline_12345');
  const page = await zhou.call(getCase, { ref: hotline?.ref ?? '' });
  expect(page.reports[0]?.outsideNo).toMatch(/^示例-\d{5}$/);
  expect((await zhou.call(listHandovers, {})).notes.length).toBe(3);
});

test.each(['committee_worker', 'department_officer', 'crew', 'checker', 'street_leader'] as const)(
  'behind the door of %s something waits',
  async (as) => {
    const browser = await through(as);
    const { counts } = await browser.call(countBuckets, {});
    expect(counts.mine).toBeGreaterThan(0);
  },
);

test('the resident behind the door has a question to answer and a result to rate', async () => {
  const lin = await through('resident');
  const { reports } = await lin.call(myReports, {});
  expect(reports.filter(({ question }) => question !== null)).toHaveLength(1);
  expect(reports.filter(({ needsRating }) => needsRating).length).toBeGreaterThanOrEqual(1);
});

test('the landing page has figures, and neighbours see what was released', async () => {
  const anyone = city.anyone();
  const figures = await anyone.call(cityFigures, {});
  expect(figures.open).toBeGreaterThan(100);
  expect(figures.districts.filter(({ open }) => open > 0)).toHaveLength(16);
  expect(figures.onTimeShare).toBeGreaterThan(0.6);
  const released = await rows(
    sql<{ place: number }>`select place from cases.case where released_words limit 1`,
  );
  const { cases } = await anyone.call(nearbyCases, { place: released[0]?.place ?? 0 });
  expect(cases.some(({ words }) => words !== null)).toBe(true);
});

test('a second start finds the days lived', async () => {
  const count = sql<{ count: number }>`select count(*) as count from cases.case`;
  const [before] = await rows(count);
  await liveTenDays(city.host);
  expect(await rows(count)).toEqual([before]);
});
