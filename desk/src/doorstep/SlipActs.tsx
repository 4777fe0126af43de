// SPDX-License-Identifier: Apache-2.0
import { findPapers, receivePapers, sendPapers } from '@lilong/contracts/affair-papers';
import type { Problem } from '@lilong/contracts/call';
import { type CollectedPaper, type Collection, returnPapers } from '@lilong/contracts/doorstep';
import { useWrite } from '@lilong/ui/client.ts';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useNamed } from '../affairs/said.ts';
import { DockForm } from '../cases/DockForm.tsx';
import { blames, restOf } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useRole } from '../shell/session.ts';
import { useT } from '../words.ts';
import { AgreedHow, countOf, useRead } from './Consent.tsx';
import { CountForm } from './CountForm.tsx';
import { type Taking, yesOf } from './taking.ts';

const acts = ['count', 'receive', 'find', 'send', 'return'] as const;
type Act = (typeof acts)[number];

/** What can be done with papers of the slip now; the likeliest first. */
export function SlipActs({ slip }: { readonly slip: Collection }): ReactNode {
  const [act, setAct] = useState<Act>();
  const say = useActWords();
  const may = acts.filter((one) => slip.papers.some(({ can }) => can[one]));
  const open = act !== undefined && may.includes(act) ? act : undefined;
  const close = () => setAct(undefined);
  if (may.length === 0) return null;
  return (
    <section className="slip-acts">
      <div className="bar-buttons">
        {may.map((one, at) => (
          <Button
            key={one}
            type={at === 0 && open === undefined ? 'primary' : 'default'}
            aria-expanded={open === one}
            onClick={() => setAct(one)}
          >
            {say(one)}
          </Button>
        ))}
      </div>
      {open === 'count' && <CountForm slip={slip} onDone={close} />}
      {open !== undefined && open !== 'count' && (
        <ActForm key={open} act={open} slip={slip} onDone={close} />
      )}
    </section>
  );
}

function useActWords(): (act: Act) => string {
  const t = useT();
  const atDoors = useRole() === 'committee_worker';
  const words = {
    count: 'doorstep.count-act',
    receive: 'doorstep.receive',
    find: 'doorstep.find-act',
    send: atDoors ? 'doorstep.send' : 'doorstep.send-back',
    return: 'doorstep.return',
  } as const;
  return (act) => t(words[act]);
}

interface ActFormProps {
  readonly act: Exclude<Act, 'count'>;
  readonly slip: Collection;
  readonly onDone: () => void;
}
/** All of them that it can be done with are ticked. */
function ActForm({ act, slip, onDone }: ActFormProps): ReactNode {
  const say = useActWords();
  const able = slip.papers.filter(({ can }) => can[act]);
  const [said, setSaid] = useState<Said>(() => ({
    ...{ keys: able.map(({ key }) => key), words: '', agreed: undefined, code: '' },
  }));
  const { send, pending, refusal } = useActing(act, slip);
  const { keys, words, agreed } = said;
  const unsaid = (act === 'find' && words.trim() === '') || (act === 'return' && !agreed);
  async function go(): Promise<void> {
    if (await send(said)) onDone();
  }
  return (
    <DockForm
      title={say(act)}
      submit={say(act)}
      pending={pending}
      blocked={keys.length === 0 || unsaid}
      problem={restOf(refusal, 'words', 'code', 'agreed.code')}
      onSubmit={() => void go()}
      onCancel={onDone}
    >
      <Which able={able} keys={keys} onChange={(now) => setSaid({ ...said, keys: now })} />
      <Saying
        act={act}
        slip={slip}
        papers={able.filter(({ key }) => keys.includes(key))}
        said={said}
        problem={refusal}
        onChange={(part) => setSaid({ ...said, ...part })}
      />
    </DockForm>
  );
}

interface SayingProps {
  readonly act: ActFormProps['act'];
  readonly slip: Collection;
  readonly papers: readonly CollectedPaper[];
  readonly said: Said;
  readonly problem: Problem | undefined;
  readonly onChange: (part: Partial<Said>) => void;
}
/** What has to be said with it. */
function Saying({ act, slip, papers, said, problem, onChange }: SayingProps): ReactNode {
  const t = useT();
  switch (act) {
    case 'send':
      return <SendSure slip={slip} papers={papers} />;
    case 'find':
      return (
        <TextField
          label={t('doorstep.find-words')}
          maxLength={300}
          value={said.words}
          onChange={(words) => onChange({ words })}
          problem={blames(problem, 'words')}
        />
      );
    case 'return':
      return (
        <>
          <ReturnRead papers={papers} />
          <AgreedHow agreed={said.agreed} code={said.code} problem={problem} onChange={onChange} />
        </>
      );
    default:
      return null;
  }
}

interface WhichProps {
  readonly able: readonly CollectedPaper[];
  readonly keys: readonly string[];
  readonly onChange: (keys: readonly string[]) => void;
}
function Which({ able, keys, onChange }: WhichProps): ReactNode {
  const t = useT();
  const named = useNamed();
  return (
    <fieldset className="cards">
      <legend className="field-label">{t('doorstep.chosen-papers')}</legend>
      {able.map(({ key, name, nameEn, form, count, counted }) => (
        <label key={key} className="card">
          <input
            type="checkbox"
            checked={keys.includes(key)}
            onChange={({ target }) =>
              onChange(target.checked ? [...keys, key] : keys.filter((one) => one !== key))
            }
          />
          <span>
            {named(name, nameEn)}
            <small>
              {t('slip.paper', { form: t(`paperform.${form}`), count: counted ?? count })}
            </small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface ChosenProps {
  readonly papers: readonly CollectedPaper[];
}
function SendSure({ slip, papers }: ChosenProps & { readonly slip: Collection }): ReactNode {
  const t = useT();
  return <p>{t('doorstep.send-sure', { count: countOf(papers), to: useTarget(slip).name })}</p>;
}

function ReturnRead({ papers }: ChosenProps): ReactNode {
  const t = useT();
  const there = papers.map((one) => ({ ...one, count: one.counted ?? one.count }));
  const words = { papers: useRead(there), count: countOf(there) };
  return <blockquote className="door-say">{t('doorstep.return-read', words)}</blockquote>;
}

/** From the committee to the centre, and back. */
function useTarget({ centre, committee }: Collection): Collection['centre'] {
  return useRole() === 'committee_worker' ? centre : committee;
}

interface Said extends Pick<Taking, 'agreed' | 'code'> {
  readonly keys: readonly string[];
  readonly words: string;
}
/** The route of an act, with what it wants. */
function useActing(act: ActFormProps['act'], slip: Collection) {
  const { ref } = slip;
  const refreshes = { refreshes: ['affairs'] };
  const sending = useWrite(sendPapers, refreshes);
  const receiving = useWrite(receivePapers, refreshes);
  const finding = useWrite(findPapers, refreshes);
  const returning = useWrite(returnPapers, refreshes);
  const { organisation: to } = useTarget(slip);
  const named = (keys: readonly string[]) => keys.map((key) => ({ ref, key }));
  const there = (keys: readonly string[]) => named(keys).map((one) => ({ ...one, there: true }));
  const all = {
    send: {
      ...sending,
      send: async ({ keys }: Said) =>
        (await sending.send({ papers: named(keys), to })) !== undefined,
    },
    receive: {
      ...receiving,
      send: async ({ keys }: Said) => (await receiving.send({ papers: there(keys) })) !== undefined,
    },
    find: {
      ...finding,
      send: async ({ keys, words }: Said) =>
        (await finding.send({ papers: named(keys), words: words.trim() })) !== undefined,
    },
    return: {
      ...returning,
      send: async ({ keys, ...how }: Said) =>
        (await returning.send({ ref, papers: [...keys], agreed: yesOf(how) })) !== undefined,
    },
  };
  return all[act];
}
