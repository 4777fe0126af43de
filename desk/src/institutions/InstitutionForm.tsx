// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import {
  changeInstitution,
  type InstitutionCard,
  type InstitutionKind,
  institutionKinds,
  type listInstitutions,
  putInstitution,
} from '@lilong/contracts/registry-institutions';
import type { ReplyOf } from '@lilong/contracts/route';
import { useWrite } from '@lilong/ui/client.ts';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { blames, restOf } from '../parts/Field.tsx';
import { PickField, TextField } from '../parts/TextField.tsx';
import type { Finish } from '../registry/CardFrame.tsx';
import { useCode } from '../registry/said.ts';
import { useT } from '../words.ts';

const fields = ['name', 'phone', 'address', 'creditCode', 'termFrom', 'termTo'] as const;
type Typed = Readonly<Record<(typeof fields)[number], string>>;

/** An emptied day takes the day away; an emptied text is sent as it is and does the same. */
const factsOf = ({ termFrom, termTo, ...texts }: Typed) => ({
  ...texts,
  termFrom: termFrom === '' ? null : termFrom,
  termTo: termTo === '' ? null : termTo,
});

interface PutFormProps {
  /** Where the post may keep one; the first is proposed. */
  readonly places: ReplyOf<typeof listInstitutions>['places'];
  readonly onCancel: () => void;
}

/** 登记机构: its kind and its name; everything else may come later. */
export function InstitutionForm({ places, onCancel }: PutFormProps): ReactNode {
  const t = useT();
  const code = useCode();
  const navigate = useNavigate();
  const write = useWrite(putInstitution, { refreshes: ['registry'] });
  const [kind, setKind] = useState<InstitutionKind>();
  const [place, setPlace] = useState(places[0]?.place ?? 0);
  const [typed, setTyped] = useState<Typed>({
    ...{ name: '', phone: '', address: '', creditCode: '', termFrom: '', termTo: '' },
  });
  const submit = async () => {
    // Its kind is left out until it is chosen: the server asks for it.
    const made = await write.send({ kind: kind as InstitutionKind, place, ...factsOf(typed) });
    if (made !== undefined) void navigate({ to: '/institutions/$institution', params: made });
  };
  return (
    <section className="inst-new">
      <DockForm
        title={t('institution.new')}
        submit={t('institution.put')}
        pending={write.pending}
        problem={restOf(write.refusal, 'kind', 'place', ...fields)}
        onSubmit={() => void submit()}
        onCancel={onCancel}
      >
        <PickField
          label={t('institution.kind')}
          problem={blames(write.refusal, 'kind')}
          value={kind}
          options={institutionKinds.map((one) => ({
            value: one,
            label: code('institution', one),
          }))}
          onChange={setKind}
        />
        {places.length > 1 && (
          <PickField
            label={t('institution.place')}
            problem={blames(write.refusal, 'place')}
            value={place}
            options={places.map((one) => ({ value: one.place, label: one.name }))}
            onChange={(chosen) => setPlace(chosen ?? 0)}
          />
        )}
        <Facts typed={typed} problem={write.refusal} onChange={setTyped} />
      </DockForm>
    </section>
  );
}

interface CorrectFormProps {
  readonly card: InstitutionCard;
  readonly finish: Finish;
}

/** 更正或换届: what is kept of it, as it is now. */
export function CorrectForm({ card, finish }: CorrectFormProps): ReactNode {
  const t = useT();
  const write = useWrite(changeInstitution, { refreshes: ['registry'] });
  const [typed, setTyped] = useState<Typed>({
    name: card.name,
    phone: card.phone ?? '',
    address: card.address ?? '',
    creditCode: card.creditCode ?? '',
    termFrom: card.termFrom ?? '',
    termTo: card.termTo ?? '',
  });
  const submit = async () => {
    const sent = { institution: card.institution, ...factsOf(typed) };
    if ((await write.send(sent)) !== undefined) finish(t('institution.saved'));
  };
  return (
    <DockForm
      title={t('institution.correct')}
      submit={t('institution.save')}
      pending={write.pending}
      problem={restOf(write.refusal, ...fields)}
      onSubmit={() => void submit()}
      onCancel={() => finish()}
    >
      <Facts typed={typed} problem={write.refusal} onChange={setTyped} />
    </DockForm>
  );
}

interface FactsProps {
  readonly typed: Typed;
  readonly problem: Problem | undefined;
  readonly onChange: (typed: Typed) => void;
}

function Facts({ typed, problem, onChange }: FactsProps): ReactNode {
  const t = useT();
  const field = (name: (typeof fields)[number]) => ({
    value: typed[name],
    problem: blames(problem, name),
    onChange: (text: string) => onChange({ ...typed, [name]: text }),
  });
  return (
    <>
      <TextField
        label={t('institution.name')}
        hint={t('institution.name-hint')}
        maxLength={120}
        {...field('name')}
      />
      <TextField
        label={t('institution.phone')}
        hint={t('institution.phone-hint')}
        need="may"
        type="tel"
        maxLength={30}
        {...field('phone')}
      />
      <TextField
        label={t('institution.address')}
        need="may"
        maxLength={120}
        {...field('address')}
      />
      <TextField
        label={t('institution.credit')}
        hint={t('institution.credit-hint')}
        need="may"
        maxLength={30}
        {...field('creditCode')}
      />
      <div className="inst-term">
        <TextField
          label={t('institution.term-from')}
          need="may"
          type="date"
          {...field('termFrom')}
        />
        <TextField label={t('institution.term-to')} need="may" type="date" {...field('termTo')} />
      </div>
    </>
  );
}
