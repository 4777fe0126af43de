// SPDX-License-Identifier: Apache-2.0

import type { Problem } from '@lilong/contracts/call';
import type { PersonLine } from '@lilong/contracts/registry-find';
import { type InstitutionCard, putMember } from '@lilong/contracts/registry-institutions';
import { useWrite } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { dayAfter } from '../parts/days.ts';
import { blames, restOf } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import type { Finish } from '../registry/CardFrame.tsx';
import { useT } from '../words.ts';
import { byName, FoundPeople, useFindsPeople, usePeople } from './FoundPeople.tsx';

interface OfficeFormProps {
  readonly card: InstitutionCard;
  readonly finish: Finish;
}

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
  const finds = useFindsPeople();
  const field = (name: 'name' | 'position' | 'phone' | 'from') => ({
    value: typed[name],
    problem: blames(problem, name),
    onChange: (text: string) => onChange({ [name]: text }),
  });
  return (
    <>
      <TextField
        label={t('office.name')}
        {...(finds ? { hint: t('office.name-hint') } : {})}
        maxLength={60}
        {...field('name')}
      />
      {found.length > 0 && (
        <FoundPeople
          found={found}
          chosen={typed.chosen}
          onChange={(chosen) => onChange({ chosen })}
        />
      )}
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
