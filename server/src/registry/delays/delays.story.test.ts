// SPDX-License-Identifier: Apache-2.0
// What a committee looks at is held back from the person for a time: one asks, two others approve, and on the day it is told.
import { searchAudit } from '@lilong/contracts/audit';
import { personCard } from '@lilong/contracts/registry';
import { askDelay, decideDelay, endDelay, listDelays } from '@lilong/contracts/registry-delays';
import { lookUpNumber } from '@lilong/contracts/registry-moves';
import { bindMe, offerBinding, ownData, ownGrants, ownLooks } from '@lilong/contracts/registry-own';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City, type Person } from '../../../test/city.ts';
import { refusal } from '../../../test/refusal.ts';
import { type Put, putPerson } from '../../../test/registry-people.ts';

const lane = 310101002001000; // 云南中路居委会
const district = 310101000000000;
const minute = 60_000;

let city: City;
let wu: Person;
let an: Person;
let qu: Person;
let yan: Person;
beforeAll(async () => {
  city = await aCity({ settings: { RESIDENT_SESSION_DAYS: '120' } });
  wu = await city.person('吴干部', { as: 'committee_worker', at: lane });
  an = await city.person('安全员', { as: 'safety_admin' });
  qu = await city.person('区领导', { as: 'district', at: district });
  yan = await city.person('严审计', { as: 'auditor' });
});
afterAll(() => city.close());

async function bound(): Promise<{ who: Person; put: Put }> {
  const put = await putPerson(city, lane, { role: 'lives', until: null, protected: false });
  const who = await city.resident('居民');
  const { person, id } = put;
  const { code } = await wu.call(offerBinding, { person, document: '111', number: id });
  await who.call(bindMe, { code });
  return { who, put };
}
const asked = ({ id }: Put) => ({
  number: id,
  basis: '监察法第四十九条，沪监〔2026〕1号',
  until: '2026-03-31',
});
const looksOf = async (who: Person) => (await who.call(ownLooks, {})).looks.map(({ says }) => says);

test('one asks and two others approve; until the day the person does not read it, and then with the fact', async () => {
  const { who, put } = await bound();
  const { person } = put;
  city.clock.advance(minute);
  const { delay } = await wu.call(askDelay, asked(put));
  await wu.call(personCard, { person });
  expect(await looksOf(who)).toContain('看了您的档案');
  await an.call(decideDelay, { delay, approve: true });
  expect(await looksOf(who)).toContain('看了您的档案');
  expect((await refusal(an.call(decideDelay, { delay, approve: true }))).code).toBe('auth.decided');
  await qu.call(decideDelay, { delay, approve: true });
  expect(await looksOf(who)).toEqual(['看过证件，给了绑定码']);
  await wu.call(lookUpNumber, { document: '111', number: put.id });
  expect(await looksOf(who)).toEqual(['看过证件，给了绑定码']);
  expect((await who.call(ownData, {})).grants).toEqual([]);
  expect((await who.call(ownGrants, {})).grants).toEqual([]);
  const mine = (await yan.call(listDelays, {})).delays[0];
  expect(mine).toMatchObject({
    delay,
    state: 'approved',
    askerName: '吴干部',
    until: '2026-03-31',
  });
  expect(mine?.approvals.map(({ name }) => name)).toEqual(['安全员', '区领导']);
  expect(JSON.stringify(mine)).not.toContain(put.id);
  await city.settleDown();
  const audit = (await yan.call(searchAudit, { subject: `delay ${delay}` })).lines;
  expect(audit.map(({ act }) => act)).toEqual([
    ...['registry.delay-approved', 'registry.delay-approved', 'registry.delay-asked'],
  ]);
  expect(await asProgram(person, '2026-03-31T15:59:59Z')).toBe(1);
  city.clock.set(new Date('2026-03-31T16:00:00Z'));
  const { looks } = await who.call(ownLooks, {});
  expect(looks.map(({ says, held }) => [says, held])).toEqual([
    ['凭您出示的证件找到您的档案', '2026-03-31'],
    ['看了您的档案', '2026-03-31'],
    ['看过证件，给了绑定码', null],
  ]);
  city.clock.set(new Date('2026-03-02T02:00:00Z'));
});

/** Entries about a person that the program's role counts, whatever it states of the hour. */
async function asProgram(person: number, moment: string): Promise<number> {
  return city.db.kysely.transaction().execute(async (db) => {
    await sql
      .raw(`select set_config('lilong.persons', '{${person}}', true), set_config('lilong.moment', '${moment}', true),
      set_config('lilong.whole', 'backup', true), set_config('lilong.offices', '{[0,999999999999999]}', true)`)
      .execute(db);
    const { rows } = await sql<{ seen: number }>`
      select count(*)::int as seen from registry.access where person = ${person}`.execute(db);
    return rows[0]?.seen ?? 0;
  });
}

test('the asker never approves, others cannot, and a refusal or an end shows everything', async () => {
  const { who, put } = await bound();
  city.clock.advance(minute);
  const own = await qu.call(askDelay, asked(put));
  expect((await refusal(qu.call(decideDelay, { ...own, approve: true }))).code).toBe(
    'registry.delay-own',
  );
  const { delay } = await wu.call(askDelay, asked(put));
  for (const one of [wu, yan])
    expect((await refusal(one.call(decideDelay, { delay, approve: true }))).code).toBe(
      'auth.denied',
    );
  const far = await city.person('徐汇安全', { as: 'safety_admin', at: '徐汇区' });
  expect((await refusal(far.call(decideDelay, { delay, approve: true }))).code).toBe('auth.denied');
  expect((await far.call(listDelays, {})).delays).toEqual([]);
  const zheng = await city.person('郑干部', { as: 'committee_worker', at: 310101002002000 });
  expect((await zheng.call(listDelays, {})).delays).toEqual([]);
  for (const until of ['2026-03-01', '2026-12-31'])
    expect(await refusal(wu.call(askDelay, { ...asked(put), until }))).toMatchObject({
      ...{ code: 'registry.until', field: 'until' },
    });
  await wu.call(personCard, { person: put.person });
  for (const one of [an, qu]) await one.call(decideDelay, { delay, approve: true });
  expect(await looksOf(who)).toHaveLength(1);
  await an.call(endDelay, { delay });
  const { looks } = await who.call(ownLooks, {});
  expect(looks.map(({ held }) => held !== null)).toEqual([true, false]);
  const other = await wu.call(askDelay, asked(put));
  await an.call(decideDelay, { ...other, approve: false });
  expect((await refusal(qu.call(decideDelay, { ...other, approve: true }))).code).toBe(
    'auth.decided',
  );
});

test('what another organisation looks at is told as ever', async () => {
  const { who, put } = await bound();
  city.clock.advance(minute);
  const { delay } = await qu.call(askDelay, asked(put));
  const shi = await city.person('市领导', { as: 'city' });
  for (const one of [an, shi]) await one.call(decideDelay, { delay, approve: true });
  await wu.call(personCard, { person: put.person });
  expect(await looksOf(who)).toContain('看了您的档案');
});

test('the program’s role cannot approve for somebody, change what was approved, or take an approval away', async () => {
  const { put } = await bound();
  city.clock.advance(minute);
  const { delay } = await wu.call(askDelay, asked(put));
  const say = `select set_config('lilong.offices', '{[0,999999999999999]}', true), set_config('lilong.reader', '${wu.account}', true)`;
  const approve = (account: number) =>
    `insert into registry.delay_approval values (${delay}, ${account}, 1, 'city', now())`;
  for (const text of [
    approve(wu.account),
    approve(an.account),
    `update registry.delay set until_at = until_at + interval '1 day' where no = ${delay}`,
    `update registry.delay_approval set account = 1 where delay = ${delay}`,
    'delete from registry.delay_approval',
  ])
    await expect(
      city.db.kysely.transaction().execute(async (db) => {
        for (const one of [say, text]) await sql.raw(one).execute(db);
      }),
    ).rejects.toThrow(/permission denied|row-level security|is not changed/);
});
