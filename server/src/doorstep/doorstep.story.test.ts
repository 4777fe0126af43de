// SPDX-License-Identifier: Apache-2.0
// 上门收件: a worker takes an old lady's papers at the door, each of them listed; the counter counts them and says what is missing
// and what is too many; she reads where each is; and they come back the same way.
import { findPapers, listPapers, receivePapers, sendPapers } from '@lilong/contracts/affair-papers';
import { counterForm, getAffair, receiveApplication } from '@lilong/contracts/affair-work';
import { getMine, startDraft, submitDraft } from '@lilong/contracts/affairs';
import { moveTicket } from '@lilong/contracts/counters';
import {
  type Collection,
  collectPapers,
  countPapers,
  doorItem,
  doorMatters,
  getCollection,
  listCollections,
  myCollections,
  returnPapers,
} from '@lilong/contracts/doorstep';
import { ownData, ownLooks } from '@lilong/contracts/registry-own';
import { showMe } from '@lilong/contracts/registry-show';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  at,
  bund,
  codeOf,
  hall,
  type Offices,
  openOffices,
  visits,
} from '../../test/affairs-people.ts';
import type { Person } from '../../test/city.ts';
import { refusal } from '../../test/refusal.ts';

let offices: Offices;
beforeAll(async () => {
  offices = await openOffices();
});
afterAll(() => offices.city.close());

const committee = '云南中路居委会';
const lease = { name: '随便什么名字', key: 'medical', form: 'original', count: 1 } as const;
const copies = { name: '户口簿复印件', form: 'copy', count: 3 } as const;
const told = { by: 'told' } as const;
const keysOf = ({ papers }: Collection) => papers.map(({ key }) => key);
const placesOf = ({ papers }: Collection) =>
  papers.map(({ name, state, holderName }) => [name, state, holderName]);
const carry = (who: Person, { ref, papers, centre }: Collection, to = centre.organisation) =>
  who.call(sendPapers, { papers: papers.map(({ key }) => ({ ref, key })), to });
const counts = ({ papers }: Collection, ...numbers: number[]) =>
  papers.map(({ key }, index) => ({ key, count: numbers[index] ?? 0 }));

/** An old lady has applied from home for what asks for a medical record, and the worker of her committee takes papers with her. */
async function collected() {
  const { wu, aResident } = offices;
  const { who, put } = await aResident('1941-05-06');
  const draft = await who.call(startDraft, {
    ...{ item: 'S013', questions: { now: 'home', again: 'no' } },
    fields: { contact: '儿子', mobility: 'help' },
  });
  const sent = await who.call(submitDraft, { ...at(draft), materials: [] });
  const made = await wu.call(collectPapers, {
    ...{ person: put.person, matter: sent.ref, papers: [lease, copies], agreed: told },
  });
  return { who, put, sent, made };
}

test('from the door to the counter and back: every paper is on the slip, counted, and told where it is', async () => {
  const { wu, gu, lu } = offices;
  const { who, put, sent, made } = await collected();
  expect(made).toMatchObject({ matter: sent.ref, centre: { name: hall }, workerName: '吴干部' });
  expect(placesOf(made)).toEqual([
    ['近期病历或出院小结', 'held', committee],
    ['户口簿复印件', 'held', committee],
  ]);
  const { matters } = await wu.call(doorMatters, { person: put.person });
  expect(matters[0]).toMatchObject({ ref: sent.ref, item: 'S013' });
  await carry(wu, made);
  const [mine] = (await who.call(myCollections, {})).collections;
  expect(mine?.papers[0]).toMatchObject({ state: 'way', holderName: committee, goingToName: hall });
  const [there] = (await gu.call(listCollections, {})).collections;
  expect(there?.papers[0]?.can).toMatchObject({ count: true, receive: false });
  expect((await gu.call(listPapers, { tab: 'coming' })).papers[0]).toMatchObject({
    ...{ door: made.ref, ref: sent.ref, can: { receive: false } },
  });
  const unseen = { papers: [{ ref: sent.ref, key: 'medical', there: true }] };
  expect(await codeOf(gu.call(receivePapers, unseen))).toBe('papers.count-first');
  const checked = await gu.call(countPapers, { ref: made.ref, counted: counts(made, 1, 3) });
  expect(checked).toMatchObject({ differs: false, words: null });
  expect(placesOf(checked).map(([, state, holder]) => [state, holder])).toEqual([
    ['held', hall],
    ['held', hall],
  ]);
  const page = await gu.call(getAffair, { ref: sent.ref });
  expect(page.materials.find(({ key }) => key === 'medical')).toMatchObject({
    ...{ how: 'paper', paper: 'held', custodianName: hall },
  });
  expect(page.timeline.at(-1)).toMatchObject({ did: 'given', words: made.ref });
  await carry(lu, checked, checked.committee.organisation);
  await wu.call(receivePapers, {
    papers: keysOf(made).map((key) => ({ ref: made.ref, key, there: true })),
  });
  const home = await wu.call(returnPapers, {
    ...{ ref: made.ref, papers: keysOf(made), agreed: told },
  });
  expect(placesOf(home).map(([, state]) => state)).toEqual(['returned', 'returned']);
  expect((await who.call(getMine, { ref: sent.ref })).materials).toContainEqual(
    expect.objectContaining({ key: 'medical', paper: 'returned', custodianName: null }),
  );
  const looks = (await who.call(ownLooks, {})).looks.map(({ says }) => says);
  for (const says of ['把材料送还给您', '窗口点了上门收来的材料', '上门收了您的材料'])
    expect(looks).toContain(says);
  expect((await gu.call(listCollections, { tab: 'all' })).collections).toHaveLength(1);
  expect((await gu.call(listCollections, {})).collections).toHaveLength(0);
  const { groups } = await who.call(ownData, {});
  expect(groups.find(({ group }) => group === 'papers')?.values[0]?.more).toContain(
    '户口簿复印件（复印件，3 份）：已送还',
  );
});

test('what is missing or too many is said in words, and never put right in silence', async () => {
  const { wu, gu } = offices;
  const { who, sent, made } = await collected();
  await carry(wu, made);
  const fewer = { ref: made.ref, counted: counts(made, 0, 2) };
  const first = { ref: made.ref, counted: counts(made, 1).slice(0, 1) };
  expect(await codeOf(gu.call(countPapers, first))).toBe('doorstep.uncounted');
  expect((await refusal(gu.call(countPapers, fewer))).field).toBe('words');
  const besides = [{ name: '存折复印件', form: 'copy' as const, count: 1 }];
  const words = '病史没有，复印件少一份，多一份存折复印件';
  const checked = await gu.call(countPapers, { ...fewer, besides, words });
  expect(checked).toMatchObject({ differs: true, words });
  expect(
    checked.papers.map(({ count, counted, state, holderName }) => [
      ...[count, counted, state, holderName],
    ]),
  ).toEqual([
    [1, 0, 'missing', committee],
    [3, 2, 'held', hall],
    [0, 1, 'held', hall],
  ]);
  expect((await who.call(myCollections, {})).collections[0]).toMatchObject({
    differs: true,
    words,
  });
  const page = await gu.call(getAffair, { ref: sent.ref });
  expect(page.timeline.at(-1)).toMatchObject({ did: 'given', words });
  expect(page.materials.find(({ key }) => key === 'medical')).toMatchObject({
    ...{ how: 'later', paper: 'missing', custodianName: committee },
  });
  // Found in the worker's bag, it is brought and counted like any other; that it once differed stays.
  await wu.call(findPapers, { papers: [{ ref: made.ref, key: 'medical' }], words: '落在包里' });
  const again = await wu.call(getCollection, { ref: made.ref });
  await carry(wu, { ...again, papers: again.papers.filter(({ can }) => can.send) });
  const counted = [{ key: 'medical', count: 1 }];
  const whole = await gu.call(countPapers, { ref: made.ref, counted });
  expect(whole).toMatchObject({ differs: true, words });
  expect(await codeOf(gu.call(countPapers, { ref: made.ref, counted }))).toBe('papers.state');
  expect(
    (await gu.call(getAffair, { ref: sent.ref })).materials.find(({ key }) => key === 'medical'),
  ).toMatchObject({ how: 'paper', custodianName: hall });
});

test('papers for what is not applied for yet get their application when the counter receives it', async () => {
  const { wu, bai, gu, aPerson, city } = offices;
  const old = await aPerson('1938-02-03');
  const { lacking } = await wu.call(doorItem, { person: old.person, item: 'S013' });
  expect(lacking.map(({ key }) => key)).toContain('medical');
  const made = await wu.call(collectPapers, {
    ...{ person: old.person, item: 'S013', papers: [lease, copies], agreed: told },
  });
  expect(made).toMatchObject({ matter: null, name: old.name, centre: { name: hall } });
  await carry(wu, made);
  await gu.call(countPapers, { ref: made.ref, counted: counts(made, 1, 3) });
  const ticket = await visits(offices, gu, old);
  const form = await gu.call(counterForm, { person: old.person, item: 'S013' });
  expect(form.collected).toMatchObject([
    { key: 'medical', name: '近期病历或出院小结', count: 1, holderName: hall },
    { name: '户口簿复印件', count: 3 },
  ]);
  const page = await gu.call(receiveApplication, {
    ...{ person: old.person, item: 'S013', consent: told },
    questions: { now: 'home', again: 'no' },
    fields: { contact: '女儿', mobility: 'help' },
    materials: [{ key: 'medical', how: 'paper' }],
  });
  await gu.call(moveTicket, { ticket, move: 'done' });
  const after = await gu.call(getCollection, { ref: made.ref });
  expect(after).toMatchObject({ matter: page.ref });
  expect(keysOf(after)[0]).toBe('medical');
  const lines = (await gu.call(listPapers, {})).papers.filter(({ ref }) => ref === page.ref);
  expect(lines.map(({ door }) => door)).toEqual([made.ref, made.ref]); // one row each, not two
  const steps = await city.asOwner(`select set_config('lilong.whole', 'backup', true);
    select s.did from affairs.paper_step s join affairs.paper p on p.street = s.street and p.no = s.paper
    where p.door_street = 310101002 and p.material = 'medical' and p.application is not null order by s.no desc limit 3`);
  expect(steps.filter((row) => 'did' in row).map(({ did }) => did)).toEqual([
    ...['receive', 'send', 'brought'],
  ]);
  expect((await bai.call(listCollections, { tab: 'all' })).collections).toEqual([]);
  expect(await codeOf(bai.call(getCollection, { ref: made.ref }))).toBe('found.nothing');
});

test('who may: the worker of the own committee, the centre that it goes to, and a code of that person alone', async () => {
  const { city, wu, gu, bai, aResident } = offices;
  const { who, put, made } = await collected();
  const far = await city.person('远干部', { as: 'committee_worker', at: '龙泉园路居委会' });
  const asked = { person: put.person, item: 'S177', papers: [copies], agreed: told };
  expect(await codeOf(far.call(collectPapers, asked))).toBe('auth.denied');
  expect(await codeOf(far.call(doorMatters, { person: put.person }))).toBe('auth.denied');
  expect(await codeOf(gu.call(collectPapers, asked))).toBe('auth.denied');
  const { item: _, ...nothing } = asked;
  expect(await codeOf(wu.call(collectPapers, nothing))).toBe('doorstep.what');
  const stranger = await aResident();
  const codeBy = async (one: Person) => ({
    by: 'code' as const,
    code: (await one.call(showMe, {})).number,
  });
  const byOther = { ...asked, agreed: await codeBy(stranger.who) };
  expect(await codeOf(wu.call(collectPapers, byOther))).toBe('registry.shown-code');
  const shown = await wu.call(collectPapers, { ...asked, agreed: await codeBy(who) });
  expect(shown).toMatchObject({ agreed: 'code', matter: null, itemName: '社区学校报名' });
  expect((await far.call(listCollections, { tab: 'all' })).collections).toEqual([]);
  const counted = { ref: made.ref, counted: counts(made, 1, 3) };
  expect((await refusal(bai.call(countPapers, counted))).status).toBe(404);
  expect(await codeOf(gu.call(countPapers, counted))).toBe('papers.state'); // still with the committee
  expect((await stranger.who.call(myCollections, {})).collections).toEqual([]);
  const elsewhere = (await city.organisation(bund)).no;
  expect(await codeOf(carry(wu, made, elsewhere))).toBe('papers.not-theirs');
  // The worker brings it back at once; without the yes of its person it is not given back by the list.
  const back = { ref: made.ref, papers: keysOf(made), agreed: await codeBy(who) };
  expect(placesOf(await wu.call(returnPapers, back)).map(([, state]) => state)).toEqual([
    ...['returned', 'returned'],
  ]);
});

test('the database says the same, and a helper carries nobody’s papers', async () => {
  const { city } = offices;
  const { put, made } = await collected();
  const no = (await city.organisation(committee)).no;
  const sees = async (said: Record<string, string>) => {
    const { rows } = await city.db.kysely.transaction().execute(async (trx) => {
      for (const [name, value] of Object.entries(said))
        await sql`select set_config(${`lilong.${name}`}, ${value}, true)`.execute(trx);
      return sql<{ no: number }>`select c.no from doorstep.collection c join affairs.paper p
        on p.door_street = c.street and p.door = c.no where c.person = ${put.person}`.execute(trx);
    });
    return rows.length;
  };
  expect(made.papers).toHaveLength(2);
  expect(await sees({})).toBe(0);
  expect(await sees({ office: String(no) })).toBe(2);
  expect(await sees({ office: String(no + 100_000) })).toBe(0);
  expect(await sees({ persons: `{${put.person}}` })).toBe(2);
  expect(await sees({ persons: `{${put.person}}`, mandate: '1' })).toBe(0);
});
