// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import type { ReactNode } from 'react';
import type { Draft } from '../outbox/store.ts';
import { Field } from '../parts/Field.tsx';
import { FieldRefused } from '../parts/Refused.tsx';
import { canRecord, type Recorder } from '../parts/recorder.ts';
import { VoiceNoteCard, VoiceRunning, VoiceStart } from '../parts/Voice.tsx';
import { useT } from '../words/use.ts';

interface WhatProps {
  readonly recorder: Recorder;
  readonly draft: Draft;
  readonly onChange: (change: (draft: Draft) => Draft) => void;
  readonly refusal: Problem | undefined;
}

/** Words or a voice note, whichever is easier. */
export function What({ recorder, draft, onChange, refusal }: WhatProps): ReactNode {
  const t = useT();
  const mayRecord = draft.voice === undefined && recorder.state !== 'recording' && canRecord();
  return (
    <div className="what">
      <Field
        name="words"
        label={t('report.what')}
        rows={3}
        maxLength={2000}
        value={draft.words}
        onChange={(words) => onChange((before) => ({ ...before, words }))}
        refusal={refusal}
        corner={mayRecord ? <VoiceStart recorder={recorder} /> : undefined}
      />
      {recorder.state === 'recording' && <VoiceRunning recorder={recorder} />}
      {recorder.state === 'denied' && (
        <p className="field-refused" role="alert">
          {t('voice.denied')}
        </p>
      )}
      {draft.voice !== undefined && (
        <div data-field="voice">
          <VoiceNoteCard
            voice={draft.voice}
            onRemove={() => onChange(({ voice, ...rest }) => rest)}
          />
          <FieldRefused id="voice-refused" refusal={refusal} field="voice" />
        </div>
      )}
    </div>
  );
}
