// SPDX-License-Identifier: Apache-2.0
import { affairKinds } from '@lilong/contracts/affair-items';
import { affairTabs } from '@lilong/contracts/affair-work';

const channels = ['home', 'counter'] as const;

/** What the address bar says of the list of applications, and which one is open beside it. */
export interface AffairFilters {
  readonly tab?: (typeof affairTabs)[number];
  readonly q?: string;
  readonly kind?: (typeof affairKinds)[number];
  readonly channel?: (typeof channels)[number];
  readonly affair?: string;
}
export const affairChannels = channels;

/** Reads the address bar; what makes no sense there is dropped. */
export function readAffairFilters(search: Record<string, unknown>): AffairFilters {
  const { tab, q, kind, channel, affair } = search;
  return cleanAffairs({
    tab: affairTabs.find((name) => name === tab),
    q: text(q),
    kind: affairKinds.find((name) => name === kind),
    channel: channels.find((name) => name === channel),
    affair: text(affair),
  });
}

type Maybe = { readonly [K in keyof AffairFilters]: AffairFilters[K] | undefined };

/** Leaves out what is not set, so that it does not stand in the address bar. */
export function cleanAffairs(filters: Maybe): AffairFilters {
  return Object.fromEntries(
    Object.entries(filters).filter(([, value]) => value !== undefined && value !== ''),
  );
}

/** Nothing set: what a link says that changes one filter. */
export const noFilters = {
  tab: undefined,
  q: undefined,
  kind: undefined,
  channel: undefined,
  affair: undefined,
};

const text = (value: unknown): string | undefined => {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** At the window: by which ticket, and the matter that was chosen. */
export function readCounterSearch({ item, ticket }: Record<string, unknown>): {
  item?: string;
  ticket?: string;
} {
  const [chosen, number] = [text(item), text(ticket)];
  return {
    ...(chosen === undefined ? {} : { item: chosen }),
    ...(number === undefined ? {} : { ticket: number }),
  };
}
