// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { type Receipt, reportCase } from '@lilong/contracts/cases';
import { ask, asRefused, newKey } from '@lilong/ui/client.ts';
import { uploadFile } from '@lilong/ui/upload.ts';
import { dropWaiting, listWaiting, putWaiting, readWaiting, type Waiting } from './store.ts';

export type Delivery =
  | { readonly kind: 'sent'; readonly receipt: Receipt }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** Sends one report: its files first, each remembered when it has arrived, then the report, under one key. */
export async function deliver(entry: Waiting): Promise<Delivery> {
  try {
    const carried = await carryFiles(entry);
    const receipt = await ask(reportCase, inputOf(carried), { 'idempotency-key': entry.key });
    await dropWaiting(entry.key);
    return { kind: 'sent', receipt };
  } catch (error) {
    return refusedOrWaiting(entry, asRefused(error).problem);
  }
}

/** Sends what waits for this account, oldest first; one tab at a time, and stops at the first that cannot go. */
export async function deliverAll(account: number): Promise<Receipt[]> {
  return alone(async () => {
    const receipts: Receipt[] = [];
    for (const entry of await listWaiting(account)) {
      if (entry.refusal !== undefined || (await readWaiting(entry.key)) === undefined) continue;
      const delivery = await deliver(entry);
      if (delivery.kind === 'sent') receipts.push(delivery.receipt);
      if (delivery.kind === 'waiting') break;
    }
    return receipts;
  });
}

/** While one tab sends, others wait: no report leaves twice. */
export function alone<T>(work: () => Promise<T>): Promise<T> {
  return 'locks' in navigator ? navigator.locks.request('lilong.outbox', work) : work();
}

async function carryFiles(entry: Waiting): Promise<Waiting> {
  let carried = entry;
  for (const photo of entry.photos) {
    if (photo.no !== undefined) continue;
    const no = await uploadFile('photo', photo.blob);
    const photos = carried.photos.map((one) => (one.id === photo.id ? { ...one, no } : one));
    carried = { ...carried, photos };
    await putWaiting(carried);
  }
  if (entry.voice === undefined || entry.voice.no !== undefined) return carried;
  carried = {
    ...carried,
    voice: { ...entry.voice, no: await uploadFile('voice', entry.voice.blob) },
  };
  await putWaiting(carried);
  return carried;
}

function inputOf({ place, words, photos, voice }: Waiting) {
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
  'server.fault',
]);

async function refusedOrWaiting(entry: Waiting, problem: Problem): Promise<Delivery> {
  if (passing.has(problem.code)) return { kind: 'waiting' };
  if (problem.code === 'files.unknown') {
    // Files wait a day on the server; this report waited longer. They go again, as a new attempt.
    const { voice, ...rest } = entry;
    const photos = entry.photos.map(({ id, blob }) => ({ id, blob }));
    await dropWaiting(entry.key);
    await putWaiting({
      ...rest,
      key: newKey(),
      photos,
      ...(voice === undefined ? {} : { voice: { blob: voice.blob, seconds: voice.seconds } }),
    });
    return { kind: 'waiting' };
  }
  await putWaiting({ ...entry, refusal: problem });
  return { kind: 'refused', problem };
}
