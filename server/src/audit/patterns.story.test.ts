// SPDX-License-Identifier: Apache-2.0
// An auditor is told which looks at people to look at once: by rules that a city sets, without comparing anybody.
import { searchAudit } from '@lilong/contracts/audit';
import { auditPatterns } from '@lilong/contracts/audit-patterns';
import { personCard, revealValue } from '@lilong/contracts/registry';
import { ownTie, sayTie } from '@lilong/contracts/registry-ties';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusedWith } from '../../test/case-steps.ts';
import { aCity, type City, type Person } from '../../test/city.ts';
import { type Put, putPerson } from '../../test/registry-people.ts';

const lane = 310101002001000; // 云南中路居委会
const usual = { role: 'lives', until: null, protected: false } as const;
const workers = 6;

let city: City;
let yan: Person; // auditor
let wu: Person;
let people: Put[];
beforeAll(async () => {
  city = await aCity();
  yan = await city.person('严审计', { as: 'auditor' });
  wu = await city.person('吴干部', { as: 'committee_worker', at: lane });
  people = [];
  for (let made = 0; made < 22; made += 1) people.push(await putPerson(city, lane, usual));
  await city.asOwner("update identity.session set ends_at = '2027-01-01'"); // signed in for days
});
afterAll(() => city.close());

/** What the auditor is told now, newest first. */
async function told(who = yan) {
  await city.settleDown();
  return (await who.call(auditPatterns, {})).patterns;
}
const cards = async (who: Person, of: readonly Put[]) => {
  for (const { person } of of) await who.call(personCard, { person });
};
const at = (moment: string): void => city.clock.set(moment);

test('a day’s work is no pattern, and opening many numbers in a day is one', async () => {
  at('2026-03-02T02:00:00Z'); // Monday, ten o’clock
  const open = async (of: readonly Put[]) => {
    for (const { person } of of)
      await wu.call(revealValue, { person, element: 'phone', purpose: 'visit' });
  };
  await open(people.slice(0, 20));
  expect(await told()).toEqual([]);
  await open(people.slice(20, 21));
  expect(await told()).toEqual([
    {
      ...{ kind: 'many_opened', at: expect.any(String), from: '2026-03-02', to: '2026-03-02' },
      ...{ actorName: '吴干部', role: 'committee_worker', subject: null, over: 20 },
      organisationName: expect.stringContaining('云南中路'),
    },
  ]);
  const { lines } = await yan.call(searchAudit, { act: 'reveal' });
  expect(lines[0]).toMatchObject({ purpose: 'visit', purposeName: '上门走访' });
});

test('looking at several people at night is one, and an hour after closing is none', async () => {
  at('2026-03-03T10:30:00Z'); // 18:30, the office closed at 17:00
  await cards(wu, people.slice(0, 4));
  expect(await told()).toHaveLength(1);
  at('2026-03-03T14:00:00Z'); // 22:00
  await cards(wu, people.slice(0, 3));
  expect(await told()).toHaveLength(1);
  await cards(wu, people.slice(3, 4));
  expect((await told())[0]).toMatchObject({ kind: 'outside_hours', from: '2026-03-03', over: 3 });
});

test('coming back to one person day after day is one', async () => {
  const [known] = people.slice(10, 11);
  if (known === undefined) return expect.fail('nobody was put');
  for (const day of ['04', '05', '06', '09', '10', '11']) {
    at(`2026-03-${day}T02:00:00Z`);
    await cards(wu, [known]);
  }
  expect((await told())[0]).toMatchObject({
    ...{ kind: 'same_again', subject: `person ${known.person}`, over: 5 },
    ...{ from: '2026-03-02', to: '2026-03-11', actorName: '吴干部' }, // a number was opened on the second
  });
});

test('somebody at whom many of the staff look is one, and nobody is named for it', async () => {
  const [known] = people.slice(21);
  if (known === undefined) return expect.fail('nobody was put');
  for (let one = 0; one < workers; one += 1)
    await cards(await city.person(`干部${one}`, { as: 'committee_worker', at: lane }), [known]);
  expect((await told())[0]).toMatchObject({
    ...{ kind: 'many_look', subject: `person ${known.person}`, over: 5 },
    ...{ actorName: null, role: null, organisationName: null },
  });
});

test('who says which card is the own leaves the own household to others, and looks behind the own door are told', async () => {
  at('2026-03-12T02:00:00Z');
  const [self, ...behind] = people.slice(14, 18);
  const mine = self ?? expect.fail('nobody was put');
  const li = await city.person('李干部', { as: 'committee_worker', at: lane });
  await cards(li, [mine]);
  await city.asOwner(`
    select set_config('lilong.whole', 'rotation', true);
    update registry.presence set household = (select household from registry.presence where person = ${mine.person}),
      home = (select home from registry.presence where person = ${mine.person}) where person = ${behind[0]?.person ?? 0}`);
  expect(await li.call(ownTie, {})).toEqual({ since: null, number: null });
  expect(await refusedWith(li.call(sayTie, { number: '310100198001010009' }))).toBe(
    'registry.id-number',
  );
  await li.call(sayTie, { number: mine.id });
  expect((await li.call(ownTie, {})).number).toBe(`310***********${mine.id.slice(-4)}`);
  for (const { person } of [mine, ...behind.slice(0, 1)]) {
    expect(await refusedWith(li.call(personCard, { person }))).toBe('registry.own-household');
    const phone = { person, element: 'phone', purpose: 'visit' } as const;
    expect(await refusedWith(li.call(revealValue, phone))).toBe('registry.own-household');
  }
  await cards(wu, [mine]); // a colleague
  expect((await told()).map(({ kind, actorName }) => [kind, actorName])).toContainEqual([
    ...['own_household', '李干部'],
  ]);
  await city.asOwner(`
    select set_config('lilong.whole', 'rotation', true);
    update registry.presence set household = null, home = (select home from registry.presence where person = ${mine.person})
      where person in (${behind.map(({ person }) => person).join()})`);
  await cards(li, behind.slice(0, 2));
  const isNear = ({ kind }: { readonly kind: string }) => kind === 'neighbours';
  expect((await told()).some(isNear)).toBe(false);
  await cards(li, behind);
  expect((await told()).find(isNear)).toMatchObject({
    ...{ actorName: '李干部', subject: null, over: 2, from: '2026-03-12', to: '2026-03-12' },
  });
});

test('an auditor of another district is told nothing of it, nobody else may ask, and asking is noted', async () => {
  const pudong = await city.place('浦东新区');
  const elsewhere = await city.person('别区审计', { as: 'auditor', at: pudong.no });
  expect(await told(elsewhere)).toEqual([]);
  const huangpu = await city.place('黄浦区');
  const here = await city.person('本区审计', { as: 'auditor', at: huangpu.no });
  expect(await told(here)).toHaveLength(6);
  expect(await refusedWith(wu.call(auditPatterns, {}))).toBe('auth.denied');
  await city.settleDown();
  const noted = await city.asOwner(
    "select distinct outcome from kernel.audit where act = 'audit.patterns'",
  );
  expect(noted).toEqual([{ outcome: 'read' }]);
});

test('what is a month old is told no more', async () => {
  at('2026-05-01T02:00:00Z');
  expect(await told()).toEqual([]);
});
