// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { type Danger, dangerIn } from '@lilong/contracts/danger';
import { dangerWords } from '@lilong/contracts/danger-words';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import type { Draft } from '../outbox/store.ts';
import { useFocusRefusal } from '../parts/focus-refusal.ts';
import { PhotoField } from '../parts/PhotoField.tsx';
import { Refused } from '../parts/Refused.tsx';
import { type Recorder, useRecorder } from '../parts/recorder.ts';
import { Submit } from '../parts/Submit.tsx';
import { PlaceField, placeFields } from '../places/PlaceField.tsx';
import type { Known } from '../session/me.ts';
import { useSettings } from '../session/settings.ts';
import { useT } from '../words/use.ts';
import { CallFirst, DangerNote } from './DangerNote.tsx';
import { SimilarCases } from './SimilarCases.tsx';
import { type Change, type Outcome, type Sending, useSending } from './sending.ts';
import { What } from './What.tsx';

interface ReportFormProps {
  readonly known: Known;
  readonly draft: Draft;
  readonly onChange: Change;
  readonly onDone: (outcome: Outcome) => Promise<void>;
  /** Key of the waiting report that is being changed. */
  readonly from?: string | undefined;
}

/** What a person sees, in order: a photo, what is wrong (in 长辈版 speaking comes first), where, alike, send. */
export function ReportForm({ known, draft, onChange, onDone, from }: ReportFormProps): ReactNode {
  const t = useT();
  const { elder } = useSettings();
  const report = useSending({ account: known.account, draft, onChange, onDone, from });
  const danger = dangerIn(draft.words, dangerWords);
  const calling = useCallFirst(danger);
  const recorder = useRecorder((voice) => onChange((before) => ({ ...before, voice })));
  const whenSaid = useWhenSaid(recorder, () => calling.first(() => void report.send()));
  useFocusRefusal(report.refusal);
  function submit(event: FormEvent): void {
    event.preventDefault();
    whenSaid();
  }
  const parts = { draft, onChange, refusal: report.refusal };
  const what = <What key="what" recorder={recorder} {...parts} />;
  const photos = <Photos key="photos" {...parts} />;
  return (
    <form className="page narrow report" noValidate onSubmit={submit}>
      <h1>{t('nav.report')}</h1>
      {elder ? [what, photos] : [photos, what]}
      {danger !== undefined && <DangerNote danger={danger} />}
      <PlaceField
        committee={known.committee}
        place={draft.place}
        spot={draft.spot}
        onChoose={(place) => onChange(({ spot, ...before }) => ({ ...before, place }))}
        onSpot={(spot) => onChange(({ place, ...before }) => ({ ...before, spot }))}
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

/** Sending while one still speaks ends the recording first, so that what was said goes along. */
function useWhenSaid(recorder: Recorder, act: () => void): () => void {
  const [waiting, setWaiting] = useState(false);
  const speaking = recorder.state === 'recording';
  useEffect(() => {
    if (!waiting || speaking) return;
    setWaiting(false);
    act();
  }, [waiting, speaking, act]);
  return () => {
    if (!speaking) return act();
    setWaiting(true);
    recorder.stop();
  };
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

/** The button, and what was refused that no field of the form shows. */
function Go({ report }: { report: Sending }): ReactNode {
  const t = useT();
  return (
    <div className="go">
      <Refused refusal={report.refusal} except={['words', 'photos', 'voice', ...placeFields]} />
      <Submit pending={report.pending}>{t('submit.send')}</Submit>
      <p className="hint">{t('report.offline-too')}</p>
    </div>
  );
}
