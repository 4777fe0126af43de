// SPDX-License-Identifier: Apache-2.0
import type { HouseholdCard } from '@lilong/contracts/registry';
import { recordBirth } from '@lilong/contracts/registry-moves';
import type { InputOf } from '@lilong/contracts/route';
import { useWrite } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { dayAfter } from '../parts/days.ts';
import { blames, restOf } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import type { Relation } from './arrival.ts';
import type { Finish } from './CardFrame.tsx';
import { Choices } from './Choices.tsx';
import { useCode } from './said.ts';

interface BirthFormProps {
  readonly card: HouseholdCard;
  readonly finish: Finish;
}
type Sex = InputOf<typeof recordBirth>['sex'];
interface Child {
  readonly name: string;
  readonly sex: Sex | undefined;
  readonly bornOn: string;
  readonly relation: Relation | undefined;
}
const fields = ['name', 'sex', 'bornOn', 'relation'];
const ofHead: readonly Relation[] = ['20', '30', '40', '97', '99'];

/** A child is the son or daughter of the head, unless somebody says grandchild. */
const relationOf = ({ relation, sex }: Child): Relation | undefined =>
  relation ?? (sex === undefined ? undefined : childOf[sex]);
const childOf: Readonly<Record<Sex, Relation | undefined>> = { 0: undefined, 1: '20', 2: '30' };

/** 出生, into the household that is open. */
export function BirthForm({ card, finish }: BirthFormProps): ReactNode {
  const t = useT();
  const write = useWrite(recordBirth, { refreshes: ['registry'] });
  const [child, setChild] = useState<Child>({
    name: '',
    sex: undefined,
    bornOn: dayAfter(0),
    relation: undefined,
  });
  async function submit(): Promise<void> {
    const { household } = card;
    const name = child.name.trim();
    const sex = child.sex ?? ('' as Sex);
    const relation = relationOf(child) ?? ('' as Relation);
    const sent = { household, name, sex, bornOn: child.bornOn, relation };
    if ((await write.send(sent)) !== undefined) finish(t('birth.done', { name }));
  }
  return (
    <DockForm
      title={t('birth.title')}
      submit={t('birth.submit')}
      pending={write.pending}
      problem={restOf(write.refusal, ...fields)}
      onSubmit={() => void submit()}
      onCancel={() => finish()}
    >
      <ChildFields
        child={child}
        problem={write.refusal}
        onChange={(part) => setChild({ ...child, ...part })}
      />
    </DockForm>
  );
}

interface ChildFieldsProps {
  readonly child: Child;
  readonly problem: Parameters<typeof blames>[0];
  readonly onChange: (part: Partial<Child>) => void;
}

function ChildFields({ child, problem, onChange }: ChildFieldsProps): ReactNode {
  const t = useT();
  const code = useCode();
  return (
    <>
      <TextField
        label={t('birth.name')}
        problem={blames(problem, 'name')}
        maxLength={60}
        value={child.name}
        onChange={(name) => onChange({ name })}
      />
      <Choices
        legend={t('move-in.sex')}
        name="sex"
        value={child.sex}
        options={(['2', '1', '0'] as const).map((value) => ({ value, title: code('sex', value) }))}
        problem={blames(problem, 'sex')}
        onChange={(sex) => onChange({ sex })}
      />
      <TextField
        label={t('birth.born')}
        type="date"
        problem={blames(problem, 'bornOn')}
        value={child.bornOn}
        onChange={(bornOn) => onChange({ bornOn })}
      />
      <Choices
        legend={t('birth.relation')}
        name="relation"
        value={relationOf(child)}
        options={ofHead.map((value) => ({ value, title: code('relation', value) }))}
        problem={blames(problem, 'relation')}
        onChange={(relation) => onChange({ relation })}
      />
    </>
  );
}
