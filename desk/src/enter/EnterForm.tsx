// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { enterCase } from '@lilong/contracts/case-work';
import { levelOf } from '@lilong/contracts/place-no';
import { useWrite } from '@lilong/ui/client.ts';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { blames, restOf } from '../parts/Field.tsx';
import { HoldProvider, useHeld } from '../parts/hold.ts';
import { PhotoPicker } from '../parts/PhotoPicker.tsx';
import { Refused } from '../parts/Refused.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useHolder, useRole } from '../shell/session.ts';
import { useT } from '../words.ts';
import { Caller } from './Caller.tsx';
import { CategoryChips } from './CategoryChips.tsx';
import { blankEntry, type Entered, type Entry, inputOf, type Next } from './entry.ts';
import { PlaceFields } from './PlaceFields.tsx';
import { SelfHandled } from './SelfHandled.tsx';

const fields = [
  'words',
  'address',
  'place',
  'contactName',
  'contactPhone',
  'outsideNo',
  'outsideSub',
  'outcome',
  'reason',
];

/** Only a committee's own worker need not say which committee. */
const noPlace: Problem = {
  status: 400,
  code: 'input.invalid',
  facts: { field: 'place', rule: 'required' },
  detail: '',
  field: 'place',
};

interface EnterFormProps {
  readonly onEntered: (entered: Entered) => void;
}

interface Entering {
  readonly entry: Entry;
  readonly problem: Problem | undefined;
  readonly pending: boolean;
  readonly change: (part: Partial<Entry>) => void;
  readonly send: (next: Next) => Promise<void>;
}

function useEntering({ onEntered }: EnterFormProps): Entering {
  const { post } = useHolder();
  const [home] = post.places.filter(({ no }) => levelOf(no) === 'committee');
  const [entry, setEntry] = useState<Entry>(() => blankEntry(post.role, home));
  const write = useWrite(enterCase, { refreshes: ['cases'] });
  const change = (part: Partial<Entry>) => setEntry((now) => ({ ...now, ...part }));
  const [unplaced, setUnplaced] = useState<Problem>();
  const problem = unplaced ?? write.refusal;

  async function send(next: Next): Promise<void> {
    setUnplaced(entry.place === undefined ? noPlace : undefined);
    if (entry.place === undefined) return;
    const receipt = await write.send(inputOf(entry, next));
    if (receipt !== undefined) onEntered({ receipt, next });
  }
  return { entry, problem, pending: write.pending, change, send };
}

export function EnterForm(props: EnterFormProps): ReactNode {
  const t = useT();
  const { entry, problem, pending, change, send } = useEntering(props);
  const { held, hold } = useHeld();
  const [selfHandling, setSelfHandling] = useState(false);
  return (
    <form className="form enter-form" noValidate onSubmit={(event) => event.preventDefault()}>
      <HoldProvider value={hold}>
        <CategoryChips value={entry.category} onChange={(category) => change({ category })} />
        <PhotoPicker
          label={t('enter.photos')}
          value={entry.photos}
          size="large"
          onChange={(photos) => change({ photos })}
        />
        <TextField
          label={t('enter.words')}
          need="may"
          problem={blames(problem, 'words')}
          lines={2}
          maxLength={2000}
          value={entry.words}
          onChange={(text) => change({ words: text })}
        />
        <PlaceFields entry={entry} problem={problem} onChange={change} />
        <Caller entry={entry} problem={problem} onChange={change} />
        <Refused problem={restOf(problem, ...fields)} />
        {selfHandling ? (
          <SelfHandled
            entry={entry}
            problem={problem}
            pending={pending || held}
            onChange={change}
            onSend={() => void send('self_handle')}
            onCancel={() => setSelfHandling(false)}
          />
        ) : (
          <Foot
            pending={pending || held}
            onSend={(next) => void send(next)}
            onSelfHandle={() => setSelfHandling(true)}
          />
        )}
      </HoldProvider>
    </form>
  );
}

interface FootProps {
  readonly pending: boolean;
  readonly onSend: (next: Next) => void;
  readonly onSelfHandle: () => void;
}

/** A committee's worker decides at once what becomes of it; others only write it down. */
function Foot({ pending, onSend, onSelfHandle }: FootProps): ReactNode {
  const t = useT();
  const own = useRole() === 'committee_worker';
  return (
    <div className="enter-foot">
      <Button
        type="primary"
        size="large"
        loading={pending}
        onClick={() => onSend(own ? 'raise' : 'keep')}
      >
        {t(own ? 'move.raise' : 'enter.save')}
      </Button>
      {own && (
        <>
          <Button size="large" onClick={onSelfHandle}>
            {t('move.self_handle')}
          </Button>
          <Button size="large" disabled={pending} onClick={() => onSend('keep')}>
            {t('enter.keep')}
          </Button>
        </>
      )}
    </div>
  );
}
