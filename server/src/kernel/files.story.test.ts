// SPDX-License-Identifier: Apache-2.0
// What people send as photo or voice note, and what comes back of it.
import { reportCase } from '@lilong/contracts/cases';
import { filePath } from '@lilong/contracts/files';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rubbish } from '../../test/case-steps.ts';
import { aCity, type City, type Person } from '../../test/city.ts';
import { refusal } from '../../test/refusal.ts';
import { anMp4, aVoice, aWebm } from '../../test/voices.ts';

let city: City;
let lin: Person;
beforeAll(async () => {
  city = await aCity({ settings: { PHOTO_MAX_BYTES: '3000000' } });
  lin = await city.resident('林阿婆');
});
afterAll(() => city.close());

const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(64)]);
/** A few kilobytes that open to 54 million pixels. */
const bomb = (): Promise<Buffer> =>
  sharp({ create: { width: 9000, height: 6000, channels: 3, background: 'black' } })
    .jpeg({ quality: 1 })
    .toBuffer();
const torn = async (): Promise<Buffer> =>
  (
    await sharp({ create: { width: 90, height: 90, channels: 3, background: 'red' } })
      .png()
      .toBuffer()
  ).subarray(0, 80);

test.each([
  ['nothing at all', () => Buffer.alloc(0), 'files.empty', {}],
  ['HEIC', () => heic, 'files.heic', {}],
  ['words', () => Buffer.from('不是照片'), 'files.not-an-image', {}],
  [
    'a drawing in SVG',
    () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    'files.not-an-image',
    {},
  ],
  ['half a picture', torn, 'files.not-an-image', {}],
  ['too many bytes', () => Buffer.alloc(3_000_001), 'files.too-large', { limitMb: 3 }],
  ['a decompression bomb', bomb, 'files.bomb', { megapixels: 50 }],
])('a photo that is %s is refused by name', async (_, made, code, facts) => {
  const problem = await refusal(lin.upload('photo', await made()));
  expect(problem).toMatchObject({ code, facts, field: 'photos' });
});

test.each([
  ['nothing at all', Buffer.alloc(0), 'files.empty', {}],
  ['two bytes', Buffer.from('Og'), 'files.not-a-voice', {}],
  ['words', Buffer.from('不是录音'), 'files.not-a-voice', {}],
  ['a head without sound', Buffer.from('OggS a few words'), 'files.not-a-voice', {}],
  ['a picture', heic, 'files.not-a-voice', {}],
  [
    'too many bytes',
    Buffer.concat([aVoice(), Buffer.alloc(2_000_000)]),
    'files.too-large',
    { limitMb: 2 },
  ],
  ['an Ogg of 90 s', aVoice(90), 'files.voice-too-long', { limitSeconds: 60 }],
  ['a WebM of 90 s', aWebm(90), 'files.voice-too-long', { limitSeconds: 60 }],
  ['an MP4 of 90 s', anMp4(90, 'whole'), 'files.voice-too-long', { limitSeconds: 60 }],
  [
    'an MP4 of 90 s in fragments',
    anMp4(90, 'fragments'),
    'files.voice-too-long',
    { limitSeconds: 60 },
  ],
])('a voice note that is %s is refused by name', async (_, bytes, code, facts) => {
  const problem = await refusal(lin.upload('voice', bytes));
  expect(problem).toMatchObject({ code, facts, field: 'voice' });
});

test.each([
  ['audio/ogg', aVoice(61)],
  ['audio/webm', aWebm(60)],
  ['audio/mp4', anMp4(60, 'whole')],
  ['audio/mp4', anMp4(60, 'fragments')],
])('a minute of %s is kept, and told for what it is', async (mime, bytes) => {
  const no = await lin.upload('voice', bytes, 'application/octet-stream');
  const { headers, rawPayload } = await lin.fetch({ method: 'GET', url: filePath(no) });
  expect(headers['content-type']).toBe(mime);
  expect(rawPayload.equals(bytes)).toBe(true);
});

test('what nobody can read as a file is refused by name too', async () => {
  for (const [kind, code] of [
    ['photo', 'files.not-an-image'],
    ['voice', 'files.not-a-voice'],
  ] as const) {
    for (const [type, payload] of [
      ['application/pdf', '%PDF'],
      ['application/json', '{}'],
    ] as const) {
      const headers = { 'content-type': type };
      const reply = await lin.fetch({
        method: 'POST',
        url: `/api/files?kind=${kind}`,
        headers,
        payload,
      });
      expect([reply.statusCode, reply.json().code]).toEqual([415, code]);
    }
  }
});

test('a voice note is sent in the parts that a player asks for', async () => {
  const bytes = aVoice(7);
  const voice = await lin.upload('voice', bytes);
  await lin.call(reportCase, { ...rubbish, voice });
  const part = async (range: string) => {
    const { statusCode, headers, rawPayload } = await lin.fetch({
      method: 'GET',
      url: filePath(voice),
      headers: { range },
    });
    return { statusCode, range: headers['content-range'], bytes: rawPayload };
  };
  const size = bytes.length;
  const spans = [
    ['bytes=0-1', 0, 1],
    ['bytes=40-', 40, size - 1],
    ['bytes=-20', size - 20, size - 1],
    ['bytes=10-99999', 10, size - 1],
  ] as const;
  for (const [asked, first, last] of spans)
    expect(await part(asked)).toEqual({
      statusCode: 206,
      range: `bytes ${first}-${last}/${size}`,
      bytes: bytes.subarray(first, last + 1),
    });
  expect(await part(`bytes=${size}-`)).toMatchObject({ statusCode: 416, range: `bytes */${size}` });
  expect(await part('bytes=0-1,4-5')).toMatchObject({ statusCode: 200, bytes });
  expect(await part('lines=0-1')).toMatchObject({ statusCode: 200, bytes });
});
