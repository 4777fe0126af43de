// SPDX-License-Identifier: Apache-2.0
// What waits on the phone: an unfinished form, and reports that no network has carried away yet.
import type { Problem } from '@lilong/contracts/call';
import { openShelves } from './shelves.ts';

interface LonLat {
  readonly lon: number;
  readonly lat: number;
}
export interface ChosenPlace {
  readonly no: number;
  readonly name: string;
  /** Of the name, for English screens. */
  readonly pinyin?: string;
  /** Names above it: 上海市, 黄浦区, 南京东路街道. */
  readonly path: readonly string[];
  /** In the reporter's words: 139 弄口. */
  readonly address: string;
  readonly point?: LonLat;
}
/** Where it is as far as a phone without a network can say. Its name is found, and confirmed, before it is sent. */
export interface Spot {
  readonly address: string;
  readonly point?: LonLat;
}
export interface Photo {
  readonly id: string;
  readonly blob: Blob;
  /** Number on the server, once it is there. */
  readonly no?: number;
}
export interface VoiceNote {
  readonly blob: Blob;
  readonly seconds: number;
  readonly no?: number;
}
export interface Draft {
  readonly words: string;
  readonly photos: readonly Photo[];
  readonly voice?: VoiceNote;
  readonly place?: ChosenPlace;
  /** Stands in for `place` until there is a network to name it. */
  readonly spot?: Spot;
  /** Its Idempotency-Key from the first try on, so that a lost answer does not make two reports of it. */
  readonly key?: string;
}
export const emptyDraft: Draft = { words: '', photos: [] };

/** A report on its way. */
export interface Waiting extends Draft {
  readonly key: string;
  readonly account: number;
  /** Moment of pressing send, in milliseconds. */
  readonly at: number;
  /** How often the system itself failed on it. */
  readonly faults?: number;
  /** Why it has not gone. A fault of the system is tried again; of anything else, its writer has to change it. */
  readonly refusal?: Problem;
  /** Its writer is changing it: it stays until it is sent again. */
  readonly held?: true;
}

/** Goes when there is a network, without anybody doing anything. */
export const goesByItself = ({ place, held, refusal }: Waiting): boolean =>
  place !== undefined && held !== true && (refusal === undefined || refusal.status >= 500);

/** Written down without a network: its writer has yet to say that the place which was found is the one. */
export const wantsPlace = ({ place, held, refusal }: Waiting): boolean =>
  place === undefined && held !== true && refusal === undefined;

export async function readDraft(account: number): Promise<Draft> {
  return (await (await openShelves()).get<Draft>('drafts', account)) ?? emptyDraft;
}

export async function keepDraft(account: number, draft: Draft): Promise<void> {
  await (await openShelves()).alter<Draft>('drafts', account, () => draft);
}

export async function dropDraft(account: number): Promise<void> {
  await (await openShelves()).alter<Draft>('drafts', account, () => undefined);
}

/** What waits for this account, oldest first. */
export async function listWaiting(account: number): Promise<Waiting[]> {
  const all = await (await openShelves()).all<Waiting>('waiting');
  return all.filter((entry) => entry.account === account).sort((a, b) => a.at - b.at);
}

export async function readWaiting(key: string): Promise<Waiting | undefined> {
  return (await openShelves()).get<Waiting>('waiting', key);
}

/** @returns whether it is safely kept */
export async function putWaiting(entry: Waiting): Promise<boolean> {
  const shelves = await openShelves();
  await shelves.alter<Waiting>('waiting', entry.key, () => entry);
  return shelves.lasting;
}

/** Changes what still waits. What was sent or thrown away meanwhile does not come back: then the answer is undefined. */
export async function changeWaiting(
  key: string,
  change: (entry: Waiting) => Waiting,
): Promise<Waiting | undefined> {
  return (await openShelves()).alter<Waiting>('waiting', key, (found) =>
    found === undefined ? undefined : change(found),
  );
}

export async function dropWaiting(key: string): Promise<void> {
  await (await openShelves()).alter<Waiting>('waiting', key, () => undefined);
}
