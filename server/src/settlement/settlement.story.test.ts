// SPDX-License-Identifier: Apache-2.0
// What centres and departments did for each other in March: counted, closed, objected to, corrected in April.
import {
  decideAffair,
  deliverAffair,
  moveAffair,
  receiveApplication,
} from '@lilong/contracts/affair-work';
import { moveTicket } from '@lilong/contracts/counters';
import {
  answerObjection,
  closeMonth,
  objectLine,
  settleFile,
  settleMonths,
  settleReferences,
  settleStatement,
} from '@lilong/contracts/settlement';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  at,
  bund,
  bureau,
  codeOf,
  hall,
  type Offices,
  openOffices,
  visits,
} from '../../test/affairs-people.ts';
import type { Person } from '../../test/city.ts';

let offices: Offices;
/** Manager of the hall of another street, which receives for the lane's. */
let bo: Person;
let town: Person;
let next: Person;
const [march, april] = ['2026-03-01', '2026-04-01'];
beforeAll(async () => {
  offices = await openOffices();
  bo = await offices.city.person('柏主任', { as: 'centre_manager', organisation: bund });
  town = await offices.city.person('市里', { as: 'city' });
  next = await offices.city.person('徐区长', { as: 'district', at: 310104000000000 });
});
afterAll(() => offices.city.close());

/** Somebody of the lane applies at a counter; the bureau decides. */
async function received(clerk: Person) {
  const put = await offices.aPerson();
  const ticket = await visits(offices, clerk, put);
  const page = await clerk.call(receiveApplication, {
    ...{ person: put.person, item: 'S013', consent: { by: 'told' }, onlyReceive: true },
    questions: { now: 'home', again: 'no' },
    fields: { contact: '儿子', mobility: 'help' },
    materials: [{ key: 'medical', how: 'paper' }],
  });
  await clerk.call(moveTicket, { ticket, move: 'done' });
  return page;
}
/** Accepted at the hall of the lane, granted, delivered by whoever received it. */
async function wentThrough(clerk: Person): Promise<string> {
  const accepted = await offices.gu.call(moveAffair, {
    ...at(await received(clerk)),
    move: 'accept',
  });
  const granted = await offices.civil.call(decideAffair, { ...at(accepted), decision: 'grant' });
  await clerk.call(deliverAffair, { ...at(granted), by: 'window' });
  return granted.ref;
}
const shortOf = ({ doerName, onBehalfName, what, count, units }: Record<string, unknown>) => [
  ...[doerName, onBehalfName, what, count, units],
];
const statement = (who: Person, month = march) => who.call(settleStatement, { month });
const linesOf = async (who: Person, month?: string) =>
  (await statement(who, month)).lines.map(shortOf);

test('each step for another office is credited to whoever did it, once, and to nobody what one does for oneself', async () => {
  const ref = await wentThrough(offices.bai);
  await wentThrough(offices.gu);
  await received(offices.bai);
  expect(await linesOf(bo)).toEqual(
    [
      [bund, hall, 'received', 2, 20],
      [bund, bureau, 'delivered', 1, 5],
      [bund, bureau, 'kept', 1, 2],
    ].toSorted(byOffice(await statement(bo))),
  );
  expect(await statement(bo)).toMatchObject({
    ...{
      closedAt: null,
      did: { count: 4, units: 27, fen: 0 },
      had: { count: 0, units: 0, fen: 0 },
    },
  });
  expect(await statement(offices.lu)).toMatchObject({
    ...{ did: { count: 4, units: 27 }, had: { count: 2, units: 20 } }, // accepted 2, delivered 1, kept 1
  });
  expect(await statement(offices.head)).toMatchObject({ did: { count: 0 }, had: { count: 6 } });
  expect((await statement(town)).did).toMatchObject({ count: 8 });
  expect(await linesOf(next)).toEqual([]);
  const [line] = (await statement(bo)).lines.filter(({ what }) => what === 'kept');
  if (line === undefined) throw new Error('nothing was kept');
  const behind = { month: march, doer: line.doer, onBehalf: line.onBehalf, what: line.what };
  expect(await offices.head.call(settleReferences, behind)).toMatchObject({
    total: 1,
    references: [{ ref }],
  });
  expect(await offices.lu.call(settleReferences, behind)).toMatchObject({ total: 0 }); // not the hall's
  expect(await codeOf(offices.gu.call(settleMonths, {}))).toBe('auth.denied');
});

/** Lines stand in the order of organisations' numbers. */
function byOffice({ lines }: Awaited<ReturnType<typeof statement>>) {
  const place = (row: readonly unknown[]) =>
    lines.findIndex((line) => shortOf(line).join() === row.join());
  return (one: readonly unknown[], other: readonly unknown[]) => place(one) - place(other);
}

test('a month is closed once, when it is over, in its order; then it stays, and the next one begins', async () => {
  expect(await codeOf(town.call(closeMonth, { month: march }))).toBe('settlement.not-over');
  offices.city.clock.set(new Date('2026-04-07T01:00:00Z'));
  const before = (await statement(town)).lines.map(shortOf);
  expect(await codeOf(bo.call(closeMonth, { month: march }))).toBe('auth.denied');
  expect(await codeOf(town.call(closeMonth, { month: april }))).toBe('settlement.not-over');
  expect(await linesOf(town, april)).toEqual([]); // March is not April's, closed or not
  await town.call(closeMonth, { month: march });
  expect(await codeOf(town.call(closeMonth, { month: march }))).toBe('settlement.closed');
  expect((await statement(town)).lines.map(shortOf)).toEqual(before);
  await wentThrough(offices.bai);
  expect((await statement(town)).lines.map(shortOf)).toEqual(before);
  expect((await statement(town, april)).did.count).toBe(4);
  expect((await town.call(settleMonths, {})).months).toMatchObject([
    { month: april, closedAt: null, can: { close: false } },
    { month: march, can: { close: false } },
  ]);
  await expect(offices.city.asOwner('update settlement.line set units = 0')).rejects.toThrow(
    /does not change/,
  );
  await expect(offices.city.asOwner('delete from settlement.month')).rejects.toThrow(
    /does not change/,
  );
  const { text, name } = await bo.call(settleFile, { month: march });
  expect(name).toBe('结算单-2026-03-已封账.csv');
  expect(text).toContain(`"${bund}","${hall}","代收件","2","20","0.00",""`);
});

test('the other side answers an objection; what is taken off stands in the next month, at what it was worth', async () => {
  const { lines } = await statement(offices.lu);
  const line = lines.find(({ what }) => what === 'received');
  const no = line?.line ?? 0;
  expect(line).toMatchObject({ can: { object: true }, count: 2 });
  expect(await codeOf(offices.head.call(objectLine, { line: no, reason: '不是我们的' }))).toBe(
    'auth.denied',
  );
  await offices.lu.call(objectLine, { line: no, reason: '有一件是重复收的' });
  expect(await codeOf(offices.lu.call(objectLine, { line: no, reason: '再说一次' }))).toBe(
    'settlement.objected',
  );
  expect((await bo.call(settleMonths, {})).toAnswer).toEqual([march]);
  const [waiting] = (await statement(bo)).lines.flatMap(({ objections }) => objections);
  expect(waiting).toMatchObject({
    reason: '有一件是重复收的',
    organisationName: hall,
    can: { answer: true },
  });
  const objection = waiting?.no ?? 0;
  const said = { objection, answer: '查过了，确实重复' };
  expect(await codeOf(offices.lu.call(answerObjection, { ...said, takenOff: 1 }))).toBe(
    'auth.denied',
  );
  expect(await codeOf(bo.call(answerObjection, { ...said, takenOff: 3 }))).toBe(
    'settlement.too-many',
  );
  await bo.call(answerObjection, { ...said, takenOff: 1 });
  expect(await codeOf(bo.call(answerObjection, { ...said, takenOff: 1 }))).toBe(
    'settlement.answered',
  );
  expect((await statement(bo)).did).toMatchObject({ count: 4 }); // closed is closed
  offices.city.clock.set(new Date('2026-05-06T01:00:00Z'));
  await town.call(closeMonth, { month: april });
  const corrected = (await statement(offices.lu, april)).lines.filter(
    ({ corrects }) => corrects !== null,
  );
  expect(corrected).toMatchObject([
    { corrects: march, count: -1, units: -10, can: { object: false } },
  ]);
  const first = (await statement(offices.lu)).lines.find(({ what }) => what === 'received');
  expect(first?.objections).toMatchObject([{ takenOff: 1, month: april, answer: said.answer }]);
});

test('what all statements say is what was done, and no person is in any of it', async () => {
  const [done] = await offices.city
    .asOwner(`
    select set_config('lilong.whole', 'backup', true);
    select count(*)::int as steps from (
      select distinct s.street, s.application, s.did from affairs.step s join affairs.application a on a.street = s.street and a.no = s.application
      where (s.did = 'receive' and s.organisation <> a.accept_org) or (s.did in ('accept', 'deliver') and s.organisation <> a.decide_org)
        or (s.did = 'grant' and a.custodian_org <> a.decide_org)) t`)
    .then((rows) => rows.filter((row) => 'steps' in row));
  const sums = await offices.city.asOwner(`
    select (select count(*)::int from settlement.credit) as credits,
      (select sum(count)::int from settlement.line where of_line is null) as lines`);
  expect(sums).toEqual([{ credits: done?.steps, lines: done?.steps }]);
  const columns = await offices.city.asOwner(`select column_name from information_schema.columns
    where table_schema = 'settlement' and column_name ~ '(person|name|pinyin|sealed)'`);
  expect(columns).toEqual([]);
});
