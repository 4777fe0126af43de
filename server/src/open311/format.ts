// SPDX-License-Identifier: Apache-2.0
// XML and JSON of the same thing, by the Spark convention that Open311 prescribes: a list is an
// element that holds one kind of children; JSON leaves out the outermost element.
import { XMLBuilder } from 'fast-xml-parser';

/** What a reply says, before it is written in either format. */
export type Spark =
  | string
  | number
  | boolean
  | null
  | readonly Spark[]
  | { readonly [name: string]: Spark };
export type Format = 'json' | 'xml';

export const contentTypes: Readonly<Record<Format, string>> = {
  json: 'application/json; charset=utf-8',
  xml: 'text/xml; charset=utf-8',
};

/** What the children of a list are called. */
const children: Readonly<Record<string, string>> = {
  services: 'service',
  attributes: 'attribute',
  service_requests: 'request',
  service_request_updates: 'request_update',
  notes: 'note',
  endpoints: 'endpoint',
  formats: 'format',
  errors: 'error',
};

/** Writes a reply. `root` is the outermost element, which only XML has. */
export function written(format: Format, root: string, body: Spark): string {
  return format === 'json' ? JSON.stringify(body) : xmlOf(root, body);
}

function xmlOf(root: string, body: Spark): string {
  const builder = new XMLBuilder({ ignoreAttributes: false });
  const declaration = { '@_version': '1.0', '@_encoding': 'utf-8' };
  return builder.build({ '?xml': declaration, [root]: elementOf(root, body) });
}

function elementOf(name: string, value: Spark): unknown {
  if (value === null) return '';
  if (typeof value === 'string') return value.replace(notInXml, '');
  if (typeof value !== 'object') return value;
  if (isList(value)) {
    const child = children[name];
    if (child === undefined) throw new Error(`the children of ${name} have no name`);
    return value.length === 0 ? '' : { [child]: value.map((one) => elementOf(child, one)) };
  }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, elementOf(key, one)]));
}
const isList = (value: Spark): value is readonly Spark[] => Array.isArray(value);

/** Signs that XML 1.0 cannot hold, not even escaped. */
const notInXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
