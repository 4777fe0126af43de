// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import type { Receipt } from '@lilong/contracts/cases';
import { type Danger, dangerIn } from '@lilong/contracts/danger';
import { dangerWords } from '@lilong/contracts/danger-words';
import { localProblem, newKey } from '@lilong/ui/client.ts';
import { type FormEvent, type ReactNode, useState } from 'react';
import { alone, deliver } from '../outbox/deliver.ts';
import { type Draft, dropWaiting, putWaiting, type Waiting } from '../outbox/store.ts';
import { useFocusRefusal } from '../parts/focus-refusal.ts';
import { PhotoField } from '../parts/PhotoField.tsx';
import { Refused } from '../parts/Refused.tsx';
import { Submit } from '../parts/Submit.tsx';
import { PlaceField } from '../places/PlaceField.tsx';
import type { Known } from '../session/me.ts';
import { useSettings } from '../session/settings.ts';
import { useT } from '../words/use.ts';
import { CallFirst, DangerNote } from './DangerNote.tsx';
import { SimilarCases } from './SimilarCases.tsx';
import { What } from './What.tsx';

type Outcome = { readonly kind: 'sent'; readonly receipt: Receipt } | { readonly kind: 'waiting' };
type Change = (change: (draft: Draft) => Draft) => void;

interface ReportFormProps {
  readonly known: Known;
  readonly draft: Draft;
  readonly onChange: Change;
  readonly onDone: (outcome: Outcome) => Promise<void>;
}

/** What a person sees, in order: a photo, what is wrong (in 长辈版 speaking comes first), where, alike, send. */
export function ReportForm({ known, draft, onChange, onDone }: ReportFormProps): ReactNode {
  const t = useT();
  const { elder } = useSettings();
  const report = useSending(known, draft, onDone);
  const danger = dangerIn(draft.words, dangerWords);
  const calling = useCallFirst(danger);
  useFocusRefusal(report.refusal);
  function submit(event: FormEvent): void {
    event.preventDefault();
    calling.first(() => void report.send());
  }
  const what = <What key="what" draft={draft} onChange={onChange} refusal={report.refusal} />;
  const photos = <Photos key="photos" draft={draft} onChange={onChange} refusal={report.refusal} />;
  return (
    <form className="page narrow report" noValidate onSubmit={submit}>
      <h1>{t('nav.report')}</h1>
      {elder ? [what, photos] : [photos, what]}
      {danger !== undefined && <DangerNote danger={danger} />}
      <PlaceField
        committee={known.committee}
        place={draft.place}
        onChoose={(place) => onChange((before) => ({ ...before, place }))}
        refusal={report.refusal}
      />
      <SimilarCases
        draft={draft}
        callFirst={calling.first}
        onJoined={(receipt) => onDone({ kind: 'sent', receipt })}
      />
      <Go report={report} />
      {calling.question}
    </form>
  );
}

interface Calling {
  /** Does it at once, or when the person has been told whom to call; asked once. */
  readonly first: (then: () => void) => void;
  readonly question: ReactNode;
}
function useCallFirst(danger: Danger | undefined): Calling {
  const [told, setTold] = useState(false);
  const [then, setThen] = useState<() => void>();
  const first = (act: () => void) => (danger === undefined || told ? act() : setThen(() => act));
  if (danger === undefined || then === undefined) return { first, question: null };
  const called = () => {
    setThen(undefined);
    setTold(true);
    then();
  };
  const question = (
    <CallFirst danger={danger} onClose={() => setThen(undefined)} onCalled={called} />
  );
  return { first, question };
}

interface PhotosProps {
  readonly draft: Draft;
  readonly onChange: Change;
  readonly refusal: Problem | undefined;
}
function Photos({ draft, onChange, refusal }: PhotosProps): ReactNode {
  const t = useT();
  return (
    <PhotoField
      label={t('report.photos')}
      note={t('field.may-skip')}
      photos={draft.photos}
      onChange={(change) => onChange((before) => ({ ...before, photos: change(before.photos) }))}
      refusal={refusal}
    />
  );
}

interface Sending {
  readonly pending: boolean;
  readonly refusal: Problem | undefined;
  readonly send: () => Promise<void>;
}
/** The button, and what was refused that no field of the form shows. */
function Go({ report }: { report: Sending }): ReactNode {
  const t = useT();
  return (
    <div className="go">
      <Refused refusal={report.refusal} except={['words', 'photos', 'place', 'address', 'voice']} />
      <Submit pending={report.pending}>{t('submit.send')}</Submit>
      <p className="hint">{t('report.offline-too')}</p>
    </div>
  );
}

/** Puts the report into the outbox first, so that nothing is lost, and then on its way. */
function useSending(known: Known, draft: Draft, onDone: ReportFormProps['onDone']): Sending {
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Problem>();
  async function send(): Promise<void> {
    if (pending) return;
    const missing = missingIn(draft);
    setRefusal(missing);
    if (missing !== undefined || draft.place === undefined) return;
    setPending(true);
    const entry: Waiting = {
      ...draft,
      place: draft.place,
      key: newKey(),
      account: known.account,
      at: Date.now(),
    };
    const kept = await putWaiting(entry).catch(() => false);
    const delivery = await alone(() => deliver(entry));
    setPending(false);
    if (delivery.kind === 'refused') {
      await dropWaiting(entry.key);
      return setRefusal(delivery.problem);
    }
    if (delivery.kind === 'waiting' && !kept) return setRefusal(localProblem('client.offline', 0));
    await onDone(delivery);
  }
  return { pending, refusal, send };
}

function missingIn({ words, photos, voice, place }: Draft): Problem | undefined {
  if (words.trim() === '' && photos.length === 0 && voice === undefined)
    return localProblem('cases.say-something', 400, 'words');
  return place === undefined ? localProblem('home.place', 400, 'place') : undefined;
}
