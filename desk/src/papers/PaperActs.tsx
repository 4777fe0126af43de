// SPDX-License-Identifier: Apache-2.0
import {
  findPapers,
  giveBackPapers,
  type PaperAct,
  type PaperLine,
  receivePapers,
  sendPapers,
} from '@lilong/contracts/affair-papers';
import type { Problem } from '@lilong/contracts/call';
import { useWrite } from '@lilong/ui/client.ts';
import { Button, Checkbox } from 'antd';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { blames, restOf } from '../parts/Field.tsx';
import { PickField, TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import { actsOf, targetsOf } from './chosen.ts';

interface PaperActsProps {
  /** Those that are chosen. */
  readonly papers: readonly PaperLine[];
  readonly onDone: () => void;
}

/** What can be done with all that are chosen; the likeliest first. */
export function PaperActs({ papers, onDone }: PaperActsProps): ReactNode {
  const t = useT();
  const [act, setAct] = useState<PaperAct>();
  const acts = actsOf(papers);
  const open = act !== undefined && acts.includes(act) ? act : undefined;
  if (papers.length === 0) return null;
  function done(): void {
    setAct(undefined);
    onDone();
  }
  return (
    <section className="papers-acts" aria-label={t('papers.chosen', { count: papers.length })}>
      <p role="status">{t('papers.chosen', { count: papers.length })}</p>
      {acts.map((one, at) => (
        <Button
          key={one}
          type={at === 0 && open === undefined ? 'primary' : 'default'}
          aria-expanded={open === one}
          onClick={() => setAct(one)}
        >
          {t(`paperact.${one}`)}
        </Button>
      ))}
      {open !== undefined && (
        <ActForm
          key={open}
          act={open}
          papers={papers}
          onDone={done}
          onCancel={() => setAct(undefined)}
        />
      )}
    </section>
  );
}

interface ActFormProps extends PaperActsProps {
  readonly act: PaperAct;
  readonly onCancel: () => void;
}
function ActForm({ act, papers, onDone, onCancel }: ActFormProps): ReactNode {
  const t = useT();
  const targets = targetsOf(papers);
  const [to, setTo] = useState(targets.length === 1 ? targets[0]?.organisation : undefined);
  const [words, setWords] = useState('');
  const [signed, setSigned] = useState(false);
  const { send, pending, refusal } = useActing(act);
  const says = words.trim();
  async function go(): Promise<void> {
    if (await send({ papers, to, words: says, signed })) onDone();
  }
  const blocked = (act === 'send' && to === undefined) || (act === 'find' && says === '');
  return (
    <DockForm
      title={t(`paperact.${act}`)}
      submit={t(`paperact.${act}`)}
      pending={pending}
      blocked={blocked}
      problem={restOf(refusal, 'to', 'words')}
      onSubmit={() => void go()}
      onCancel={onCancel}
    >
      {act === 'send' && (
        <PickField
          label={t('papers.to')}
          value={to}
          options={targets.map(({ organisation, name }) => ({ value: organisation, label: name }))}
          onChange={setTo}
          hint={targets.length === 0 ? t('papers.to-none') : undefined}
          problem={blames(refusal, 'to')}
        />
      )}
      {act === 'give_back' && (
        <GivingBack count={papers.length} signed={signed} onSigned={setSigned} />
      )}
      {act !== 'send' && (
        <TextField
          label={t(act === 'find' ? 'papers.words-find' : 'papers.words')}
          need={act === 'find' ? 'must' : 'may'}
          maxLength={300}
          value={words}
          onChange={setWords}
          problem={blames(refusal, 'words')}
        />
      )}
    </DockForm>
  );
}

interface GivingBackProps {
  readonly count: number;
  readonly signed: boolean;
  readonly onSigned: (signed: boolean) => void;
}
function GivingBack({ count, signed, onSigned }: GivingBackProps): ReactNode {
  const t = useT();
  return (
    <>
      <p>{t('papers.give-back-sure', { count })}</p>
      <Checkbox checked={signed} onChange={({ target }) => onSigned(target.checked)}>
        {t('papers.signed')}
      </Checkbox>
    </>
  );
}

interface Said {
  readonly papers: readonly PaperLine[];
  readonly to: number | undefined;
  readonly words: string;
  readonly signed: boolean;
}
interface Acting {
  readonly send: (said: Said) => Promise<boolean>;
  readonly pending: boolean;
  readonly refusal: Problem | undefined;
}
/** The route of an act, with what it wants. */
function useActing(act: PaperAct): Acting {
  const refreshes = { refreshes: ['affairs'] };
  const sending = useWrite(sendPapers, refreshes);
  const receiving = useWrite(receivePapers, refreshes);
  const finding = useWrite(findPapers, refreshes);
  const giving = useWrite(giveBackPapers, refreshes);
  const keys = (papers: readonly PaperLine[]) => papers.map(({ ref, key }) => ({ ref, key }));
  const said = (words: string) => (words === '' ? {} : { words });
  switch (act) {
    case 'send':
      return {
        ...sending,
        send: async ({ papers, to = 0 }) =>
          (await sending.send({ papers: keys(papers), to })) !== undefined,
      };
    case 'find':
      return {
        ...finding,
        send: async ({ papers, words }) =>
          (await finding.send({ papers: keys(papers), words })) !== undefined,
      };
    case 'give_back':
      return {
        ...giving,
        send: async ({ papers, words, signed }) =>
          (await giving.send({ papers: keys(papers), signed, ...said(words) })) !== undefined,
      };
    default: {
      const there = act === 'receive';
      return {
        ...receiving,
        send: async ({ papers, words }) => {
          const each = keys(papers).map((one) => ({ ...one, there }));
          return (await receiving.send({ papers: each, ...said(words) })) !== undefined;
        },
      };
    }
  }
}
