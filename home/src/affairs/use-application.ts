// SPDX-License-Identifier: Apache-2.0
import {
  type AffairForm,
  type AffairPage,
  startDraft,
  submitDraft,
} from '@lilong/contracts/affairs';
import type { Problem } from '@lilong/contracts/call';
import { useWrite } from '@lilong/ui/client.ts';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useBy } from './acting.ts';
import { useKeptTold } from './kept-told.ts';
import { carryAll, hasWaitingPhotos } from './photos.ts';
import { type Begun, saveSoFar } from './saving.ts';
import { begunWith, type Change, lackOf, sentOf, type Told } from './told.ts';

const SAVE_AFTER_MS = 1_200;

/** Where what was typed is: nothing was, on its way, on the server, on the phone alone. */
export type Saved = 'nothing' | 'saving' | 'server' | 'phone';

export interface Application {
  readonly told: Told | undefined;
  readonly change: Change;
  readonly saved: Saved;
  readonly begun: Begun | undefined;
  readonly pending: boolean;
  readonly refusal: Problem | undefined;
  readonly forget: () => void;
  /** Hands it in; undefined when something lacks or it was refused, and then `refusal` says what. */
  readonly submit: (lack: Problem | undefined) => Promise<AffairPage | undefined>;
}

interface Place {
  readonly account: number;
  readonly form: AffairForm;
  /** The draft to go on with. */
  readonly page?: AffairPage | undefined;
}

/** A form that saves itself: on the phone at once, on the server as soon as the writing pauses. */
export function useApplication({ account, form, page }: Place): Application {
  const { item } = form.item;
  const by = useBy();
  const whose = by.mandate === undefined ? account : `${account} ${by.mandate}`;
  const kept = useKeptTold(`${whose} ${item}`, () => begunWith(form, page));
  const { told } = kept;
  const saving = useSaving(form, page, kept.safe);
  const [touched, setTouched] = useState(false);
  const [lacks, setLacks] = useState<Problem>();
  const start = useWrite(startDraft);
  const send = useWrite(submitDraft, { refreshes: ['my'] });
  useSoon(touched ? told : undefined, saving.save);

  async function submit(lack: Problem | undefined): Promise<AffairPage | undefined> {
    if (told === undefined) return undefined;
    const missing = lackOf(form, told) ?? lack;
    setLacks(missing);
    if (missing !== undefined) return undefined;
    const carried = await carryAll(told);
    setLacks(carried.problem);
    if (carried.problem !== undefined) return undefined;
    kept.change(() => carried.told);
    await saving.save(carried.told);
    const sent = sentOf(form, carried.told);
    const begun = saving.begun() ?? (await start.send({ item, ...by, ...sent }));
    if (begun === undefined) return undefined;
    const done = await send.send({ ref: begun.ref, version: begun.version, ...by, ...sent });
    if (done !== undefined) kept.forget();
    return done;
  }
  return {
    told,
    change: (alter) => {
      setTouched(true);
      setLacks(undefined);
      kept.change(alter);
    },
    forget: kept.forget,
    saved: saving.saved,
    begun: saving.begun(),
    pending: start.pending || send.pending,
    refusal: lacks ?? start.refusal ?? send.refusal,
    submit,
  };
}

interface Saving {
  readonly saved: Saved;
  readonly begun: () => Begun | undefined;
  readonly save: (told: Told) => Promise<void>;
}

/** One save after another: none overtakes the one before it. */
function useSaving(
  form: AffairForm,
  page: AffairPage | undefined,
  safe: (told: Told) => void,
): Saving {
  const by = useBy();
  const [saved, setSaved] = useState<Saved>('nothing');
  const begun = useRef<Begun | undefined>(page);
  const last = useRef<Told>(undefined);
  const queue = useRef(Promise.resolve());
  async function saveNow(told: Told): Promise<void> {
    if (last.current === told) return;
    setSaved('saving');
    try {
      const left = await saveSoFar(form.item.item, begun.current, { ...sentOf(form, told), ...by });
      begun.current = left;
      last.current = told;
      if (left.whole && !hasWaitingPhotos(told)) safe(told);
      setSaved('server');
    } catch {
      setSaved('phone');
    }
  }
  return {
    saved,
    begun: () => begun.current,
    save: (told) => {
      queue.current = queue.current.then(() => saveNow(told));
      return queue.current;
    },
  };
}

/** Saves when the writing pauses. */
function useSoon(told: Told | undefined, save: (told: Told) => Promise<void>): void {
  const saveIt = useEffectEvent(save);
  useEffect(() => {
    if (told === undefined) return;
    const timer = setTimeout(() => void saveIt(told), SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [told]);
}
