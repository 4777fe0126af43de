// SPDX-License-Identifier: Apache-2.0
// Where storage is forbidden the memory of the page stands in for it, so these stories need no browser.
import { reportCase } from '@lilong/contracts/cases';
import { uploadPath } from '@lilong/contracts/files';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { alone, deliverAll } from './deliver.ts';
import { cancel, hold, send, takenBack } from './send.ts';
import {
  changeWaiting,
  type Draft,
  dropWaiting,
  listWaiting,
  putWaiting,
  readWaiting,
  type Waiting,
} from './store.ts';

const account = 7;
const receipt = { ref: 'R310101002-77X' };
const place = { no: 310101002001000, name: '云南中路居委会', path: [], address: '139 弄口' };

/** What the city says to a report; the files it was given. */
let city: (key: string, body: { words?: string; photos: number[] }) => Promise<Response>;
let sent: string[];
let files: number;

beforeEach(() => {
  sent = [];
  files = 0;
  city = async () => said(200, receipt);
  vi.stubGlobal('localStorage', { getItem: () => 'zh', setItem: () => undefined });
  vi.stubGlobal('fetch', async (url: string, request: RequestInit) => {
    if (url.startsWith(uploadPath)) return said(200, { no: ++files });
    expect(url).toBe(reportCase.path);
    const key = new Headers(request.headers).get('idempotency-key') ?? '';
    sent.push(key);
    return city(key, JSON.parse(String(request.body)));
  });
});
afterEach(async () => {
  for (const { key } of await listWaiting(account)) await dropWaiting(key);
  vi.unstubAllGlobals();
});

const said = (status: number, body: object) => new Response(JSON.stringify(body), { status });
const fault = () =>
  said(500, { status: 500, code: 'server.fault', facts: { request: 'q-17' }, detail: '编号 q-17' });
const noNetwork = () => Promise.reject(new TypeError('Failed to fetch'));

function written(key: string, more: Partial<Waiting> = {}): Waiting {
  return { key, account, at: Number(key), words: `第 ${key} 件`, photos: [], place, ...more };
}

test('one that cannot go does not hold up the next', async () => {
  await putWaiting(written('1'));
  await putWaiting(written('2'));
  city = async (key) => (key === '1' ? fault() : said(200, receipt));
  expect(await deliverAll(account)).toHaveLength(1);
  expect((await listWaiting(account)).map(({ key }) => key)).toEqual(['1']);
});

test('after the system failed three times its writer reads why, and it is still tried', async () => {
  await putWaiting(written('1'));
  city = async () => fault();
  await deliverAll(account);
  await deliverAll(account);
  expect((await readWaiting('1'))?.refusal).toBeUndefined();
  await deliverAll(account);
  expect((await readWaiting('1'))?.refusal?.facts).toEqual({ request: 'q-17' });
  city = async () => said(200, receipt);
  expect(await deliverAll(account)).toHaveLength(1);
});

test('thrown away or changed while it was being sent, it neither comes back nor goes twice', async () => {
  await putWaiting(written('1'));
  let answer: (response: Response) => void = () => undefined;
  city = () => new Promise((resolve) => (answer = resolve));
  const delivering = deliverAll(account);
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  const changing = hold('1');
  const cancelling = cancel('1');
  answer(said(200, receipt));
  expect(await delivering).toHaveLength(1);
  expect(await changing).toBeUndefined(); // it has gone: nothing is left to change
  await cancelling;
  expect(await listWaiting(account)).toEqual([]);
  await changeWaiting('1', (entry) => entry);
  expect(await listWaiting(account)).toEqual([]);
});

test('while its writer changes it, it stays', async () => {
  await putWaiting(written('1'));
  await hold('1');
  expect(await deliverAll(account)).toEqual([]);
  expect(sent).toEqual([]);
});

test('without a place that has a name and was confirmed, it stays', async () => {
  const { place: _none, ...noted } = written('1', { spot: { address: '路口第三根灯杆' } });
  await putWaiting(noted);
  await deliverAll(account);
  expect(sent).toEqual([]);
  await changeWaiting('1', ({ spot, ...rest }) => ({ ...rest, place }));
  expect(await deliverAll(account)).toHaveLength(1);
});

test('where nothing can be kept, a try after a lost answer keeps its key and its files', async () => {
  const photo = { id: 'a', blob: new Blob(['jpeg'], { type: 'image/jpeg' }) };
  const draft: Draft = { words: '路灯不亮', photos: [photo], place };
  city = noNetwork;
  const first = await send({ ...draft, ...written('1'), ...draft });
  if (first.kind !== 'refused') throw new Error(first.kind);
  expect(first.problem.code).toBe('client.offline');
  expect(await listWaiting(account)).toEqual([]); // the form has it
  const again = takenBack(draft, first);
  expect(again).toMatchObject({ key: '1', photos: [{ id: 'a', no: 1 }] });
});

test('a first try that did arrive frees the key for another report', async () => {
  const draft: Draft = { words: '路灯不亮', photos: [], place, key: '1' };
  city = async () => said(422, { status: 422, code: 'retry.other-body', facts: {}, detail: '' });
  const delivery = await send({ ...draft, ...written('1') });
  if (delivery.kind !== 'refused') throw new Error(delivery.kind);
  expect(takenBack(draft, delivery).key).toBeUndefined();
});

test('what is refused of a file is said at its field', async () => {
  vi.stubGlobal('fetch', async () =>
    said(415, { status: 415, code: 'files.not-a-voice', facts: {}, detail: '' }),
  );
  const voice = { blob: new Blob(['?'], { type: 'audio/mp4' }), seconds: 3 };
  const delivery = await send(written('1', { voice }));
  expect(delivery).toMatchObject({ kind: 'refused', problem: { field: 'voice' } });
});

test('without locks one page still does one thing at a time', async () => {
  vi.stubGlobal('navigator', {});
  const order: string[] = [];
  const slow = alone(async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    order.push('slow');
    throw new Error('and it failed');
  }).catch(() => undefined);
  await alone(async () => order.push('next'));
  await slow;
  expect(order).toEqual(['slow', 'next']);
});
