// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { staysAs as waysToStay } from '@lilong/contracts/registry';
import { moveIn } from '@lilong/contracts/registry-moves';
import { useWrite } from '@lilong/ui/client.ts';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { dayAfter } from '../parts/days.ts';
import { blames, restOf } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import {
  type Arrival,
  type HouseholdLine,
  inputOf,
  type Mover,
  own,
  proposedHousehold,
} from './arrival.ts';
import { Choices } from './Choices.tsx';
import type { MoveInProps } from './MoveIn.tsx';
import { Newcomer, Told } from './Newcomer.tsx';
import { RelationField } from './RelationField.tsx';
import { useCode } from './said.ts';

interface MoveInHowProps extends MoveInProps {
  readonly mover: Mover;
  readonly onAgain: () => void;
}
const fields = [
  'fresh.name',
  'fresh.sex',
  'fresh.bornOn',
  'fresh.phone',
  'staysAs',
  'household',
  'relation',
  'from',
];

function useArrival(): [Arrival, (part: Partial<Arrival>) => void] {
  const [arrival, setArrival] = useState<Arrival>({
    name: '',
    sex: undefined,
    bornOn: '',
    phone: '',
    staysAs: undefined,
    household: undefined,
    relation: undefined,
    from: dayAfter(0),
  });
  return [arrival, (part) => setArrival((now) => ({ ...now, ...part }))];
}

/** How they stay, with whom, since when; of somebody new also what the document did not say. */
export function MoveInHow({
  at,
  households,
  joined,
  mover,
  finish,
  onAgain,
}: MoveInHowProps): ReactNode {
  const t = useT();
  const write = useWrite(moveIn, { refreshes: ['registry'] });
  const [arrival, change] = useArrival();
  const living = households.filter(({ kind }) => kind !== 'book');
  const chosen =
    joined === true
      ? (households[0]?.household ?? own)
      : (arrival.household ?? proposedHousehold(arrival.staysAs, living));
  const problem = write.refusal;
  async function submit(): Promise<void> {
    const reply = await write.send(inputOf(at.home, mover, arrival, chosen));
    if (reply !== undefined)
      finish(<Done person={reply.person} name={mover.told.known?.name ?? arrival.name.trim()} />);
  }
  return (
    <DockForm
      title={t('move-in.title', { door: at.door })}
      submit={t('move-in.submit')}
      pending={write.pending}
      problem={restOf(problem, ...fields)}
      onSubmit={() => void submit()}
      onCancel={() => finish()}
    >
      <Told mover={mover} onAgain={onAgain} />
      {mover.told.known === null && (
        <Newcomer mover={mover} arrival={arrival} problem={problem} onChange={change} />
      )}
      <Stay arrival={arrival} problem={problem} onChange={change} />
      {joined !== true && living.length > 0 && (
        <WhichHousehold
          households={living}
          value={chosen}
          problem={problem}
          onChange={(household) => change({ household })}
        />
      )}
      {chosen !== own && <RelationField arrival={arrival} problem={problem} onChange={change} />}
      <TextField
        label={t('move-in.from')}
        type="date"
        problem={blames(problem, 'from')}
        value={arrival.from}
        onChange={(from) => change({ from })}
      />
    </DockForm>
  );
}

interface PartProps {
  readonly arrival: Arrival;
  readonly problem: Problem | undefined;
  readonly onChange: (part: Partial<Arrival>) => void;
}

function Stay({ arrival, problem, onChange }: PartProps): ReactNode {
  const t = useT();
  const code = useCode();
  return (
    <Choices
      legend={t('move-in.stays')}
      name="stays"
      value={arrival.staysAs}
      options={waysToStay.map((value) => ({ value, title: code('stays', value) }))}
      problem={blames(problem, 'staysAs')}
      onChange={(staysAs) => onChange({ staysAs })}
    />
  );
}

interface WhichHouseholdProps {
  readonly households: readonly HouseholdLine[];
  readonly value: string;
  readonly problem: Problem | undefined;
  readonly onChange: (household: string) => void;
}

function WhichHousehold({ households, value, problem, onChange }: WhichHouseholdProps): ReactNode {
  const t = useT();
  const named = ({ people }: HouseholdLine) =>
    t('move-in.with', { names: people.map(({ name }) => name).join(t('list.join')) });
  return (
    <Choices
      legend={t('move-in.household')}
      name="household"
      long
      value={value}
      options={[
        { value: own, title: t('move-in.own') },
        ...households.map((line) => ({ value: line.household, title: named(line) })),
      ]}
      problem={blames(problem, 'household')}
      onChange={onChange}
    />
  );
}

function Done({ person, name }: { readonly person: number; readonly name: string }): ReactNode {
  const t = useT();
  return (
    <>
      {t('move-in.done', { name })}{' '}
      <Link to="/people/$person" params={{ person: String(person) }} search={(now) => now}>
        {t('move-in.open')}
      </Link>
    </>
  );
}
