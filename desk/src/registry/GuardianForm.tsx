// SPDX-License-Identifier: Apache-2.0
import type { documentKinds, PersonCard } from '@lilong/contracts/registry';
import { documentKinds as kinds } from '@lilong/contracts/registry';
import { guardianProofs, proveGuardian } from '@lilong/contracts/registry-guardians';
import { guardianRelations, type Proof } from '@lilong/contracts/registry-kin';
import type { InputOf } from '@lilong/contracts/route';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { blames, restOf } from '../parts/Field.tsx';
import { PickField, TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import type { Finish } from './CardFrame.tsx';
import { Choices } from './Choices.tsx';
import { useCode, useDay } from './said.ts';

interface GuardianFormProps {
  readonly card: PersonCard;
  readonly finish: Finish;
}
type Typed = Omit<InputOf<typeof proveGuardian>, 'person'>;

/** 监护人: the worker has seen by which document somebody is the parent or guardian, and holds that one's own document. */
export function GuardianForm({ card, finish }: GuardianFormProps): ReactNode {
  const t = useT();
  const say = useDay();
  const { person, name } = card;
  const read = useRead(guardianProofs, { person });
  const write = useWrite(proveGuardian, { refreshes: ['registry'] });
  const [typed, setTyped] = useState<Partial<Typed>>({ document: '111', number: '' });
  const { child = true, proofs = [] } = read.data ?? {};
  const relation = typed.relation ?? (child ? 'parent' : 'guardian');
  async function submit(): Promise<void> {
    const { proof, document, number } = typed;
    const asked = { person, relation, proof, document, number: number?.trim() };
    const made = await write.send(asked as InputOf<typeof proveGuardian>); // what is missing the server asks for
    if (made !== undefined)
      finish(t('guardian.done', { name: made.name, day: say(made.until), of: name }));
  }
  return (
    <DockForm
      title={t('guardian.title', { name })}
      submit={t('guardian.submit')}
      pending={write.pending}
      blocked={read.data === undefined}
      problem={restOf(write.refusal ?? read.error?.problem, 'relation', 'proof', 'number')}
      onSubmit={() => void submit()}
      onCancel={() => finish()}
    >
      <p>{t('guardian.what', { name })}</p>
      <Fields
        typed={{ ...typed, relation }}
        child={child}
        proofs={proofs}
        problem={write.refusal}
        onChange={(part) => setTyped({ ...typed, ...part })}
      />
    </DockForm>
  );
}

interface FieldsProps {
  readonly typed: Partial<Typed>;
  readonly child: boolean;
  readonly proofs: readonly Proof[];
  readonly problem: Parameters<typeof blames>[0];
  readonly onChange: (part: Partial<Typed>) => void;
}

function Fields({ typed, child, proofs, problem, onChange }: FieldsProps): ReactNode {
  const t = useT();
  const code = useCode();
  const relations = child ? guardianRelations : (['guardian'] as const);
  return (
    <>
      {relations.length > 1 && (
        <Choices
          legend={t('guardian.relation')}
          name="relation"
          value={typed.relation}
          options={relations.map((value) => ({ value, title: t(`guardian.is.${value}`) }))}
          problem={blames(problem, 'relation')}
          onChange={(relation) => onChange({ relation })}
        />
      )}
      <Choices
        long
        legend={t('guardian.proof')}
        name="proof"
        value={typed.proof}
        options={proofs.map((value) => ({ value, title: code('proof', value) }))}
        problem={blames(problem, 'proof')}
        onChange={(proof) => onChange({ proof })}
      />
      <PickField
        label={t('guardian.document')}
        value={typed.document ?? '111'}
        options={kinds.map((value) => ({ value, label: code('document', value) }))}
        onChange={(document) => onChange({ document: document as (typeof documentKinds)[number] })}
      />
      <TextField
        label={t('guardian.number')}
        hint={t('guardian.number-hint')}
        problem={blames(problem, 'number')}
        maxLength={30}
        value={typed.number ?? ''}
        onChange={(number) => onChange({ number })}
      />
    </>
  );
}
