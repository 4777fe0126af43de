// SPDX-License-Identifier: Apache-2.0
import { type caseLabels, openCaseLabel } from '@lilong/contracts/registry-case-labels';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { useWrite } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { dayAfter } from '../parts/days.ts';
import { blames, restOf } from '../parts/Field.tsx';
import { PlaceChooser } from '../parts/PlaceChooser.tsx';
import { Refused } from '../parts/Refused.tsx';
import { TextField } from '../parts/TextField.tsx';
import { Choices } from '../registry/Choices.tsx';
import { useName } from '../registry/said.ts';
import { useHolder } from '../shell/session.ts';
import { useT } from '../words.ts';

interface OpenCaseProps {
  readonly words: Pick<ReplyOf<typeof caseLabels>, 'labels' | 'purposes'>;
  readonly onEnd: () => void;
}
type Typed = Partial<InputOf<typeof openCaseLabel>> & { readonly place: number };
const usualDays = 30;

/** One person, one label, one committee, one purpose, and the last day. */
export function OpenCase({ words, onEnd }: OpenCaseProps): ReactNode {
  const t = useT();
  const write = useWrite(openCaseLabel, { refreshes: ['registry'] });
  const own = useHolder().post.places[0]?.no ?? 0;
  const [typed, setTyped] = useState<Typed>({ place: own, until: dayAfter(usualDays) });
  const set = (more: Partial<Typed>) => setTyped({ ...typed, ...more });
  const problem = write.refusal;
  async function submit(): Promise<void> {
    const { words: note = '', ...rest } = typed;
    const input = { ...rest, ...(note.trim() === '' ? {} : { words: note.trim() }) };
    if ((await write.send(input as InputOf<typeof openCaseLabel>)) !== undefined) onEnd(); // what is left out the server asks for
  }
  return (
    <div className="labels-form">
      <DockForm
        title={t('cases-label.open')}
        submit={t('cases-label.submit')}
        pending={write.pending}
        problem={restOf(problem, 'number', 'label', 'purpose', 'until', 'words', 'place')}
        onSubmit={() => void submit()}
        onCancel={onEnd}
      >
        <TextField
          label={t('labels.number')}
          maxLength={40}
          problem={blames(problem, 'number')}
          value={typed.number ?? ''}
          onChange={(number) => set({ number })}
        />
        <Which words={words} typed={typed} problem={problem} onSet={set} />
        <PlaceChooser
          label={t('cases-label.place')}
          value={typed.place}
          onChange={(place) => set({ place })}
        />
        <Refused problem={blames(problem, 'place')} />
        <TextField
          label={t('cases-label.last-day')}
          type="date"
          problem={blames(problem, 'until')}
          value={typed.until ?? ''}
          onChange={(until) => set({ until })}
        />
      </DockForm>
    </div>
  );
}

interface WhichProps extends Pick<OpenCaseProps, 'words'> {
  readonly typed: Typed;
  readonly problem: ReturnType<typeof useWrite>['refusal'];
  readonly onSet: (more: Partial<Typed>) => void;
}

/** What is said, in a few words, and what it may be read for. */
function Which({ words, typed, problem, onSet }: WhichProps): ReactNode {
  const t = useT();
  const name = useName();
  return (
    <>
      <Choices
        legend={t('labels.which')}
        name="label"
        value={typed.label}
        options={words.labels.map((one) => ({ value: one.code, title: name(one) }))}
        problem={blames(problem, 'label')}
        onChange={(label) => onSet({ label })}
      />
      <TextField
        label={t('cases-label.words')}
        need="may"
        lines={2}
        maxLength={200}
        problem={blames(problem, 'words')}
        value={typed.words ?? ''}
        onChange={(note) => onSet({ words: note })}
      />
      <Choices
        legend={t('labels.purpose')}
        name="purpose"
        value={typed.purpose}
        options={words.purposes.map((one) => ({ value: one.key, title: name(one) }))}
        problem={blames(problem, 'purpose')}
        onChange={(purpose) => onSet({ purpose })}
      />
    </>
  );
}
