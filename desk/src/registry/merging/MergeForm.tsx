// SPDX-License-Identifier: Apache-2.0
import type { PersonCard } from '@lilong/contracts/registry';
import { lookUpNumber } from '@lilong/contracts/registry-moves';
import { useWrite } from '@lilong/ui/client.ts';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../../cases/DockForm.tsx';
import { blames, restOf } from '../../parts/Field.tsx';
import { TextField } from '../../parts/TextField.tsx';
import { useT } from '../../words.ts';
import type { Finish } from '../CardFrame.tsx';
import { useCode } from '../said.ts';

interface MergeFormProps {
  readonly card: PersonCard;
  readonly finish: Finish;
}

/** The other record may be in another committee: the document in the worker's hand opens it. */
export function MergeForm({ card, finish }: MergeFormProps): ReactNode {
  const t = useT();
  const code = useCode();
  const navigate = useNavigate();
  const write = useWrite(lookUpNumber);
  const [number, setNumber] = useState('');
  const [wrong, setWrong] = useState<'merge.not-found' | 'merge.itself'>();
  async function find(): Promise<void> {
    setWrong(undefined);
    const reply = await write.send({ document: '111', number: number.trim() });
    if (reply === undefined) return;
    const other = reply.known?.person;
    if (other === undefined) return setWrong('merge.not-found');
    if (other === card.person) return setWrong('merge.itself');
    const params = { person: String(card.person), other: String(other) };
    await navigate({ to: '/merge/$person/$other', params, search: (now) => now });
  }
  return (
    <DockForm
      title={t('merge.by-document')}
      submit={t('merge.find')}
      pending={write.pending}
      problem={restOf(write.refusal, 'number')}
      onSubmit={() => void find()}
      onCancel={() => finish()}
    >
      <p>{t('merge.by-document-why')}</p>
      <TextField
        label={t('move-in.number', { document: code('document', '111') })}
        problem={blames(write.refusal, 'number')}
        maxLength={30}
        value={number}
        onChange={setNumber}
      />
      {wrong !== undefined && (
        <p className="field-fault" role="alert">
          {t(wrong)}
        </p>
      )}
    </DockForm>
  );
}
