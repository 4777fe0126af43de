// SPDX-License-Identifier: Apache-2.0
// What waits on the phone: an unfinished form, and reports that no network has carried away yet.
import type { Problem } from '@lilong/contracts/call';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

export interface ChosenPlace {
  readonly no: number;
  readonly name: string;
  /** Names above it: 上海市, 黄浦区, 南京东路街道. */
  readonly path: readonly string[];
  /** In the reporter's words: 139 弄口. */
  readonly address: string;
  readonly point?: { readonly lon: number; readonly lat: number };
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
}
export const emptyDraft: Draft = { words: '', photos: [] };

/** A report on its way. `key` is its Idempotency-Key, so that a lost answer does not make two of it. */
export interface Waiting extends Draft {
  readonly key: string;
  readonly account: number;
  /** Moment of pressing send, in milliseconds. */
  readonly at: number;
  readonly place: ChosenPlace;
  /** The server said no: waiting will not help, its writer has to change it. */
  readonly refusal?: Problem;
}

interface Shelves extends DBSchema {
  drafts: { key: number; value: Draft };
  waiting: { key: string; value: Waiting };
}

let opened: Promise<IDBPDatabase<Shelves> | undefined> | undefined;

/** The phone's own shelves; undefined where a web view forbids them, and then nothing outlives the page. */
function shelves(): Promise<IDBPDatabase<Shelves> | undefined> {
  opened ??= openDB<Shelves>('lilong', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('drafts');
      fresh.createObjectStore('waiting', { keyPath: 'key' });
    },
  }).catch(() => undefined);
  return opened;
}

export async function readDraft(account: number): Promise<Draft> {
  return (await (await shelves())?.get('drafts', account)) ?? emptyDraft;
}

export async function keepDraft(account: number, draft: Draft): Promise<void> {
  await (await shelves())?.put('drafts', draft, account);
}

export async function dropDraft(account: number): Promise<void> {
  await (await shelves())?.delete('drafts', account);
}

/** What waits for this account, oldest first. */
export async function listWaiting(account: number): Promise<Waiting[]> {
  const all = (await (await shelves())?.getAll('waiting')) ?? [];
  return all.filter((entry) => entry.account === account).sort((a, b) => a.at - b.at);
}

export async function readWaiting(key: string): Promise<Waiting | undefined> {
  return (await shelves())?.get('waiting', key);
}

/** @returns whether it is safely kept */
export async function putWaiting(entry: Waiting): Promise<boolean> {
  const shelf = await shelves();
  if (shelf === undefined) return false;
  await shelf.put('waiting', entry);
  return true;
}

export async function dropWaiting(key: string): Promise<void> {
  await (await shelves())?.delete('waiting', key);
}
