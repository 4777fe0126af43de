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
import { isUntouched, useElsewhere, withElsewhere } from './elsewhere.ts';
import { type KeptTold, useKeptTold } from './kept-told.ts';
import { carryAll, hasWaitingPhotos } from './photos.ts';
import { type Begun, begunOf, saveSoFar } from './saving.ts';
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
  const saving = useSaving(form, page, kept);
  const [touched, setTouched] = useState(false);
  const [lacks, setLacks] = useState<Problem>();
  const start = useWrite(startDraft);
  const send = useWrite(submitDraft, { refreshes: ['my'] });
  useSoon(touched ? told : undefined, saving.save);
  useElsewhere(saving.begun()?.ref, (now) => told !== undefined && saving.hear(now, told));

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
  /** The draft as the server has it, beside what stands here. */
  readonly hear: (now: AffairPage, told: Told) => void;
}

/** One save after another: none overtakes the one before it. */
function useSaving(
  form: AffairForm,
  page: AffairPage | undefined,
  { safe, adopt }: Pick<KeptTold, 'safe' | 'adopt'>,
): Saving {
  const by = useBy();
  const [saved, setSaved] = useState<Saved>('nothing');
  const begun = useRef<Begun | undefined>(page);
  const last = useRef<Told>(undefined);
  const queue = useRef(Promise.resolve());
  /** What both sides had last. */
  const base = useRef<Told>(undefined);
  base.current ??= begunWith(form, page);
  function join(now: AffairPage, told: Told): Told {
    const [before, there] = [base.current ?? told, begunWith(form, now)];
    const both = withElsewhere(told, before, there);
    if (isUntouched(told, before)) last.current = both;
    begun.current = begunOf(now);
    base.current = there;
    adopt((latest) => (latest === told ? both : withElsewhere(latest, before, there)));
    return both;
  }
  async function saveNow(told: Told): Promise<void> {
    if (last.current === told) return;
    setSaved('saving');
    try {
      const sending = (what: Told) => ({ ...sentOf(form, what), ...by });
      let sent = told;
      const left = await saveSoFar(form.item.item, begun.current, sending(told), (now) => {
        sent = join(now, told);
        return sending(sent);
      });
      begun.current = left;
      last.current = sent;
      if (left.whole && !hasWaitingPhotos(sent)) {
        base.current = sent;
        safe(sent);
      }
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
    hear: (now, told) => {
      if (now.state === 'draft' && now.version > (begun.current?.version ?? 0)) join(now, told);
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
