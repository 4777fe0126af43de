// SPDX-License-Identifier: Apache-2.0
// An auditor is told which looks at people to look at once: by rules that a city sets, without comparing anybody.
import { auditPatterns } from '@lilong/contracts/audit-patterns';
import { personCard, revealValue } from '@lilong/contracts/registry';
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

test('an auditor of another district is told nothing of it, nobody else may ask, and asking is noted', async () => {
  const pudong = await city.place('浦东新区');
  const elsewhere = await city.person('别区审计', { as: 'auditor', at: pudong.no });
  expect(await told(elsewhere)).toEqual([]);
  const huangpu = await city.place('黄浦区');
  const here = await city.person('本区审计', { as: 'auditor', at: huangpu.no });
  expect(await told(here)).toHaveLength(4);
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
