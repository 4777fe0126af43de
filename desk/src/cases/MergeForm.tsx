// SPDX-License-Identifier: Apache-2.0
import type { CaseLine } from '@lilong/contracts/case-shapes';
import { listCases, mergeCases } from '@lilong/contracts/case-work';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { useMoment } from '@lilong/ui/words.tsx';
import { Checkbox } from 'antd';
import { type ReactNode, useState } from 'react';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import type { ActFormProps } from './ActionForm.tsx';
import { DockForm } from './DockForm.tsx';
import { nearestFirst } from './merging.ts';
import { metresBetween } from './metres.ts';
import { soon, useUndo } from './undo.ts';

/** Joins reports of the same thing to this case. Open cases of the same committee stand to choose, the nearest first. */
export function MergeForm({ page, onDone }: ActFormProps): ReactNode {
  const t = useT();
  const write = useWrite(mergeCases, { refreshes: ['cases'] });
  const near = useRead(listCases, { bucket: 'open', place: page.line.place, limit: 60 });
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [typed, setTyped] = useState('');
  const others = [...chosen, ...typed.split(/[\s,，、]+/).filter((ref) => ref !== '')];
  const undo = useUndo();
  const submit = async () => {
    if ((await write.send({ ref: page.line.ref, others })) === undefined) return;
    const said = t('bulk.merged', { count: others.length, title: page.line.title });
    undo.offer({ said, until: soon(), refs: others, by: 'unmerge' });
    onDone();
  };
  return (
    <DockForm
      title={t('act.merge')}
      submit={t('merge.send', { count: others.length })}
      pending={write.pending}
      blocked={others.length === 0}
      problem={write.refusal}
      onSubmit={() => void submit()}
      onCancel={onDone}
    >
      <p className="field-hint">{t('merge.hint')}</p>
      <fieldset className="cards">
        <legend className="field-label">{t('merge.near')}</legend>
        <Candidates
          from={page.line}
          lines={near.data?.cases}
          chosen={chosen}
          onChange={setChosen}
        />
      </fieldset>
      <TextField
        label={t('merge.typed')}
        need="may"
        placeholder="C310101002-…"
        value={typed}
        onChange={setTyped}
      />
    </DockForm>
  );
}

interface CandidatesProps {
  readonly from: CaseLine;
  readonly lines: readonly CaseLine[] | undefined;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

function Candidates({ from, lines, chosen, onChange }: CandidatesProps): ReactNode {
  const t = useT();
  if (lines === undefined) return null;
  const near = nearestFirst(from, lines);
  if (near.length === 0) return <p className="field-hint">{t('merge.none')}</p>;
  return near.map((line) => {
    const others = chosen.filter((ref) => ref !== line.ref);
    const checked = others.length < chosen.length;
    const change = () => onChange(checked ? others : [...chosen, line.ref]);
    return <Candidate key={line.ref} line={line} from={from} checked={checked} onChange={change} />;
  });
}

interface CandidateProps {
  readonly line: CaseLine;
  readonly from: CaseLine;
  readonly checked: boolean;
  readonly onChange: () => void;
}

function Candidate({ line, from, checked, onChange }: CandidateProps): ReactNode {
  const t = useT();
  const say = useMoment();
  const metres = metresBetween(line.point, from.point);
  return (
    <Checkbox className="merge-one" checked={checked} onChange={onChange}>
      <b>{line.title}</b>
      <small>
        {line.address} · {say(line.reportedAt)}
        {metres !== undefined && ` · ${t('merge.metres', { metres })}`} · {line.ref}
      </small>
    </Checkbox>
  );
}
