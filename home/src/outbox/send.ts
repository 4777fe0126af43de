// SPDX-License-Identifier: Apache-2.0
import { localProblem } from '@lilong/ui/client.ts';
import { alone, type Delivery, deliver } from './deliver.ts';
import { changeWaiting, type Draft, dropWaiting, putWaiting, type Waiting } from './store.ts';

/**
 * Puts a report into the outbox first, so that nothing is lost, and then on its way.
 * What is refused, or cannot be kept, goes back to its form.
 *
 * @param from key of the waiting report that this one was changed from
 */
export function send(entry: Waiting, from?: string): Promise<Delivery> {
  return alone(async () => {
    const kept = await putWaiting(entry).catch(() => false); // a full phone
    const delivery = await deliver(entry);
    if (delivery.kind === 'sent' || (delivery.kind === 'waiting' && kept)) {
      if (from !== undefined && from !== entry.key) await dropWaiting(from);
      return delivery;
    }
    if (from === entry.key) await changeWaiting(entry.key, held);
    else await dropWaiting(entry.key);
    if (delivery.kind === 'refused') return delivery;
    return { kind: 'refused', entry: delivery.entry, problem: localProblem('client.offline', 0) };
  });
}

/** Takes a waiting report back into the form; undefined when it has gone meanwhile. */
export function hold(key: string): Promise<Waiting | undefined> {
  return alone(() => changeWaiting(key, held));
}

/** Throws a waiting report away, unless it has gone meanwhile. */
export function cancel(key: string): Promise<void> {
  return alone(() => dropWaiting(key));
}

const held = ({ refusal, faults, ...entry }: Waiting): Waiting => ({ ...entry, held: true });

/** A form goes on from where its report came: the same key, unless the first try arrived, and the files that did. */
export function takenBack(draft: Draft, delivery: Extract<Delivery, { kind: 'refused' }>): Draft {
  const { key: before, voice, ...rest } = draft;
  const { entry, problem } = delivery;
  const spoken = voice?.blob === entry.voice?.blob ? entry.voice : voice;
  return {
    ...rest,
    photos: draft.photos.map((one) => entry.photos.find(({ id }) => id === one.id) ?? one),
    ...(spoken === undefined ? {} : { voice: spoken }),
    ...(problem.code === 'retry.other-body' ? {} : { key: entry.key }),
  };
}
