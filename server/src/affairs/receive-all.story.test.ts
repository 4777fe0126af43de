// SPDX-License-Identifier: Apache-2.0
// Several people at their windows at the same moment: what shares a transaction shares nothing else.
import { listItems } from '@lilong/contracts/affair-items';
import { receiveApplication } from '@lilong/contracts/affair-work';
import { type AffairPage, listMine, startDraft } from '@lilong/contracts/affairs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bund, hall, type Offices, openOffices, visits } from '../../test/affairs-people.ts';
import type { Person } from '../../test/city.ts';
import { refusal } from '../../test/refusal.ts';

let offices: Offices;
beforeAll(async () => {
  offices = await openOffices();
});
afterAll(() => offices.city.close());

const receive = (clerk: Person, person: number, item: string): Promise<AffairPage> =>
  clerk.call(receiveApplication, { person, item, consent: { by: 'told' } });
const pagesOf = (settled: readonly PromiseSettledResult<AffairPage>[]) =>
  settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
const codesOf = (settled: readonly PromiseSettledResult<AffairPage>[]) =>
  Promise.all(
    settled.flatMap((one) =>
      one.status === 'rejected' ? [refusal(Promise.reject(one.reason))] : [],
    ),
  ).then((all) => all.map(({ code }) => code));

test('each is received in the name of whoever serves them; refusals, drafts and seconds harm nobody', async () => {
  const { city, gu, bai, aResident } = offices;
  const [one, two, three] = [await aResident(), await aResident(), await aResident()];
  await visits(offices, gu, one.put);
  await visits(offices, bai, two.put);
  const { items } = await city.anyone().call(listItems, {});
  const plain = items.filter(({ complete, fromHome }) => !complete && fromHome);
  const keys = plain.slice(0, 8).map(({ item }) => item);
  const [first = '', , , begun = ''] = keys;
  const draft = await one.who.call(startDraft, { item: begun });
  const at = (clerk: Person, person: number) => keys.map((item) => receive(clerk, person, item));
  const [ours, theirs, stray] = await Promise.all([
    Promise.allSettled([...at(gu, one.put.person), receive(gu, one.put.person, first)]),
    Promise.allSettled(at(bai, two.put.person)),
    Promise.allSettled([
      receive(gu, three.put.person, first), // no visit of theirs is open
      receive(bai, one.put.person, keys[1] ?? ''), // theirs is open to somebody else
      receive(gu, one.put.person, 'S999'),
    ]),
  ]);
  expect(await codesOf([...ours, ...theirs])).toEqual(['affairs.there']); // one of the two that are the same
  expect(await codesOf(stray)).toEqual(['affairs.no-grant', 'affairs.no-grant', 'found.nothing']);
  for (const [settled, name, counter] of [
    [ours, one.put.name, hall],
    [theirs, two.put.name, bund],
  ] as const) {
    const pages = pagesOf(settled);
    expect(new Set(pages.map(({ item }) => item))).toEqual(new Set(keys));
    for (const page of pages) {
      expect(page).toMatchObject({ name, acceptName: hall, receiveName: counter });
      expect(page.consent).toMatchObject({ how: 'told', ended: null });
      expect(page.timeline.map(({ did }) => did)).toEqual(
        counter === hall ? ['submit', 'receive', 'accept'] : ['submit', 'receive'],
      );
      expect(page.timeline.every(({ organisationName }) => organisationName === counter)).toBe(
        true,
      );
      expect(page.can.grant === true || page.can.begin === true).toBe(
        counter === hall && page.decideName === hall,
      );
    }
  }
  const mine = (await one.who.call(listMine, {})).affairs;
  expect(mine.map(({ state }) => state)).toEqual(Array(keys.length).fill('accepted'));
  expect(mine.map(({ ref }) => ref)).not.toContain(draft.ref); // it went into the one from the window
  expect((await three.who.call(listMine, {})).affairs).toEqual([]);
});

test('what they wrote says who did it: steps, consents, grants, looks and audit of one never of another', async () => {
  const { city, gu, bai } = offices;
  const see = `select set_config('lilong.affairs', '{[0,999999999999999]}', true), set_config('lilong.whole', 'backup', true);`;
  const written = (await city.asOwner(`${see}
    select p.person, c.account, c.organisation = p.receive_org as here, count(distinct p.xmin::text)::int as transactions, count(*)::int as all,
      sum((select count(*) from affairs.step s where s.street = p.street and s.application = p.no and s.account = c.account
        and s.organisation = p.receive_org))::int as steps,
      sum((select count(distinct g.organisation) from registry.access_grant g where g.person = p.person and g.account is null
        and g.organisation in (p.accept_org, p.decide_org) and g.matter like format('A%s-%s_', p.street, p.no)))::int
        - count(*) filter (where p.accept_org <> p.decide_org)::int as grants
    from affairs.application p join affairs.consent c on c.street = p.street and c.application = p.no
    group by 1, 2, 3 order by c.account`)) as Record<string, number | boolean>[];
  const looks = (await city.asOwner(`${see}
    select person, account, count(*)::int as looks, count(*) filter (where elements = '{agreed}')::int as agreed
    from registry.access where purpose = 'affair' and act = 'card' group by 1, 2 order by account`)) as Record<
    string,
    number
  >[];
  const last = <T>(rows: readonly T[], no: number): T[] => rows.slice(-no);
  const [atHall, atBund] = last(written, 2);
  expect([atHall?.account, atBund?.account]).toEqual([gu.account, bai.account]);
  expect(atHall).toMatchObject({ all: 8, here: true, steps: 24, grants: 8 });
  expect(atBund).toMatchObject({ all: 8, here: true, steps: 16, grants: 8 });
  expect(last(looks, 2)).toMatchObject([
    { person: atHall?.person, account: gu.account, agreed: 8 },
    { person: atBund?.person, account: bai.account, agreed: 8 },
  ]);
  const shared = Number(atHall?.transactions) + Number(atBund?.transactions);
  // They were served together; the embedded database lets one in after the other, and nobody waits for company.
  expect(shared).toBeLessThan(city.db.kind === 'server' ? 16 : 17);
  const audited = await city.asOwner(`
    select account, count(*)::int as lines from kernel.audit where act = 'affairs.received' and outcome = 'done' group by 1 order by 1`);
  expect(audited.slice(-2)).toEqual([
    { account: gu.account, lines: 8 },
    { account: bai.account, lines: 8 },
  ]);
});
