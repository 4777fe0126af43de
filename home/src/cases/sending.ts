// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import type { Receipt } from '@lilong/contracts/cases';
import { localProblem, newKey } from '@lilong/ui/client.ts';
import { useState } from 'react';
import { send, takenBack } from '../outbox/send.ts';
import type { Draft } from '../outbox/store.ts';

export type Change = (change: (draft: Draft) => Draft) => void;
export type Outcome =
  | { readonly kind: 'sent'; readonly receipt: Receipt }
  | { readonly kind: 'waiting' };

export interface Sending {
  readonly pending: boolean;
  readonly refusal: Problem | undefined;
  readonly send: () => Promise<void>;
}
interface SendingProps {
  readonly account: number;
  readonly draft: Draft;
  readonly onChange: Change;
  readonly onDone: (outcome: Outcome) => Promise<void>;
  /** Key of the waiting report that is being changed. */
  readonly from: string | undefined;
}

/** Sends the form. Its key is settled before the first try and stays with it until the server has decided. */
export function useSending({ account, draft, onChange, onDone, from }: SendingProps): Sending {
  const [pending, setPending] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  async function go(): Promise<void> {
    if (pending) return;
    const missing = missingIn(draft);
    setRefused(missing && { problem: missing, draft });
    if (missing !== undefined) return;
    setPending(true);
    const key = draft.key ?? newKey();
    onChange((before) => ({ ...before, key }));
    const delivery = await send({ ...draft, key, account, at: Date.now() }, from);
    setPending(false);
    if (delivery.kind !== 'refused') return onDone(delivery);
    onChange((before) => takenBack(before, delivery));
    setRefused({ problem: delivery.problem, draft });
  }
  const refusal =
    refused !== undefined && stillStands(refused, draft) ? refused.problem : undefined;
  return { pending, refusal, send: go };
}

/** A refusal, and the form as it was refused. */
export interface Refused {
  readonly problem: Problem;
  readonly draft: Draft;
}

const somethingSaid = ({ words, photos, voice }: Draft) => [words, photos.length, voice?.seconds];
const somewhere = ({ place, spot }: Draft) => [place, spot];
/** What its writer changes to put a refused field right. */
const partOf: Readonly<Record<string, (draft: Draft) => readonly unknown[]>> = {
  words: somethingSaid,
  photos: somethingSaid,
  voice: somethingSaid,
  place: somewhere,
  address: somewhere,
  point: somewhere,
};

/** A refusal stands until what it blames has been changed: nobody is told to say where when she just did. */
export function stillStands({ problem, draft: before }: Refused, now: Draft): boolean {
  const part = partOf[problem.field ?? ''];
  if (part === undefined) return true;
  const was = part(before);
  return part(now).every((value, at) => value === was[at]);
}

function missingIn({ words, photos, voice, place, spot }: Draft): Problem | undefined {
  if (words.trim() === '' && photos.length === 0 && voice === undefined)
    return localProblem('cases.say-something', 400, 'words');
  if (place === undefined && spot === undefined) return localProblem('home.place', 400, 'place');
  return undefined;
}
