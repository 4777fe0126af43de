// SPDX-License-Identifier: Apache-2.0
// Nobody learns more here than a neighbour does: not what a category hides, not a word or a photo
// before its release, never the door. And a program always learns what became of its own requests.
import { addPhotos, nearbyCases, reportCase } from '@lilong/contracts/cases';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  closed,
  lane,
  minute,
  move,
  release,
  rubbish,
  rubbishRule,
  type Staff,
  staffOf,
} from '../../test/case-steps.ts';
import { aCity, type City } from '../../test/city.ts';
import { aClient, type Client, openClient } from '../../test/open311-client.ts';

let city: City;
let staff: Staff;
let stranger: Client;
beforeAll(async () => {
  city = await aCity();
  staff = await staffOf(city);
  stranger = await aClient(city);
});
afterAll(() => city.close());

const here = { lat: '31.23253', long: '121.48357' };
const violence = { category: 'community-25-04', condition: 1 }; // 疑似家庭暴力: others may not see it
const words = '三楼一家天天打孩子';
const hidden = { ...here, service_code: violence.category, description: words };
const open = {
  ...here,
  service_code: rubbishRule.category,
  description: '弄口垃圾成堆。门牌是 146 弄 1 号',
};

/** Everything that a reader can ask for; the number must stand nowhere in it. */
async function everythingOf(client: Client, ref: string): Promise<string> {
  const replies = [];
  for (const path of [
    'requests.json',
    'requests.xml',
    'servicerequestupdates.json',
    'servicerequestupdates.xml',
  ])
    replies.push(await client.get(path));
  for (const fields of [
    { service_request_id: ref },
    { extensions: 'true' },
    { status: 'open' },
    { status: 'closed' },
    { service_code: violence.category },
    { updated_after: '2026-01-01T00:00:00Z' },
  ])
    replies.push(await client.get('requests.json', fields));
  expect(replies.map((reply) => reply.statusCode)).toEqual(replies.map(() => 200));
  return replies.map((reply) => reply.payload).join('\n');
}
const statusesOf = async (client: Client, ref: string) => [
  (await client.get(`requests/${ref}.json`)).statusCode,
  (await client.get(`requests/${ref}.xml`)).statusCode,
  (await client.get(`requests/${ref}/updates.json`)).statusCode,
];

test('what a category hides does not exist for others, in any state; its own key follows the state', async () => {
  const app = await aClient(city);
  const ref = await app.post(hidden);
  const nobody = openClient(city);
  const check = async (state: Record<string, string>) => {
    for (const other of [stranger, nobody]) {
      expect(await statusesOf(other, ref)).toEqual([404, 404, 404]);
      expect(await everythingOf(other, ref)).not.toContain(ref);
    }
    const [own] = await app.read(`requests/${ref}.json`);
    expect(own).toMatchObject({
      service_request_id: ref,
      service_code: violence.category,
      description: null,
      agency_responsible: null,
      address: null,
      address_id: null,
      lat: null,
      long: null,
      media_url: null,
      ...state,
    });
    expect(JSON.stringify(own)).not.toContain('孩子');
  };
  await check({ status: 'open', status_notes: '收到了，等人来看' });
  await move(staff.wang, ref, 'register', violence);
  await check({ status: 'open', status_notes: '受理了，正在派人' });
  await move(staff.wang, ref, 'unregister', { reason: '要先核实' });
  await check({ status: 'open' });
  await move(staff.wang, ref, 'decline', { reasonCode: 'duplicate', reason: '已有同一件' });
  await check({ status: 'closed', status_notes: expect.stringContaining('没有受理') });
  const updates = await app.read(`requests/${ref}/updates.json`);
  expect(updates.map((one) => one.status)).toEqual(['open', 'open', 'open', 'closed']);
  expect(JSON.stringify(updates)).not.toContain('已有同一件');
  const feed = await app.read('servicerequestupdates.json');
  expect(feed.map((one) => one.service_request_id)).toContain(ref);
});

test('the office settles the category, and with it who may see', async () => {
  const app = await aClient(city);
  const [shown, kept] = [await app.post(open), await app.post(hidden)];
  expect(await statusesOf(stranger, shown)).toEqual([200, 200, 200]);
  expect(await statusesOf(stranger, kept)).toEqual([404, 404, 404]);
  await move(staff.wang, shown, 'register', violence);
  await move(staff.wang, kept, 'register', rubbishRule);
  expect(await statusesOf(stranger, shown)).toEqual([404, 404, 404]);
  expect(await everythingOf(stranger, shown)).not.toContain(shown);
  expect((await app.read(`requests/${shown}.json`))[0]).toMatchObject({
    service_code: open.service_code, // what was posted, not what the office found
    lat: null,
  });
  expect(await statusesOf(stranger, kept)).toEqual([200, 200, 200]);
  expect(await stranger.read(`requests/${kept}.json`)).toMatchObject([
    { service_code: rubbishRule.category, description: null },
  ]);
});

test('others see service, road, time and state; words and photo once released, and the door never', async () => {
  const lin = await city.resident('林阿婆');
  const photo = await lin.upload('photo', await picture());
  const { caseRef: ref, ref: report } = await lin.call(reportCase, {
    ...rubbish,
    point: { lon: 121.483574, lat: 31.232531 },
    photos: [photo],
  });
  expect(await statusesOf(stranger, ref)).toEqual([404, 404, 404]); // nobody has looked at it yet
  await move(staff.wang, ref, 'register', rubbishRule);
  const seen = async () => (await stranger.read(`requests/${ref}.json`))[0];
  const before = await seen();
  expect(before).toMatchObject({
    service_name: '积存垃圾渣土',
    description: null,
    media_url: null,
    address: expect.stringMatching(/^南京东路, |^云南中路居委会$/),
    lat: 31.233,
    long: 121.484,
  });
  await release(staff.wang, ref, { words: true, photos: false });
  expect(await seen()).toMatchObject({ description: rubbish.words, media_url: null });
  await release(staff.wang, ref, { words: true, photos: true });
  const released = await seen();
  expect(released).toMatchObject({ address: before?.address, lat: 31.233, long: 121.484 });
  const url = new URL(String(released?.media_url));
  const file = await city.anyone().fetch({ method: 'GET', url: url.pathname });
  expect([file.statusCode, file.headers['content-type']]).toEqual([200, 'image/jpeg']);
  const another = await lin.upload('photo', await picture('#0a0'));
  await lin.call(addPhotos, { ref: report, photos: [another] });
  expect((await seen())?.media_url).toBe(released?.media_url);
  await release(staff.wang, ref, { words: false, photos: false });
  expect(await seen()).toEqual(before);
});

test('a list holds what a neighbour sees nearby, and what was posted here in the open', async () => {
  const lin = await city.resident('林阿婆');
  await closed(staff, lin);
  const app = await aClient(city);
  const fresh = await app.post(open);
  await app.post(hidden);
  const declined = await app.post(open);
  await move(staff.wang, declined, 'decline', { reasonCode: 'duplicate', reason: '已有同一件' });
  const near = (await lin.call(nearbyCases, { place: lane })).cases;
  const listed = (await stranger.read('requests.json')).filter(
    (one) => one.address_id === String(lane),
  );
  const unregistered = new Set([fresh]);
  expect(
    listed
      .map((one) => one.service_request_id)
      .filter((ref) => !unregistered.has(ref))
      .sort(),
  ).toEqual(near.map(({ ref }) => ref).sort());
  expect(listed.map((one) => one.service_request_id)).toContain(fresh);
  const codes = new Set(listed.map((one) => one.service_code));
  expect([...codes]).toEqual([rubbishRule.category]);
});

test('updates tell states, never who, what or why', async () => {
  const lin = await city.resident('林阿婆');
  const since = city.clock().toISOString();
  city.clock.advance(minute);
  const { caseRef: ref } = await closed(staff, lin);
  const all = await stranger.read('servicerequestupdates.json', { start_date: since });
  const own = all.filter((one) => one.service_request_id === ref);
  expect(own.length).toBeGreaterThan(4);
  expect(Object.keys(own[0] ?? {}).sort()).toEqual(
    [
      'update_id',
      'service_request_id',
      'status',
      'updated_datetime',
      'description',
      'external_status_code',
      'media_url',
    ].sort(),
  );
  expect(new Set(own.map((one) => one.update_id)).size).toBe(own.length);
  for (const secret of ['王', '赵', '清运', '垃圾', '林'])
    expect(JSON.stringify(own)).not.toContain(secret);
});

function picture(colour = '#888'): Promise<Buffer> {
  return sharp({ create: { width: 40, height: 30, channels: 3, background: colour } })
    .jpeg()
    .toBuffer();
}
