// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { type Receipt, reportCase } from '@lilong/contracts/cases';
import { ask, asRefused } from '@lilong/ui/client.ts';
import { uploadFile } from '@lilong/ui/upload.ts';
import { carriedTo } from '../parts/carry.ts';
import {
  changeWaiting,
  dropWaiting,
  goesByItself,
  listWaiting,
  readWaiting,
  type Waiting,
} from './store.ts';

/** How it went, and the report as far as it has come: its files may have arrived although it has not. */
export type Delivery =
  | { readonly kind: 'sent'; readonly receipt: Receipt }
  | { readonly kind: 'waiting'; readonly entry: Waiting }
  | { readonly kind: 'refused'; readonly entry: Waiting; readonly problem: Problem };

/** Sends one report: its files first, each remembered when it has arrived, then the report, under one key. */
export async function deliver(given: Waiting): Promise<Delivery> {
  let entry = given;
  if (entry.place === undefined) return { kind: 'waiting', entry };
  const remember = async (changed: Waiting) => {
    entry = changed;
    await changeWaiting(changed.key, () => changed);
  };
  try {
    await carryFiles(entry, remember);
    const receipt = await ask(reportCase, inputOf(entry, entry.place), {
      'idempotency-key': entry.key,
    });
    await dropWaiting(entry.key);
    return { kind: 'sent', receipt };
  } catch (error) {
    const { problem } = asRefused(error);
    await remember(afterRefusal(entry, problem));
    return goesByItself(entry) ? { kind: 'waiting', entry } : { kind: 'refused', entry, problem };
  }
}

/** Sends what waits for this account, oldest first. One that cannot go does not hold up the next. */
export async function deliverAll(account: number): Promise<Receipt[]> {
  const receipts: Receipt[] = [];
  for (const { key } of await listWaiting(account)) {
    const delivery = await alone(async () => {
      const entry = await readWaiting(key); // it may have been sent, changed or thrown away meanwhile
      return entry !== undefined && goesByItself(entry) ? deliver(entry) : undefined;
    });
    if (delivery?.kind === 'sent') receipts.push(delivery.receipt);
  }
  return receipts;
}

let last: Promise<unknown> = Promise.resolve();

/** While one tab sends, others wait: no report leaves twice. Where tabs cannot lock, at least one page does one thing at a time. */
export function alone<T>(work: () => Promise<T>): Promise<T> {
  if ('locks' in navigator) return navigator.locks.request('lilong.outbox', work);
  const next = last.then(work, work);
  last = next.catch(() => undefined);
  return next;
}

async function carryFiles(
  entry: Waiting,
  remember: (carried: Waiting) => Promise<void>,
): Promise<void> {
  let carried = entry;
  for (const photo of entry.photos) {
    if (photo.no !== undefined) continue;
    const no = await carriedTo('photos', uploadFile('photo', photo.blob));
    const photos = carried.photos.map((one) => (one.id === photo.id ? { ...one, no } : one));
    carried = { ...carried, photos };
    await remember(carried);
  }
  if (entry.voice === undefined || entry.voice.no !== undefined) return;
  const no = await carriedTo('voice', uploadFile('voice', entry.voice.blob));
  await remember({ ...carried, voice: { ...entry.voice, no } });
}

function inputOf({ words, photos, voice }: Waiting, place: NonNullable<Waiting['place']>) {
  return {
    place: place.no,
    address: place.address,
    photos: photos.flatMap(({ no }) => (no === undefined ? [] : [no])),
    ...(words.trim() === '' ? {} : { words: words.trim() }),
    ...(place.point === undefined ? {} : { point: { ...place.point, datum: 'wgs84' as const } }),
    ...(voice?.no === undefined ? {} : { voice: voice.no }),
  };
}

/** Codes after which time or signing in helps; any other refusal needs its writer. */
const passing = new Set([
  'client.offline',
  'client.unreadable',
  'auth.sign-in-first',
  'auth.csrf',
  'auth.too-many',
]);
/** A restart of the system takes a try or two; after that its writer is told. */
const FAULTS_UNTOLD = 2;

/** What is kept of a report that did not go. A refusal is not remembered by the server, so its key serves again. */
function afterRefusal({ refusal, ...entry }: Waiting, problem: Problem): Waiting {
  if (passing.has(problem.code)) return entry;
  if (problem.code === 'files.unknown') return withoutNumbers(entry);
  if (problem.status < 500) return { ...entry, refusal: problem };
  const faults = (entry.faults ?? 0) + 1;
  return { ...entry, faults, ...(faults > FAULTS_UNTOLD ? { refusal: problem } : {}) };
}

/** Files wait a day on the server; this report waited longer, so they go again. */
function withoutNumbers({ voice, ...entry }: Waiting): Waiting {
  const photos = entry.photos.map(({ id, blob }) => ({ id, blob }));
  if (voice === undefined) return { ...entry, photos };
  return { ...entry, photos, voice: { blob: voice.blob, seconds: voice.seconds } };
}
