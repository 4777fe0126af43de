// SPDX-License-Identifier: Apache-2.0
import { releaseCase, superviseCase, unmergeCase } from '@lilong/contracts/case-work';
import { useWrite } from '@lilong/ui/client.ts';
import { Checkbox } from 'antd';
import { type ReactNode, useState } from 'react';
import { Cards } from '../parts/Cards.tsx';
import { blames, restOf } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import type { ActFormProps } from './ActionForm.tsx';
import { DockForm } from './DockForm.tsx';

const fresh = { refreshes: ['cases'] };

const kinds = ['timeout', 'leader', 'important'] as const;

/** 督办: presses for a case, in words that the department reads. */
export function SuperviseForm({ page, onDone }: ActFormProps): ReactNode {
  const t = useT();
  const write = useWrite(superviseCase, fresh);
  const [kind, setKind] = useState<(typeof kinds)[number]>(
    page.line.lateness === 'late' ? 'timeout' : 'important',
  );
  const [words, setWords] = useState('');
  const submit = async () =>
    (await write.send({ ref: page.line.ref, kind, words })) !== undefined && onDone();
  return (
    <DockForm
      title={t('act.supervise')}
      submit={t('act.supervise')}
      pending={write.pending}
      problem={restOf(write.refusal, 'words')}
      onSubmit={() => void submit()}
      onCancel={onDone}
    >
      <Cards
        legend={t('supervise.kind')}
        name="kind"
        value={kind}
        options={kinds.map((value) => ({ value, title: t(`supervise.${value}`) }))}
        onChange={setKind}
      />
      <TextField
        label={t('supervise.words')}
        problem={blames(write.refusal, 'words')}
        lines={2}
        maxLength={500}
        value={words}
        onChange={setWords}
      />
    </DockForm>
  );
}

/** Lets neighbours see words or photos, after somebody looked for faces, plates and door numbers in them. */
export function ReleaseForm({ page, onDone }: ActFormProps): ReactNode {
  const t = useT();
  const write = useWrite(releaseCase, fresh);
  const [words, setWords] = useState(page.releasedWords);
  const [photos, setPhotos] = useState(page.releasedPhotos);
  const { ref, version } = page.line;
  const submit = async () =>
    (await write.send({ ref, version, words, photos })) !== undefined && onDone();
  return (
    <DockForm
      title={t('act.release')}
      submit={t('release.save')}
      pending={write.pending}
      problem={write.refusal}
      onSubmit={() => void submit()}
      onCancel={onDone}
    >
      <p className="field-hint">{t('release.hint')}</p>
      <Checkbox checked={words} onChange={({ target }) => setWords(target.checked)}>
        {t('release.words')}
      </Checkbox>
      <Checkbox checked={photos} onChange={({ target }) => setPhotos(target.checked)}>
        {t('release.photos')}
      </Checkbox>
    </DockForm>
  );
}

/** Takes a merged case out again, as it was. */
export function UnmergeForm({ page, onDone }: ActFormProps): ReactNode {
  const t = useT();
  const write = useWrite(unmergeCase, fresh);
  const others =
    page.mergedInto === null ? page.merged : [{ ref: page.line.ref, title: page.line.title }];
  const [ref, setRef] = useState(others[0]?.ref);
  const submit = async () => {
    if (ref !== undefined && (await write.send({ ref })) !== undefined) onDone();
  };
  return (
    <DockForm
      title={t('act.unmerge')}
      submit={t('act.unmerge')}
      pending={write.pending}
      problem={write.refusal}
      onSubmit={() => void submit()}
      onCancel={onDone}
    >
      <Cards
        legend={t('unmerge.which')}
        name="ref"
        value={ref}
        options={others.map((other) => ({
          value: other.ref,
          title: other.title,
          note: other.ref,
        }))}
        onChange={setRef}
      />
    </DockForm>
  );
}
