// SPDX-License-Identifier: Apache-2.0
import {
  actAs,
  decidePost,
  endLoan,
  endPost,
  lendPost,
  lendPostOf,
  listBorrowers,
  listColleagues,
  listLoans,
  listStaff,
  whoAmI,
} from '@lilong/contracts/identity';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aCity, type City, type Person } from '../../test/city.ts';
import { refusal } from '../../test/refusal.ts';

const hour = 3_600_000;
const day = 24 * hour;
let city: City;
/** Two workers of one committee, one of another. */
let wang: Person;
let zhao: Person;
let far: Person;
beforeAll(async () => {
  city = await aCity();
});
afterAll(() => city.close());
beforeEach(async () => {
  wang = await city.person('王敏', { as: 'committee_worker' });
  zhao = await city.person('赵海', { as: 'committee_worker' });
  far = await city.person('钱远', { as: 'committee_worker', at: '龙泉园路居委会' });
});

const inMs = (ms: number) => new Date(city.clock().getTime() + ms);
const loanTo = (to: Person, from = 0, until = 3 * day) => ({
  to: to.account,
  from: inMs(from).toISOString(),
  until: inMs(until).toISOString(),
});
const postsOf = async (person: Person) => (await person.call(whoAmI, {})).me?.posts ?? [];

test('a lent post is acted as by a colleague, exactly as long as it was lent', async () => {
  const [begins, ends] = [inMs(hour), inMs(day)];
  const card = await wang.call(lendPost, loanTo(zhao, hour, day));
  expect(card).toMatchObject({
    role: 'committee_worker',
    lentBy: '王敏',
    validTo: ends.toISOString(),
  });

  city.clock.set(new Date(begins.getTime() - 1));
  expect((await refusal(zhao.call(actAs, { post: card.no }))).code).toBe('auth.no-such-post');
  city.clock.set(begins);
  const { post, posts } = await zhao.call(actAs, { post: card.no });
  expect(post).toEqual(card);
  expect(posts.map(({ lentBy }) => lentBy)).toEqual([null, '王敏']);
  expect(await postsOf(wang)).toHaveLength(1); // she keeps her own
});

test('a loan ends to the millisecond for somebody who is acting as it', async () => {
  const { no } = await wang.call(lendPost, loanTo(zhao, 0, hour));
  await zhao.call(actAs, { post: no });
  const acting = async () => (await zhao.call(whoAmI, {})).me?.post?.no;
  city.clock.advance(hour - 1);
  expect(await acting()).toBe(no);
  city.clock.advance(1);
  expect(await acting()).toBeUndefined();
  expect((await refusal(zhao.call(listColleagues, {}))).code).toBe('auth.denied');
  expect((await refusal(zhao.call(actAs, { post: no }))).code).toBe('auth.no-such-post');
});

test('only colleagues of one’s own organisation are offered, and only they can borrow', async () => {
  const { people } = await wang.call(listColleagues, {});
  const accounts = people.map(({ account }) => account);
  expect(accounts).toContain(zhao.account);
  expect(accounts).not.toContain(far.account);
  expect(accounts).not.toContain(wang.account);
  for (const to of [far, wang])
    expect(await refusal(wang.call(lendPost, loanTo(to)))).toMatchObject({
      code: 'found.nothing',
      field: 'to',
    });
});

test('a loan has an end after its beginning, and is not longer than thirty days', async () => {
  const wrong = [
    [loanTo(zhao, 0, 30 * day + 1), 'auth.loan-too-long'],
    [loanTo(zhao, hour, hour), 'input.invalid'],
    [loanTo(zhao, -2 * hour, -hour), 'input.invalid'],
  ] as const;
  for (const [input, code] of wrong)
    expect(await refusal(wang.call(lendPost, input))).toMatchObject({ code, field: 'until' });
  await wang.call(lendPost, loanTo(zhao, 0, 30 * day));
});

test('what is borrowed is not lent on, and administrators lend nothing', async () => {
  const { no } = await wang.call(lendPost, loanTo(zhao));
  await zhao.call(actAs, { post: no });
  const third = await city.person('孙丽', { as: 'committee_worker' });
  expect((await refusal(zhao.call(lendPost, loanTo(third)))).code).toBe('auth.denied');
  for (const as of ['system_admin', 'safety_admin', 'auditor'] as const) {
    const admin = await city.person('某管理员', { as });
    const colleague = await city.person('同事', { as: 'city' });
    expect((await refusal(admin.call(lendPost, loanTo(colleague)))).code, as).toBe('auth.denied');
  }
});

test('a loan is taken back by its lender only, at once', async () => {
  const { no } = await wang.call(lendPost, loanTo(zhao));
  await zhao.call(actAs, { post: no });
  for (const person of [zhao, far])
    expect((await refusal(person.call(endLoan, { post: no }))).code).toBe('found.nothing');
  expect((await refusal(wang.call(endLoan, { post: wang.post ?? 0 }))).code).toBe('found.nothing');
  await wang.call(endLoan, { post: no });
  expect((await zhao.call(whoAmI, {})).me?.post).toBeNull();
  expect((await refusal(wang.call(endLoan, { post: no }))).code).toBe('found.nothing');
});

test('a loan ends with the post that was lent', async () => {
  const admin = await city.person('许工', { as: 'system_admin' });
  const { no } = await wang.call(lendPost, loanTo(zhao));
  await zhao.call(actAs, { post: no });
  await admin.call(endPost, { post: wang.post ?? 0, reason: '调离' });
  expect((await zhao.call(whoAmI, {})).me?.post).toBeNull();
  const { people } = await admin.call(listStaff, { q: zhao.login ?? '' });
  expect(people[0]?.posts.map(({ status, lentBy }) => [status, lentBy])).toEqual([
    ['approved', null],
    ['ended', '王敏'],
  ]);
});

test('a loan does not outlast the post that was lent', async () => {
  const ends = inMs(day);
  await city.asOwner('update identity.post set valid_to = $2 where no = $1', [wang.post, ends]);
  const card = await wang.call(lendPost, loanTo(zhao, 0, 5 * day));
  expect(card.validTo).toBe(ends.toISOString());
});

test('a lender sees what is lent, also after coming back, and takes it back there', async () => {
  const { no } = await wang.call(lendPost, loanTo(zhao, 0, hour));
  const later = await wang.call(lendPost, loanTo(zhao, 2 * hour, 3 * hour));
  const seen = async (person: Person) => (await person.call(listLoans, {})).loans;
  expect(await seen(wang)).toMatchObject([
    { no, role: 'committee_worker', toName: '赵海', status: 'approved' },
    { no: later.no, validFrom: inMs(2 * hour).toISOString() },
  ]);
  expect(await seen(zhao)).toEqual([]);
  await wang.call(endLoan, { post: later.no });
  expect((await seen(wang)).map((loan) => loan.no)).toEqual([no]);
  city.clock.advance(hour);
  expect(await seen(wang)).toEqual([]);
  expect((await refusal(wang.call(endLoan, { post: no }))).code).toBe('found.nothing');
});

test('an administrator lends the post of somebody who cannot, once another one approves', async () => {
  const admin = await city.person('许工', { as: 'system_admin', at: '南京东路街道' });
  const safety = await city.person('郑安', { as: 'safety_admin', at: '南京东路街道' });
  const post = wang.post ?? 0;
  const { people } = await admin.call(listBorrowers, { post });
  expect(people.map(({ account }) => account)).toContain(zhao.account);
  expect(people.map(({ account }) => account)).not.toContain(wang.account);

  const loan = await admin.call(lendPostOf, { post, ...loanTo(zhao) });
  expect((await wang.call(listLoans, {})).loans).toMatchObject([{ status: 'proposed' }]);
  expect((await refusal(zhao.call(actAs, loan))).code).toBe('auth.no-such-post');
  expect((await refusal(admin.call(decidePost, { ...loan, approve: true }))).code).toBe(
    'auth.denied',
  );
  await safety.call(decidePost, { ...loan, approve: true });
  expect((await zhao.call(actAs, loan)).post?.lentBy).toBe('王敏');

  const card = (await admin.call(listStaff, { q: wang.login ?? '' })).people[0]?.posts[0];
  expect(card?.can).toEqual({ decide: false, end: true, lend: true });
  await wang.call(endLoan, loan); // hers to take back
  expect((await zhao.call(whoAmI, {})).me?.post).toBeNull();
});

test('an administrator lends within the organisation, the thirty days and his own range only', async () => {
  const admin = await city.person('许工', { as: 'system_admin', at: '南京东路街道' });
  const post = wang.post ?? 0;
  const refused = async (input: Parameters<typeof loanTo>, of = post, by = admin) =>
    (await refusal(by.call(lendPostOf, { post: of, ...loanTo(...input) }))).code;
  expect(await refused([far])).toBe('found.nothing');
  expect(await refused([wang])).toBe('found.nothing');
  expect(await refused([admin])).toBe('auth.own-grant');
  expect(await refused([zhao, 0, 31 * day])).toBe('auth.loan-too-long');
  const beside = await city.person('旁管', { as: 'system_admin', at: '外滩街道' });
  const safety = await city.person('郑安', { as: 'safety_admin', at: '南京东路街道' });
  for (const by of [beside, safety, wang])
    expect(await refused([zhao], post, by)).toBe('auth.denied');
  expect(await refused([admin], safety.post ?? 0)).toBe('auth.denied');
  const { no } = await wang.call(lendPost, loanTo(zhao));
  expect(await refused([wang], no)).toBe('auth.denied'); // what is borrowed is not lent on
});

test('a loan that waits for approval goes with the post that was to be lent', async () => {
  const admin = await city.person('许工', { as: 'system_admin' });
  const safety = await city.person('郑安', { as: 'safety_admin' });
  const loan = await admin.call(lendPostOf, { post: wang.post ?? 0, ...loanTo(zhao) });
  await admin.call(endPost, { post: wang.post ?? 0, reason: '调离' });
  expect((await refusal(safety.call(decidePost, { ...loan, approve: true }))).code).toBe(
    'auth.decided',
  );
});
