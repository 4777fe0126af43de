// SPDX-License-Identifier: Apache-2.0
// A program that knows nothing of us reads services, posts for people and follows what became of it.
import { getCase, mergeCases } from '@lilong/contracts/case-work';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  dispatched,
  finished,
  lane,
  minute,
  move,
  rubbishRule,
  type Staff,
  staffOf,
  street,
} from '../../test/case-steps.ts';
import { aCity, type City } from '../../test/city.ts';
import { aClient, asTexts, type Client, openClient, spark } from '../../test/open311-client.ts';
import { systemActor } from '../kernel/actor.ts';
import { asSystem } from '../kernel/serve.ts';
import { endApiKey, listApiKeys } from './index.ts';

let city: City;
let staff: Staff;
let app: Client & { no: number };
beforeAll(async () => {
  city = await aCity();
  staff = await staffOf(city);
  app = await aClient(city);
});
afterAll(() => city.close());

/** 云南中路居委会 is there. */
const here = { lat: '31.23253', long: '121.48357' };
const heap = {
  ...here,
  service_code: 'event-01-11',
  description: '弄口生活垃圾成堆，有异味。已经三天了',
};

test('a client finds the interface, and the categories as services', async () => {
  const found = (await app.get('discovery.json')).json();
  expect(found.endpoints).toMatchObject([
    {
      specification: 'http://wiki.open311.org/GeoReport_v2',
      url: 'http://localhost:8080/open311/v2',
      type: 'production',
      formats: ['text/xml', 'application/json'],
    },
  ]);
  const services = (await app.get('services.json')).json<Record<string, unknown>[]>();
  expect(services.length).toBeGreaterThan(200);
  expect(services.find((one) => one.service_code === 'event-01-11')).toMatchObject({
    service_name: '积存垃圾渣土',
    metadata: false,
    type: 'realtime',
    group: '市容环境',
  });
  expect(services.find((one) => one.service_code === 'event-01-01')?.metadata).toBe(true);
  const definition = (await app.get('services/event-01-01.json')).json();
  expect(definition).toMatchObject({
    service_code: 'event-01-01',
    attributes: [
      { variable: false, order: 1, required: false },
      { variable: false, order: 2 },
    ],
  });
});

test('a posted request opens a case at its committee', async () => {
  const lu = openClient(city, app.key);
  const response = await lu.send('requests.json', {
    ...heap,
    first_name: '阿婆',
    last_name: '林',
    phone: '13800000000',
    media_url: 'http://pictures.example/1.jpg',
  });
  const [made] = response.json();
  expect(made).toMatchObject({
    service_request_id: expect.stringMatching(/^C310101002-\d+[\dX]$/),
    service_notice: expect.stringContaining('最晚 3月3日 第一次答复'),
    account_id: null,
  });
  expect(made.service_notice).toContain('照片链接 1 个已经转给经办人');
  const ref: string = made.service_request_id;
  const page = await staff.wang.call(getCase, { ref });
  expect(page.line).toMatchObject({
    channel: 'open311',
    place: lane,
    category: 'event-01-11',
    point: { lon: 121.48357, lat: 31.23253 },
  });
  expect(page.reports).toMatchObject([
    { words: heap.description, contactName: '林阿婆', contactPhone: '13800000000' },
  ]);
});

test('a posted request is followed to its end', async () => {
  const lu = openClient(city, app.key);
  const [made] = (await lu.send('requests.json', heap)).json();
  const ref: string = made.service_request_id;
  const state = async () => (await lu.read(`requests/${ref}.json`))[0];
  expect(await state()).toMatchObject({ status: 'open', status_notes: '收到了，等人来看' });
  city.clock.advance(minute);
  await move(staff.wang, ref, 'register', rubbishRule);
  await move(staff.wang, ref, 'dispatch', { organisation: staff.lead });
  await move(staff.zhao, ref, 'accept');
  expect(await state()).toMatchObject({
    status: 'open',
    status_notes: '正在办',
    agency_responsible: expect.stringContaining('黄浦区绿化和市容管理局'),
    service_notice: expect.stringContaining('办好'),
    expected_datetime: expect.stringMatching(/^2026-03-\d\dT16:00:00Z$/),
    updated_datetime: '2026-03-02T01:01:00Z',
  });
  await finished(staff, ref);
  expect(await state()).toMatchObject({ status: 'closed', status_notes: '办好了' });

  const updates = await lu.read(`requests/${ref}/updates.json`);
  expect(updates.map((one) => [one.status, one.external_status_code])).toEqual([
    ['open', 'reported'],
    ['open', 'pending_dispatch'],
    ['open', 'pending_handle'],
    ['open', 'handling'],
    ['open', 'pending_check'],
    ['open', 'pending_close'],
    ['closed', 'closed'],
  ]);
});

test('dangerous words are answered with whom to call', async () => {
  const response = await app.send('requests.json', {
    ...heap,
    description: '三楼着火了，有人在里面',
  });
  expect(response.json()[0].service_notice).toContain('119');
});

test('XML says the same as JSON, word for word', async () => {
  await app.post({ ...heap, description: '<b>&"\'引号' });
  for (const path of [
    'discovery',
    'services',
    'services/event-01-01',
    'services/event-01-11',
    'requests',
    'servicerequestupdates',
  ]) {
    const [json, xml] = [await app.get(`${path}.json`), await app.get(`${path}.xml`)];
    expect(json.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(xml.headers['content-type']).toBe('text/xml; charset=utf-8');
    expect(xml.payload).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>/);
    expect(spark(xml.payload)).toEqual(asTexts(json.json()));
  }
  const notes = { extensions: 'true' };
  const [json, xml] = [await app.get('requests.json', notes), await app.get('requests.xml', notes)];
  expect(spark(xml.payload)).toEqual(asTexts(json.json()));
  expect(json.json()[0].notes).toMatchObject([{ type: 'submitted' }]);
  const posted = spark((await app.send('requests.xml', heap)).payload);
  expect(posted).toMatchObject([{ service_request_id: expect.stringMatching(/^C310101002-/) }]);
});

test('an address in words finds its committee, in either order; an unclear one is asked about', async () => {
  const where = async (address_string: string) => {
    const response = await app.send('requests.json', {
      service_code: 'event-01-11',
      address_string,
    });
    if (response.statusCode !== 200) return response.json()[0].description as string;
    const ref = response.json()[0].service_request_id as string;
    return (await app.read(`requests/${ref}.json`))[0]?.address_id;
  };
  const { rows } = await city.db.run(
    `select road || lane as door, place from places.address where place = ${lane} limit 1`,
  );
  expect(await where(String(rows[0]?.door))).toBe(String(lane));
  expect(await where(`${rows[0]?.door}, 南京东路街道, 黄浦区`)).toBe(String(lane));
  expect(await where('云南中路居委会')).toBe(String(lane));
  expect(await where('南京东路')).toContain('不止一个居委会');
  expect(await where('没有的路 9 弄')).toContain('找不到');
  expect(await app.post({ service_code: 'event-01-11', address_id: String(lane) })).toMatch(/^C/);
});

const bad: [string, Record<string, string>, number, (RegExp | string)[]][] = [
  ['nothing at all', {}, 400, ['请填写「service_code」。', /没有说在哪里/]],
  ['half a point', { ...heap, long: '' }, 400, ['请填写「long」。']],
  ['a point abroad', { ...heap, lat: '51.5', long: '-0.12' }, 400, [/不在本市范围内/]],
  ['a latitude of words', { ...heap, lat: 'north' }, 400, [/「lat」填得不对/]],
  [
    'an unknown service',
    { ...heap, service_code: 'pothole' },
    404,
    [/没有编号是「pothole」的服务/],
  ],
  ['a place that is none', { service_code: 'event-01-11', address_id: '12' }, 400, [/address_id/]],
  [
    'a whole street',
    { service_code: 'event-01-11', address_id: String(street) },
    400,
    [/address_id/],
  ],
  [
    'a novel',
    { ...heap, description: '长'.repeat(4001) },
    400,
    ['「description」太长，请删短一点。'],
  ],
];
test.each(bad)('%s is refused in the reader’s language', async (_, fields, status, said) => {
  const response = await app.send('requests.json', fields);
  expect(response.statusCode).toBe(status);
  const errors = response.json<{ code: number; description: string }[]>();
  expect(errors).toEqual(
    said.map((words) => ({
      code: status,
      description: typeof words === 'string' ? words : expect.stringMatching(words),
    })),
  );
  const xml = await app.send('requests.xml', fields, { 'accept-language': 'en-GB' });
  expect(xml.statusCode).toBe(status);
  expect(spark(xml.payload)).toHaveLength(said.length);
  expect(xml.payload).not.toMatch(/\p{Script=Han}/u);
});

test('what is no form, no format or no method is said so', async () => {
  const json = await city.anyone().fetch({
    method: 'POST',
    url: '/open311/v2/requests.json',
    payload: heap,
  });
  expect([json.statusCode, json.json()[0].description]).toEqual([
    400,
    expect.stringContaining('表单'),
  ]);
  const html = await app.get('services.html');
  expect([html.statusCode, html.headers['content-type']]).toEqual([404, 'text/xml; charset=utf-8']);
  expect((await app.get('services/event-01-11.html')).statusCode).toBe(400);
  expect((await app.get('nothing/here.json')).json()).toMatchObject([{ code: 404 }]);
  expect((await app.get('tokens/123456.json')).json()).toMatchObject([{ code: 404 }]);
  const huge = await app.send('requests.json', { ...heap, note: 'x'.repeat(200_000) });
  expect(huge.json()).toMatchObject([{ code: 400 }]);
});

test('a post needs a key that may report, whoever is signed in', async () => {
  const none = openClient(city);
  const wrong = openClient(city, 'demo'); // works in the demonstration only
  const reader = await aClient(city, { mayRead: true, mayReport: false });
  for (const client of [none, wrong, reader]) {
    const response = await client.send('requests.json', heap);
    expect(response.statusCode).toBe(403);
    expect(response.json()).toMatchObject([{ code: 403 }]);
  }
  expect((await wrong.get('requests.json')).statusCode).toBe(403);
  expect((await reader.get('requests.json')).statusCode).toBe(200);
  const byCookie = await staff.wang.fetch({
    method: 'POST',
    url: '/open311/v2/requests.json',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(heap).toString(),
  });
  expect(byCookie.statusCode).toBe(403);
});

test('an ended key posts and reads no more; operators see all keys and whom to ask', async () => {
  const gone = await aClient(city);
  await gone.post(heap);
  await asSystem(city.host, 'test', systemActor, (ctx) => endApiKey(ctx, gone.no));
  expect((await gone.send('requests.json', heap)).statusCode).toBe(403);
  expect((await gone.get('requests.json')).statusCode).toBe(403);
  const keys = await asSystem(city.host, 'test', systemActor, listApiKeys);
  expect(keys.find(({ no }) => no === gone.no)).toMatchObject({
    requests: 1,
    endedAt: city.clock(),
  });
  const { rows } = await city.db.run('select key_hash from open311.api_key');
  expect(JSON.stringify(rows)).not.toContain(gone.key);
});

test('a retry gets the first answer; with another body it is refused', async () => {
  const key = { 'idempotency-key': 'phone-7-1' };
  const first = await app.send('requests.json', heap, key);
  const again = await app.send('requests.json', heap, key);
  expect(again.json()).toEqual(first.json());
  const other = await app.send('requests.json', { ...heap, description: '另一件' }, key);
  expect(other.statusCode).toBe(400);
  const [a, b] = await Promise.all([
    app.send('requests.json', heap, { 'idempotency-key': 'phone-7-2' }),
    app.send('requests.json', heap, { 'idempotency-key': 'phone-7-2' }),
  ]);
  expect(a.json()).toEqual(b.json());
});

test('a list is narrowed, paged and dated as the specification has it', async () => {
  city.clock.advance(100 * 24 * 60 * minute);
  const today = await staffOf(city);
  const client = await aClient(city);
  const refs: string[] = [];
  for (const n of [1, 2, 3]) {
    city.clock.advance(minute);
    refs.unshift(await client.post({ ...heap, description: `第 ${n} 堆垃圾` }));
  }
  const idsOf = async (fields: Record<string, string>) =>
    (await client.read('requests.json', fields)).map((one) => one.service_request_id);
  expect(await idsOf({})).toEqual(refs); // what is older than 90 days is left out
  expect(await idsOf({ page_size: '2' })).toEqual(refs.slice(0, 2));
  expect(await idsOf({ page_size: '2', page: '2' })).toEqual(refs.slice(2));
  expect(await idsOf({ service_code: 'event-01-11,event-01-12', status: 'open' })).toEqual(refs);
  expect(await idsOf({ service_code: 'event-01-12' })).toEqual([]);
  expect(await idsOf({ status: 'closed' })).toEqual([]);
  const [last, middle, first] = refs as [string, string, string];
  const at = (await client.read(`requests/${middle}.json`))[0]?.requested_datetime as string;
  expect(await idsOf({ start_date: at })).toEqual([last, middle]);
  expect(await idsOf({ end_date: at.replace('Z', '+00:00') })).toEqual([middle, first]);
  expect(await idsOf({ service_request_id: `${first},${last},C310101002-999X` })).toEqual([
    last,
    first,
  ]);
  expect(
    (await idsOf({ start_date: '2026-03-01', end_date: '2026-03-08' })).length,
  ).toBeGreaterThan(5);
  expect(await idsOf({ start_date: '2026-03-05', end_date: '2026-03-08' })).toEqual([]);

  city.clock.advance(minute);
  const since = city.clock().toISOString();
  city.clock.advance(minute);
  await move(today.wang, middle, 'register', rubbishRule);
  expect(await idsOf({ updated_after: since })).toEqual([middle]);
  const news = await client.read('servicerequestupdates.json', { start_date: since });
  expect(news).toMatchObject([
    { service_request_id: middle, status: 'open', external_status_code: 'pending_dispatch' },
  ]);
  for (const wrong of [
    { start_date: '2026-03-01T00:00:00Z', end_date: '2026-06-01T00:00:00Z' },
    { start_date: '2026-03-02T00:00:00Z', end_date: '2026-03-01T00:00:00Z' },
    { start_date: 'yesterday' },
    { start_date: '2026-03-01T00:00:00' },
    { status: 'pending' },
    { page: '0' },
    { page_size: 'many' },
  ])
    expect((await client.get('requests.json', wrong)).statusCode).toBe(400);
});

test('after a merging the number that was given out tells of the case that goes on', async () => {
  const today = await staffOf(city);
  const lin = await city.resident('林阿婆');
  const lead = await dispatched(today, lin);
  const client = await aClient(city);
  const ref = await client.post(heap);
  await today.wang.call(mergeCases, { ref: lead.caseRef, others: [ref] });
  expect(await client.read(`requests/${ref}.json`)).toMatchObject([
    { service_request_id: ref, status: 'open', status_notes: '派下去了，等着动手' },
  ]);
  await move(today.zhao, lead.caseRef, 'accept');
  const states = (await client.read(`requests/${ref}/updates.json`)).map(
    (one) => one.external_status_code,
  );
  expect(states).toEqual(['reported', 'pending_handle', 'handling']);
  const listed = await client.read('requests.json');
  expect(listed.map((one) => one.service_request_id)).not.toContain(ref);
});

test('both reading and posting have limits, by address and by key', async () => {
  const eager = openClient(city);
  const statuses = new Set<number>();
  for (let n = 0; n < 121; n++)
    statuses.add((await eager.get('requests/C310101002-19.json')).statusCode);
  const refused = await eager.get('requests.json');
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '600']);
  expect((await openClient(city).get('requests.json')).statusCode).toBe(200);
  const poster = await aClient(city);
  for (let n = 0; n < 60; n++) await poster.send('requests.json', {});
  expect((await poster.send('requests.json', heap)).statusCode).toBe(429);
  city.clock.advance(10 * minute);
  expect((await eager.get('requests.json')).statusCode).toBe(200);
  expect((await poster.send('requests.json', heap)).statusCode).toBe(200);
});
