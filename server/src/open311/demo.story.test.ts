// SPDX-License-Identifier: Apache-2.0
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City } from '../../test/city.ts';
import { openClient } from '../../test/open311-client.ts';

let city: City;
beforeAll(async () => {
  city = await aCity({ demo: true });
});
afterAll(() => city.close());

test('in the demonstration the key demo works, and says so', async () => {
  const client = openClient(city, 'demo');
  const found = (await client.get('discovery.json')).json();
  expect(found.key_service).toContain('demo');
  expect(found.endpoints[0].type).toBe('test');
  expect((await client.get('requests.json')).statusCode).toBe(200);
  const fields = { service_code: 'event-01-11', lat: '31.23253', long: '121.48357' };
  const [first, second] = [await client.post(fields), await client.post(fields)];
  expect(
    await client.read('requests.json', { service_request_id: `${first},${second}` }),
  ).toHaveLength(2);
  expect((await openClient(city, 'demo2').send('requests.json', fields)).statusCode).toBe(403);
});
