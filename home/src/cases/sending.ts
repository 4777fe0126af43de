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
  const [refusal, setRefusal] = useState<Problem>();
  async function go(): Promise<void> {
    if (pending) return;
    const missing = missingIn(draft);
    setRefusal(missing);
    if (missing !== undefined) return;
    setPending(true);
    const key = draft.key ?? newKey();
    onChange((before) => ({ ...before, key }));
    const delivery = await send({ ...draft, key, account, at: Date.now() }, from);
    setPending(false);
    if (delivery.kind !== 'refused') return onDone(delivery);
    onChange((before) => takenBack(before, delivery));
    setRefusal(delivery.problem);
  }
  return { pending, refusal, send: go };
}

function missingIn({ words, photos, voice, place, spot }: Draft): Problem | undefined {
  if (words.trim() === '' && photos.length === 0 && voice === undefined)
    return localProblem('cases.say-something', 400, 'words');
  if (place === undefined && spot === undefined) return localProblem('home.place', 400, 'place');
  return undefined;
}
