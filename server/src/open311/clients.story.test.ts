// SPDX-License-Identifier: Apache-2.0
// Programs that exist already post as they always did, and nothing of what their people sent is lost.
import { askReporter, getCase, mergeCases } from '@lilong/contracts/case-work';
import { meToo } from '@lilong/contracts/cases';
import type { InjectOptions } from 'fastify';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  dispatched,
  finished,
  move,
  rubbishRule,
  type Staff,
  staffOf,
} from '../../test/case-steps.ts';
import { aCity, type City } from '../../test/city.ts';
import { aClient, type Client, spark } from '../../test/open311-client.ts';
import { multipart, type Part, programs, urlencoded } from '../../test/open311-forms.ts';

let city: City;
let staff: Staff;
let app: Client & { no: number };
let key: string;
beforeAll(async () => {
  city = await aCity();
  staff = await staffOf(city);
  app = await aClient(city);
  key = app.key ?? '';
});
afterAll(() => city.close());

let posts = 0;
/** Each post from its own address, so that stories do not use up each other's limit. */
function send(path: string, form: InjectOptions) {
  posts += 1;
  return city.anyone(`10.9.0.${posts}`).fetch({ ...form, url: `/open311/v2/${path}` });
}
async function sent(path: string, form: InjectOptions): Promise<Record<string, string>> {
  const response = await send(path, form);
  expect([response.statusCode, response.payload.slice(0, 300)]).toEqual([200, expect.anything()]);
  const all = path.includes('.xml') ? spark(response.payload) : response.json();
  return (all as Record<string, string>[])[0] ?? {};
}
const pageOf = (ref: string) => staff.wang.call(getCase, { ref });
const picture = (type: 'jpeg' | 'png' = 'jpeg') =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#5a6' } })
    [type]()
    .toBuffer();

/** What FixMyStreet sends of every report. */
const fixMyStreet = () => ({
  jurisdiction_id: 'shanghai',
  api_key: key,
  service_code: 'event-01-11',
  first_name: '阿婆',
  last_name: '',
  email: 'lin@example.org',
  phone: '13800000000',
  lat: '31.232530',
  long: '121.483570',
  description: '弄口垃圾\n\n生活垃圾成堆，有异味\n\nhttp://fixmystreet.example/report/7\n',
  'attribute[easting]': '529025',
  'attribute[fixmystreet_id]': '7',
});

test('FixMyStreet sends a report with the addresses of its photos: the office gets them as a line', async () => {
  const media_url = [
    'https://photos.example/7.0.full.jpeg',
    'https://photos.example/7.1.full.jpeg',
  ];
  const made = await sent('requests.xml', urlencoded({ ...fixMyStreet(), media_url }));
  expect(made.service_notice).toContain('照片链接 2 个已经转给经办人');
  const page = await pageOf(made.service_request_id ?? '');
  expect(page.reports[0]).toMatchObject({ words: fixMyStreet().description.trim() });
  expect(page.photos).toEqual([]);
  expect(page.flow.at(-1)).toMatchObject({ move: 'media_link', words: media_url.join('\n') });
});

test('what is no web address is not passed on, and that is said', async () => {
  const media_url = ['javascript:alert(1)', 'data:image/png;base64,AAAA'];
  const made = await sent('requests.xml', urlencoded({ ...fixMyStreet(), media_url }));
  expect(made.service_notice).toContain('有 2 个附件不是照片');
  expect((await pageOf(made.service_request_id ?? '')).flow).toHaveLength(1);
});

test.each(Object.keys(programs) as (keyof typeof programs)[])(
  'a photo in a form as %s makes it is a photo of the report',
  async (program) => {
    const parts: Part[] = [
      ...Object.entries(fixMyStreet()),
      ['media', { file: 'media.png', type: 'image/png', bytes: await picture('png') }],
    ];
    const made = await sent('requests.xml', multipart(program, parts));
    expect(made.service_notice).toContain('收到照片 1 张');
    const { reports, photos } = await pageOf(made.service_request_id ?? '');
    expect(reports).toMatchObject([
      { words: fixMyStreet().description.trim(), channel: 'open311' },
    ]);
    expect(photos).toHaveLength(1);
    const file = await staff.wang.fetch({ method: 'GET', url: `/api/files/${photos[0]?.file}` });
    expect([file.statusCode, file.headers['content-type']]).toEqual([200, 'image/jpeg']);
  },
);

test('FixMyStreet sends private photos in the form, and documents beside them', async () => {
  const parts: Part[] = [
    ...Object.entries(fixMyStreet()),
    ['photo1', { file: '7.0.full.jpeg', type: 'image/jpeg', bytes: await picture() }],
    ['photo2', { file: '7.1.full.png', type: 'image/png', bytes: await picture('png') }],
    ['file_a1', { file: 'lease.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.7') }],
  ];
  const made = await sent('requests.xml', multipart('lwp', parts));
  expect(made.service_notice).toContain('收到照片 2 张');
  expect(made.service_notice).toContain('有 1 个附件不是照片');
  expect((await pageOf(made.service_request_id ?? '')).photos).toHaveLength(2);
});

test('three opens a file without naming its type', async () => {
  const bytes = await picture('png');
  const form = multipart('requests', [
    ['service_code', 'event-01-11'],
    ['address_string', '云南中路居委会'],
    ['first_name', 'Zach'],
    ['last_name', 'Williams'],
    ['api_key', key],
    ['media', { file: 'photo.png', bytes }],
  ]);
  const made = await sent('requests.json', form);
  expect((await pageOf(made.service_request_id ?? '')).photos).toHaveLength(1);
});

test('a photo that cannot be taken is refused by name, and nothing is kept', async () => {
  const heic = Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from('ftypheic'),
    Buffer.alloc(40),
  ]);
  const before = await city.db.run('select count(*) as n from cases.case');
  for (const [file, bytes, said] of [
    ['a.heic', heic, 'HEIC'],
    ['a.jpg', Buffer.from('hello'), '不是照片'],
    ['a.jpg', Buffer.alloc(13_000_000, 1), '最多 12 MB'],
    ['a.jpg', Buffer.alloc(25_000_000, 1), '最多 24 MB'],
  ] as const) {
    const parts: Part[] = [
      ...Object.entries(fixMyStreet()),
      ['media', { file, type: 'image/jpeg', bytes }],
    ];
    const response = await send('requests.json', multipart('afnetworking', parts));
    expect([response.statusCode, response.json()]).toEqual([
      400,
      [{ code: 400, description: expect.stringContaining(said) }],
    ]);
  }
  const many = await Promise.all(Array.from({ length: 10 }, async () => picture()));
  const parts: Part[] = many.map((bytes, n) => [`photo${n}`, { file: `${n}.jpg`, bytes }]);
  const ten = await send(
    'requests.json',
    multipart('lwp', [...Object.entries(fixMyStreet()), ...parts]),
  );
  expect(ten.json()[0].description).toContain('太多了');
  expect(await city.db.run('select count(*) as n from cases.case')).toEqual(before);
});

test('without a key nobody looks at the pictures', async () => {
  const bytes = Buffer.from('hello');
  const form = multipart('lwp', [['media', { file: 'a.jpg', type: 'image/jpeg', bytes }]]);
  expect((await send('requests.json', form)).statusCode).toBe(403);
});

test('a broken form is refused as one', async () => {
  const form = multipart('lwp', Object.entries(fixMyStreet()));
  const broken = { ...form, payload: Buffer.from('--xYzZY\r\nhalf of it') };
  const response = await send('requests.json', broken);
  expect([response.statusCode, response.json()[0].description]).toEqual([
    400,
    expect.stringContaining('multipart/form-data'),
  ]);
});

test('a retry with the same photo gets the first answer; another photo is another post', async () => {
  const form = async (bytes: Buffer) => {
    const made = multipart('lwp', [
      ...Object.entries(fixMyStreet()),
      ['photo1', { file: '1.jpg', bytes }],
    ]);
    return { ...made, headers: { ...made.headers, 'idempotency-key': 'fms-7' } };
  };
  const first = await sent('requests.json', await form(await picture()));
  expect(await sent('requests.json', await form(await picture()))).toEqual(first);
  const other = await send('requests.json', await form(await picture('png')));
  expect(other.statusCode).toBe(400);
});

test('the key may stand in the address, and so may anything else', async () => {
  const { api_key, jurisdiction_id, ...rest } = fixMyStreet();
  const query = new URLSearchParams({ api_key, jurisdiction_id });
  expect(await sent(`requests.json?${query}`, urlencoded(rest))).toHaveProperty(
    'service_request_id',
  );
  const wrong = urlencoded({ ...rest, api_key: 'of somebody else' });
  expect((await send(`requests.json?${query}`, wrong)).statusCode).toBe(403); // the form goes first
});

test('a description may have 4,000 characters, and an address any length beside a point', async () => {
  const description = '长'.repeat(4000);
  const address_string = `南京东路 139 弄口，${'从弄堂里走到底再往左转，'.repeat(20)}`;
  const form = urlencoded({ ...fixMyStreet(), description, address_string });
  const made = await sent('requests.json', form);
  const { line, reports } = await pageOf(made.service_request_id ?? '');
  expect(reports).toMatchObject([{ words: description }]);
  expect(line.address).toHaveLength(120);
  expect(line.address).toMatch(/^南京东路 139 弄口.*…$/);
});

test('no two services have the same name', async () => {
  for (const language of ['zh-CN', 'en']) {
    const response = await city.anyone().fetch({
      method: 'GET',
      url: '/open311/v2/services.json',
      headers: { 'accept-language': language },
    });
    const names = response.json<{ service_name: string }[]>().map((one) => one.service_name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  }
  const services = await app.read('services.json');
  const names = services.map((one) => String(one.service_name));
  expect(names.filter((name) => name.startsWith('施工公示牌')).sort()).toEqual([
    '施工公示牌（事件）',
    '施工公示牌（部件）',
  ]);
});

/** What FixMyStreet sends when somebody writes below a report. */
const comment = (service_request_id: string, description: string, status = 'OPEN') =>
  urlencoded({
    jurisdiction_id: 'shanghai',
    api_key: key,
    updated_datetime: '2026-03-02T09:30:00Z',
    service_request_id,
    status,
    description,
    first_name: '阿婆',
    last_name: '-',
    email: 'lin@example.org',
    update_id: '4711',
  });
const reported = async () =>
  (await sent('requests.xml', urlencoded(fixMyStreet()))).service_request_id ?? '';

test('what somebody adds at FixMyStreet reaches the office, and answers its question', async () => {
  const ref = await reported();
  const first = await sent('servicerequestupdates.xml', comment(ref, '今天又多了一堆'));
  expect(first).toMatchObject({
    update_id: expect.stringMatching(new RegExp(`^${ref}\\.\\d+$`)),
    service_request_id: ref,
  });
  expect((await pageOf(ref)).flow.at(-1)).toMatchObject({
    move: 'add_words',
    words: '今天又多了一堆',
  });

  await (await city.resident('沈先生')).call(meToo, { caseRef: ref, photos: [] });
  await staff.wang.call(askReporter, { ref, words: '是哪个门口？' }); // asked at his phone
  const second = await sent('servicerequestupdates.xml', comment(ref, '2 号门'));
  expect(second.update_id).not.toBe(first.update_id);
  const page = await pageOf(ref);
  expect(page.question).toBeNull();
  expect(page.flow.at(-1)).toMatchObject({ move: 'answer', words: '2 号门' });
  expect(page.line.waits).toBe('answer');
  expect(await app.read(`requests/${ref}/updates.json`)).toHaveLength(1); // words are not told to others
});

test('photos of an update join those of the report', async () => {
  const ref = await reported();
  const parts: Part[] = [
    ['api_key', key],
    ['service_request_id', ref],
    ['status', 'OPEN'],
    ['photo1', { file: '8.0.full.jpeg', type: 'image/jpeg', bytes: await picture() }],
  ];
  const made = await sent('servicerequestupdates.xml', multipart('lwp', parts));
  expect(made.service_notice).toContain('收到照片 1 张');
  const { photos, flow, line } = await pageOf(ref);
  expect([photos.length, flow.at(-1)?.move, line.photo]).toEqual([1, 'add_photo', photos[0]?.file]);
});

test('a state that a client names moves nothing', async () => {
  const ref = await reported();
  await sent('servicerequestupdates.xml', comment(ref, '已经好了', 'CLOSED'));
  expect((await pageOf(ref)).line.state).toBe('reported');
});

test('only the key that made a request adds to it, and only while it runs', async () => {
  const ref = await reported();
  const other = await aClient(city);
  const nothing = await other.send('servicerequestupdates.json', {
    service_request_id: ref,
    description: '不是我报的',
  });
  expect(nothing.statusCode).toBe(404);
  const empty = await app.send('servicerequestupdates.json', {});
  expect(empty.json()).toMatchObject([
    { code: 400, description: '请填写「service_request_id」。' },
    { code: 400, description: '请填写「description」。' },
  ]);
  await move(staff.wang, ref, 'register', rubbishRule);
  await move(staff.wang, ref, 'dispatch', { organisation: staff.lead });
  await move(staff.zhao, ref, 'accept');
  await finished(staff, ref);
  const ended = await send('servicerequestupdates.json', comment(ref, '还在'));
  expect([ended.statusCode, ended.json()[0].description]).toEqual([
    400,
    expect.stringContaining('已经结束'),
  ]);
});

test('after a merging what is added goes to the case that goes on', async () => {
  const lead = await dispatched(staff, await city.resident('林阿婆'));
  const ref = await reported();
  await staff.wang.call(mergeCases, { ref: lead.caseRef, others: [ref] });
  await sent('servicerequestupdates.xml', comment(ref, '我这边也是'));
  expect((await pageOf(lead.caseRef)).flow.at(-1)).toMatchObject({ words: '我这边也是' });
});
