// SPDX-License-Identifier: Apache-2.0
import {
  type AssistancePage,
  type Findings,
  recordVisit,
  visitChecks,
  visitFindings,
} from '@lilong/contracts/assistance-work';
import { useWrite } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { Cards } from '../parts/Cards.tsx';
import { blames, restOf } from '../parts/Field.tsx';
import { PhotoPicker } from '../parts/PhotoPicker.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';

const asTold: Findings = {
  lives: 'as_told',
  people: 'as_told',
  home: 'as_told',
  things: 'as_told',
  income: 'as_told',
  health: 'as_told',
};

interface VisitFormProps {
  readonly page: AssistancePage;
  readonly onClose: () => void;
}
/** 入户, on a phone in the home: what both looked at, pictures, who came along, and who of the household signed. */
export function VisitForm({ page, onClose }: VisitFormProps): ReactNode {
  const t = useT();
  const write = useWrite(recordVisit, { refreshes: ['assistance', 'affairs'] });
  const [findings, setFindings] = useState<Findings>(asTold);
  const [said, setSaid] = useState({ withName: '', words: '', signedBy: '' });
  const [files, setFiles] = useState<readonly number[]>([]);
  async function send(): Promise<void> {
    const { ref, version } = page;
    const words = said.words.trim();
    const sent = await write.send({
      ...{
        ref,
        version,
        findings,
        files: [...files],
        withName: said.withName.trim(),
        signedBy: said.signedBy.trim(),
      },
      ...(words === '' ? {} : { words }),
    });
    if (sent !== undefined) onClose();
  }
  return (
    <DockForm
      title={t('assistance.do.visit')}
      submit={t('assistance.do.visit')}
      pending={write.pending}
      problem={restOf(write.refusal, 'withName', 'signedBy', 'words')}
      onSubmit={() => void send()}
      onCancel={onClose}
    >
      <Checks findings={findings} onChange={setFindings} />
      <PhotoPicker label={t('assistance.pictures')} value={files} onChange={setFiles} />
      {(['withName', 'signedBy', 'words'] as const).map((name) => (
        <TextField
          key={name}
          label={t(`assistance.visit.${name}`)}
          need={name === 'words' ? 'may' : 'must'}
          problem={blames(write.refusal, name)}
          value={said[name]}
          maxLength={name === 'words' ? 1000 : 40}
          onChange={(text) => setSaid({ ...said, [name]: text })}
        />
      ))}
    </DockForm>
  );
}

interface ChecksProps {
  readonly findings: Findings;
  readonly onChange: (findings: Findings) => void;
}
function Checks({ findings, onChange }: ChecksProps): ReactNode {
  const t = useT();
  return (
    <div className="assistance-checks">
      {visitChecks.map((check) => (
        <Cards
          key={check}
          legend={t(`assistance.check.${check}`)}
          name={check}
          value={findings[check]}
          options={visitFindings.map((value) => ({ value, title: t(`assistance.found.${value}`) }))}
          onChange={(found) => onChange({ ...findings, [check]: found })}
        />
      ))}
    </div>
  );
}
