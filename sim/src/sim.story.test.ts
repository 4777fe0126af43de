// SPDX-License-Identifier: Apache-2.0
import { endStates } from '@lilong/contracts/case-flow';
import { sealOnce, verifyAudit } from '@lilong/server/audit/index';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City } from '../../server/test/city.ts';
import { isWell, type Summary } from './ledger.ts';
import { optionsFrom } from './options.ts';
import { NotADemonstration, simulate } from './run.ts';

let city: City;
let ticking: NodeJS.Timeout;
let found: Summary;
const lines: string[] = [];

beforeAll(async () => {
  city = await aCity({ demo: true });
  ticking = setInterval(() => city.clock.advance(1000), 20); // fifty times faster than life
  found = await simulate(await optionsAt(city, '30'), (line) => lines.push(line));
}, 240_000);
afterAll(async () => {
  clearInterval(ticking);
  await city.close();
});

async function optionsAt({ host }: City, cases: string) {
  await host.http.listen({ port: 0, host: '127.0.0.1' });
  const [at] = host.http.addresses();
  const url = `http://127.0.0.1:${typeof at === 'object' ? at.port : 0}`;
  return optionsFrom(['--cases', cases, '--minutes', '0.08', '--url', url]);
}

test('every report comes to an end, with an answer, and none is lost', () => {
  expect(found).toMatchObject({ reports: 30, open: 0, lost: [], unanswered: [], unexpected: [] });
  expect(found.closed + found.declined).toBe(found.cases);
  expect(found.closed).toBeGreaterThan(15);
  expect(isWell(found)).toBe(true);
  expect(lines[0]).toContain('南京东路街道');
});

test('the database says the same', async () => {
  const { rows } = await sql<{ state: string; answered: boolean }>`
    select state, answered_at is not null as answered from cases.case`.execute(city.db.kysely);
  expect(rows).toHaveLength(found.cases);
  expect(rows.filter(({ state }) => !(endStates as readonly string[]).includes(state))).toEqual([]);
  expect(rows.filter(({ answered, state }) => !answered && state === 'closed')).toEqual([]);
});

test('people of several offices did it', async () => {
  const { rows } = await sql<{ role: string }>`
    select distinct by_role as role from cases.flow`.execute(city.db.kysely);
  expect(rows.map(({ role }) => role)).toEqual(
    expect.arrayContaining([
      'resident',
      'committee_worker',
      'dispatcher',
      'department_officer',
      'checker',
    ]),
  );
});

test('every entry of a flow log has its line in the audit, and the chain is whole', async () => {
  const { rows: torn } = await sql`
    select f.case_no, count(*) as entries, max(a.lines) as lines from cases.flow f
    join (select place, subject, count(*) as lines from kernel.audit
      where act like 'case.%' and outcome = 'done' group by 1, 2) a
      on a.subject like 'C' || f.street || '-' || f.case_no || '_'
    group by f.case_no having count(*) <> max(a.lines)`.execute(city.db.kysely);
  expect(torn).toEqual([]);
  const { host, db, clock } = city;
  await host.reads.flush();
  await sealOnce(host); // what the program's own sealer has not come to yet
  const { rows } = await sql`select 1 from audit.seal`.execute(db.kysely);
  expect(rows.length).toBeGreaterThan(100);
  expect(await verifyAudit(db.kysely, host.keys, { now: clock() })).toMatchObject({ good: true });
});

test('nobody is simulated in a real town', async () => {
  const town = await aCity();
  const options = await optionsAt(town, '1');
  await expect(simulate(options, () => undefined)).rejects.toThrow(NotADemonstration);
  await town.close();
});

test('a wrong option is named', () => {
  expect(() => optionsFrom(['--cases', 'many'])).toThrow('--cases');
});
