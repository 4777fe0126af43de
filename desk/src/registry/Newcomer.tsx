// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import type { ReactNode } from 'react';
import { blames } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import type { Arrival, Mover } from './arrival.ts';
import { Choices } from './Choices.tsx';
import { useCode, useDay } from './said.ts';

interface ToldProps {
  readonly mover: Mover;
  readonly onAgain: () => void;
}

/** What the document told: known, new, and what stands on it. */
export function Told({ mover, onAgain }: ToldProps): ReactNode {
  const t = useT();
  const code = useCode();
  const day = useDay();
  const { known, says } = mover.told;
  return (
    <div className="note reg-told" role="status">
      <p>
        {known !== null &&
          t(known.livesHere ? 'move-in.known-here' : 'move-in.known', { name: known.name })}
        {known === null && t(mover.document === undefined ? 'move-in.no-document' : 'move-in.new')}{' '}
        {known === null &&
          says !== null &&
          t('move-in.says', { sex: code('sex', says.sex), day: day(says.bornOn) })}
      </p>
      <button type="button" className="linkish reg-choose" onClick={onAgain}>
        {t('move-in.again')}
      </button>
    </div>
  );
}

interface NewcomerProps {
  readonly mover: Mover;
  readonly arrival: Arrival;
  readonly problem: Problem | undefined;
  readonly onChange: (part: Partial<Arrival>) => void;
}

/** Somebody whom the registry does not know: the name, and only what the document did not say. */
export function Newcomer({ mover, arrival, problem, onChange }: NewcomerProps): ReactNode {
  const t = useT();
  return (
    <>
      <TextField
        label={t('move-in.name')}
        problem={blames(problem, 'fresh.name')}
        maxLength={60}
        value={arrival.name}
        onChange={(name) => onChange({ name })}
      />
      {mover.told.says === null && (
        <SexAndBirth arrival={arrival} problem={problem} onChange={onChange} />
      )}
      <TextField
        label={t('move-in.phone')}
        need="may"
        type="tel"
        problem={blames(problem, 'fresh.phone')}
        maxLength={20}
        value={arrival.phone}
        onChange={(phone) => onChange({ phone })}
      />
    </>
  );
}

function SexAndBirth({ arrival, problem, onChange }: Omit<NewcomerProps, 'mover'>): ReactNode {
  const t = useT();
  const code = useCode();
  return (
    <>
      <Choices
        legend={t('move-in.sex')}
        name="sex"
        value={arrival.sex}
        options={(['2', '1'] as const).map((value) => ({ value, title: code('sex', value) }))}
        problem={blames(problem, 'fresh.sex')}
        onChange={(sex) => onChange({ sex })}
      />
      <TextField
        label={t('move-in.born')}
        need="may"
        type="date"
        problem={blames(problem, 'fresh.bornOn')}
        value={arrival.bornOn}
        onChange={(bornOn) => onChange({ bornOn })}
      />
    </>
  );
}
