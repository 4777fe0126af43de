// SPDX-License-Identifier: Apache-2.0
import { channels } from '@lilong/contracts/case-shapes';
import { buckets } from '@lilong/contracts/case-work';

/** What the address bar says of the inbox: the list that is shown and the case that is open beside it. */
export interface Filters {
  readonly bucket?: (typeof buckets)[number];
  readonly q?: string;
  readonly category?: string;
  readonly place?: number;
  readonly channel?: (typeof channels)[number];
  readonly organisation?: number;
  readonly case?: string;
}
export const filterNames = ['category', 'place', 'channel', 'organisation'] as const;

/** Reads the address bar; what makes no sense there is dropped. */
export function readFilters(search: Record<string, unknown>): Filters {
  const { bucket, q, category, place, channel, organisation } = search;
  return clean({
    bucket: buckets.find((name) => name === bucket),
    q: text(q),
    category: text(category),
    place: whole(place),
    channel: channels.find((name) => name === channel),
    organisation: whole(organisation),
    case: text(search.case),
  });
}

type Maybe = { readonly [K in keyof Filters]: Filters[K] | undefined };

/** Leaves out what is not set, so that it does not stand in the address bar. */
export function clean(filters: Maybe): Filters {
  return Object.fromEntries(
    Object.entries(filters).filter(([, value]) => value !== undefined && value !== ''),
  );
}

function text(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function whole(value: unknown): number | undefined {
  const number = Number(value);
  return value !== undefined && Number.isSafeInteger(number) && number > 0 ? number : undefined;
}
