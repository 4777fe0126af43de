// SPDX-License-Identifier: Apache-2.0
// A crew without accounts: a sheet of paper with a QR code opens one case, during one dispatch.
import {
  getCase,
  listCases,
  openOrder,
  printOrder,
  reportOrder,
} from '@lilong/contracts/case-work';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  dispatched,
  inHand,
  minute,
  move,
  refusedWith,
  rowOf,
  type Staff,
  staffOf,
} from '../../test/case-steps.ts';
import { aCity, type City, type Person } from '../../test/city.ts';

let city: City;
let staff: Staff;
let lin: Person;
beforeAll(async () => {
  city = await aCity({ settings: { PUBLIC_URL: 'https://lilong.example/' } });
  staff = await staffOf(city);
  lin = await city.resident('林阿婆');
});
afterAll(() => city.close());

async function print(ref: string): Promise<string> {
  const { url, qrSvg } = await staff.zhao.call(printOrder, { ref });
  expect(url).toMatch(/^https:\/\/lilong\.example\/order\/[\w-]{43}$/);
  expect(qrSvg).toMatch(/^<svg /);
  return url.split('/').at(-1) ?? '';
}
const isOpen = async (token: string) => (await city.anyone().call(openOrder, { token })).open;
const done = (token: string) =>
  city.anyone().call(reportOrder, { token, words: '清完了，冲过地', photos: [] });

test('the crew scans the sheet, sees where to go, and reports the work with a photo', async () => {
  const { caseRef } = await inHand(staff, lin);
  const token = await print(caseRef);
  const crew = city.anyone();
  const { name } = await city.organisation(staff.lead);
  expect(await crew.call(openOrder, { token })).toMatchObject({
    ref: caseRef,
    open: true,
    title: '弄口生活垃圾成堆，有异味',
    address: '南京东路 139 弄口',
    organisationName: name,
    committeePhone: expect.stringMatching(/\d{7}/),
  });
  const picture = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'gray' } })
    .jpeg()
    .toBuffer();
  const send = (order: string) =>
    crew.fetch({
      method: 'POST',
      url: `/api/files?kind=photo&order=${order}`,
      headers: { 'content-type': 'image/jpeg' },
      payload: picture,
    });
  expect((await send('guessed')).statusCode).toBe(401);
  const file = (await send(token)).json<{ no: number }>().no;
  await crew.call(reportOrder, { token, words: '清完了，冲过地', photos: [file] });

  expect((await rowOf(city, caseRef)).state).toBe('handle_finish');
  const { flow, photos } = await staff.zhao.call(getCase, { ref: caseRef });
  expect(flow.at(-1)).toMatchObject({
    move: 'crew_done',
    byRole: 'crew',
    byOrganisation: name,
    byName: null,
    words: '清完了，冲过地',
  });
  expect(photos).toMatchObject([{ file, kind: 'after' }]);
  expect(await crew.call(openOrder, { token })).toEqual({
    ref: caseRef,
    open: false,
    title: '',
    address: '',
    placeName: '',
    dueAt: null,
    organisationName: null,
    committeePhone: null,
  });
  expect(await refusedWith(done(token))).toBe('cases.wrong-state');

  await move(staff.zhao, caseRef, 'redo', { reason: '角落里还有' });
  expect(await isOpen(token)).toBe(true); // the same dispatch, the same sheet
});

test('work done before anybody signed counts as accepted', async () => {
  const { caseRef } = await dispatched(staff, lin);
  const token = await print(caseRef);
  await done(token);
  const { flow } = await staff.zhao.call(getCase, { ref: caseRef });
  expect(flow.slice(-3).map((entry) => [entry.move, entry.byRole])).toEqual([
    ['print_order', 'department_officer'],
    ['accept', 'crew'],
    ['crew_done', 'crew'],
  ]);
  expect(await rowOf(city, caseRef)).toMatchObject({ state: 'handle_finish', solved_at: null });
});

test('the sheet of one dispatch does not open the next', async () => {
  const { caseRef } = await dispatched(staff, lin);
  const old = await print(caseRef);
  city.clock.advance(minute);
  await move(staff.wang, caseRef, 'recall', { reason: '派错了' });
  expect(await isOpen(old)).toBe(false);
  await move(staff.wang, caseRef, 'dispatch', { organisation: staff.lead });
  await move(staff.zhao, caseRef, 'accept');
  expect(await isOpen(old)).toBe(false);
  expect(await refusedWith(done(old))).toBe('cases.wrong-state');
  expect((await rowOf(city, caseRef)).state).toBe('handling');
  const fresh = await print(caseRef);
  expect(await isOpen(fresh)).toBe(true);
});

test('a guessed token opens nothing, and only the organisation that has the case prints one', async () => {
  const { caseRef } = await inHand(staff, lin);
  const token = 'A'.repeat(43);
  expect(await refusedWith(city.anyone().call(openOrder, { token }))).toBe('found.nothing');
  expect(await refusedWith(done(token))).toBe('found.nothing');
  for (const person of [staff.wang, staff.gu, lin])
    expect(await refusedWith(person.call(printOrder, { ref: caseRef }))).toBe('auth.denied');
  await move(staff.zhao, caseRef, 'finish', { words: '清了' });
  expect(await refusedWith(staff.zhao.call(printOrder, { ref: caseRef }))).toBe(
    'cases.wrong-state',
  );
  expect(await refusedWith(city.anyone().call(listCases, {}))).toBe('auth.sign-in-first');
});

test('the token itself is stored nowhere', async () => {
  const { caseRef } = await inHand(staff, lin);
  const key = { 'idempotency-key': 'print-once' };
  const first = await staff.zhao.call(printOrder, { ref: caseRef }, key);
  const again = await staff.zhao.call(printOrder, { ref: caseRef }, key);
  expect(again).toEqual(first);
  const token = first.url.split('/').at(-1) ?? '';
  const found = await city.asOwner(
    `select (select count(*) from kernel.idempotency where reply like '%' || $1 || '%')
      + (select count(*) from cases.work_order where token_hash = $1)
      + (select count(*) from cases.flow where facts::text like '%' || $1 || '%')
      + (select count(*) from kernel.event where facts::text like '%' || $1 || '%') as times`,
    [token],
  );
  expect(found.map((row) => Number(row.times))).toEqual([0]);
});
