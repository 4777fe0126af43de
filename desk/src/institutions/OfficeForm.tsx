// SPDX-License-Identifier: Apache-2.0

import type { Problem } from '@lilong/contracts/call';
import { findInRegistry, type PersonLine } from '@lilong/contracts/registry-find';
import { type InstitutionCard, putMember } from '@lilong/contracts/registry-institutions';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { dayAfter } from '../parts/days.ts';
import { blames, restOf } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import type { Finish } from '../registry/CardFrame.tsx';
import { Choices } from '../registry/Choices.tsx';
import { useHolder } from '../shell/session.ts';
import { useT } from '../words.ts';

interface OfficeFormProps {
  readonly card: InstitutionCard;
  readonly finish: Finish;
}

/** 0 stands for somebody who is not of the registry. */
const byName = 0;

interface Typed {
  readonly name: string;
  /** Whom the name stands for; `byName` when it stands for itself. */
  readonly chosen: number;
  readonly position: string;
  readonly phone: string;
  readonly from: string;
}

/** 登记任职: somebody of the own committee is found and linked; anybody else is a name. */
export function OfficeForm({ card, finish }: OfficeFormProps): ReactNode {
  const t = useT();
  const write = useWrite(putMember, { refreshes: ['registry'] });
  const [typed, setTyped] = useState<Typed>({
    ...{ name: '', chosen: byName, position: '', phone: '', from: dayAfter(0) },
  });
  const found = usePeople(typed.name);
  const one = found.find(({ person }) => person === typed.chosen);
  const submit = async () => {
    const { name, position, phone, from } = typed;
    const who = one === undefined ? { name: name.trim() } : { person: one.person };
    const sent = { institution: card.institution, ...who, position: position.trim(), phone, from };
    const done = await write.send(sent);
    if (done !== undefined) finish(t('office.done', { name: one?.name ?? name.trim() }));
  };
  return (
    <DockForm
      title={t('office.title')}
      submit={t('office.submit')}
      pending={write.pending}
      problem={restOf(write.refusal, 'name', 'position', 'phone', 'from')}
      onSubmit={() => void submit()}
      onCancel={() => finish()}
    >
      <OfficeFields
        typed={typed}
        found={found}
        problem={write.refusal}
        onChange={(part) => setTyped({ ...typed, ...part })}
      />
    </DockForm>
  );
}

interface OfficeFieldsProps {
  readonly typed: Typed;
  readonly found: readonly PersonLine[];
  readonly problem: Problem | undefined;
  readonly onChange: (part: Partial<Typed>) => void;
}

function OfficeFields({ typed, found, problem, onChange }: OfficeFieldsProps): ReactNode {
  const t = useT();
  const field = (name: 'name' | 'position' | 'phone' | 'from') => ({
    value: typed[name],
    problem: blames(problem, name),
    onChange: (text: string) => onChange({ [name]: text }),
  });
  return (
    <>
      <TextField
        label={t('office.name')}
        hint={t('office.name-hint')}
        maxLength={60}
        {...field('name')}
      />
      {found.length > 0 && <Found typed={typed} found={found} onChange={onChange} />}
      <TextField label={t('office.position')} maxLength={20} {...field('position')} />
      <TextField
        label={t('office.phone')}
        hint={t('office.phone-hint')}
        need="may"
        type="tel"
        maxLength={20}
        {...field('phone')}
      />
      <TextField label={t('office.from')} type="date" {...field('from')} />
    </>
  );
}

function Found({ typed, found, onChange }: Omit<OfficeFieldsProps, 'problem'>): ReactNode {
  const t = useT();
  const people = found.map((line) => ({
    value: line.person,
    title: line.name,
    note: line.door ?? line.placeName,
  }));
  return (
    <Choices
      long
      legend={t('office.found')}
      name="person"
      value={people.some(({ value }) => value === typed.chosen) ? typed.chosen : byName}
      options={[...people, { value: byName, title: t('office.someone') }]}
      onChange={(chosen) => onChange({ chosen })}
    />
  );
}

/** People of the own committee by what was typed; only for whoever may look for people, and from two signs on. */
function usePeople(typed: string): readonly PersonLine[] {
  const { role } = useHolder().post;
  const q = typed.trim();
  const asks = role === 'committee_worker' && q.length >= 2;
  const read = useRead(findInRegistry, { q }, { enabled: asks });
  return asks ? (read.data?.people.slice(0, 5) ?? []) : [];
}
