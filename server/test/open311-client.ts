// SPDX-License-Identifier: Apache-2.0
// A program that somebody else wrote against Open311 GeoReport v2: it knows the specification, not us.
import { XMLParser } from 'fast-xml-parser';
import type { LightMyRequestResponse } from 'fastify';
import { systemActor } from '../src/kernel/actor.ts';
import { asSystem } from '../src/kernel/serve.ts';
import { makeApiKey } from '../src/open311/index.ts';
import type { City } from './city.ts';

type Fields = Readonly<Record<string, string>>;
/** One `request` of a reply. */
export type Request = Readonly<Record<string, string | number | null>> & {
  readonly service_request_id: string;
};

export interface Client {
  readonly key: string | undefined;
  get(path: string, fields?: Fields): Promise<LightMyRequestResponse>;
  /** The requests of a list or a detail, as JSON has them. */
  read(path: string, fields?: Fields): Promise<Request[]>;
  /** The number of the request that was made. */
  post(fields: Fields): Promise<string>;
  send(path: string, fields: Fields, headers?: Fields): Promise<LightMyRequestResponse>;
}

let addresses = 0;

/** A client of its own address, so that one story does not use up another's limit. */
export function openClient(city: City, key?: string): Client {
  addresses += 1;
  const browser = city.anyone(`10.3.${addresses >> 8}.${addresses & 255}`);
  const own: Fields = key === undefined ? {} : { api_key: key };
  const get: Client['get'] = (path, fields = {}) =>
    browser.fetch({
      method: 'GET',
      url: `/open311/v2/${path}?${new URLSearchParams({ ...own, ...fields })}`,
    });
  const send: Client['send'] = (path, fields, headers = {}) =>
    browser.fetch({
      method: 'POST',
      url: `/open311/v2/${path}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8', ...headers },
      payload: new URLSearchParams({ ...own, ...fields }).toString(),
    });
  return {
    key,
    get,
    send,
    read: async (path, fields) => {
      const response = await get(path, fields);
      if (response.statusCode !== 200) throw new Error(`${path}: ${response.payload}`);
      return response.json<Request[]>();
    },
    post: async (fields) => {
      const response = await send('requests.json', fields);
      if (response.statusCode !== 200) throw new Error(response.payload);
      return response.json<Request[]>()[0]?.service_request_id ?? '';
    },
  };
}

/** A client with a key that an operator made. */
export async function aClient(city: City, may = { mayRead: true, mayReport: true }) {
  const { no, key } = await asSystem(city.host, 'test', systemActor, (ctx) =>
    makeApiKey(ctx, { name: '示例应用', ...may }),
  );
  return { ...openClient(city, key), no };
}

/** XML as JSON, by the Spark convention: the outermost element goes, an element with one kind of children is a list. */
export function spark(xml: string): unknown {
  const parser = new XMLParser({ parseTagValue: false, ignoreDeclaration: true, isArray });
  const [root] = Object.entries(parser.parse(xml) as Record<string, unknown>);
  return root === undefined ? undefined : unwrapped(root[0], root[1]);
}
const lists: Readonly<Record<string, string>> = {
  services: 'service',
  attributes: 'attribute',
  service_requests: 'request',
  service_request_updates: 'request_update',
  notes: 'note',
  endpoints: 'endpoint',
  formats: 'format',
  errors: 'error',
};
function isArray(name: string, path: unknown): boolean {
  const parent = String(path).split('.').at(-2) ?? '';
  return lists[parent] === name;
}
function unwrapped(name: string, value: unknown): unknown {
  const child = lists[name];
  if (child !== undefined)
    return value === ''
      ? []
      : ((value as Record<string, unknown[]>)[child] ?? []).map((one) => unwrapped(child, one));
  if (typeof value !== 'object' || value === null) return value === '' ? null : value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, unwrapped(key, one)]));
}

/** What JSON says, with every number and truth value as the text that XML has. */
export function asTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asTexts);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, asTexts(one)]));
  return value === null || value === '' ? null : String(value);
}
