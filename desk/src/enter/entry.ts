// SPDX-License-Identifier: Apache-2.0
import type { enterCase } from '@lilong/contracts/case-work';
import type { Receipt } from '@lilong/contracts/cases';
import type { Role } from '@lilong/contracts/identity';
import type { InputOf } from '@lilong/contracts/route';

export type Input = InputOf<typeof enterCase>;
export type Next = Input['next'];
export type Channel = Input['channel'];

/** What is typed so far. Everything but place and one of words and photos may stay empty. */
export interface Entry {
  readonly category: string | undefined;
  readonly words: string;
  readonly photos: readonly number[];
  readonly place: number | undefined;
  readonly placeName: string;
  readonly address: string;
  readonly point: { readonly lon: number; readonly lat: number } | undefined;
  readonly channel: Channel;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly outsideNo: string;
  readonly outsideSub: string;
  readonly outcome: string;
  readonly photosAfter: readonly number[];
  readonly reason: string;
}
export interface Entered {
  readonly receipt: Receipt;
  readonly next: Next;
}

/** How something may come to the holder of a role; the first is the usual one. */
export function channelsFor(role: Role): readonly Channel[] {
  if (role === 'dispatcher') return ['phone', 'hotline_12345', 'patrol'];
  return role === 'checker'
    ? ['patrol', 'phone']
    : ['committee', 'phone', 'hotline_12345', 'patrol'];
}

export const isFromOutside = (channel: Channel): boolean =>
  channel === 'phone' || channel === 'hotline_12345';

export function blankEntry(
  role: Role,
  place: { readonly no: number; readonly name: string } | undefined,
): Entry {
  return {
    category: undefined,
    words: '',
    photos: [],
    place: place?.no,
    placeName: place?.name ?? '',
    address: '',
    point: undefined,
    channel: channelsFor(role)[0] ?? 'committee',
    contactName: '',
    contactPhone: '',
    outsideNo: '',
    outsideSub: '',
    outcome: '',
    photosAfter: [],
    reason: '',
  };
}

/** What is sent: nothing that was left empty. Without words about the spot, the place's own name is the address. */
export function inputOf(entry: Entry, next: Next): Input {
  const { category, point, channel } = entry;
  const outside = isFromOutside(channel);
  return {
    place: entry.place ?? 0,
    address: entry.address.trim() === '' ? entry.placeName : entry.address.trim(),
    photos: [...entry.photos],
    channel,
    next,
    ...(category === undefined ? {} : { category }),
    ...(point === undefined ? {} : { point }),
    ...text('words', entry.words),
    ...(outside
      ? { ...text('contactName', entry.contactName), ...text('contactPhone', entry.contactPhone) }
      : {}),
    ...(channel === 'hotline_12345'
      ? { ...text('outsideNo', entry.outsideNo), ...text('outsideSub', entry.outsideSub) }
      : {}),
    ...(next === 'self_handle'
      ? {
          ...text('outcome', entry.outcome),
          ...text('reason', entry.reason),
          photosAfter: [...entry.photosAfter],
        }
      : {}),
  };
}

type TextName =
  | 'words'
  | 'contactName'
  | 'contactPhone'
  | 'outsideNo'
  | 'outsideSub'
  | 'outcome'
  | 'reason';

function text<N extends TextName>(name: N, value: string): { readonly [K in N]?: string } {
  const said = value.trim();
  return (said === '' ? {} : { [name]: said }) as { readonly [K in N]?: string }; // one key, the one that was asked for
}
