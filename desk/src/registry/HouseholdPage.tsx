// SPDX-License-Identifier: Apache-2.0
import { type HouseholdCard, householdCard, recordBirth } from '@lilong/contracts/registry';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { useLive } from '@lilong/ui/live.ts';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { dayAfter } from '../parts/days.ts';
import { blames } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import { TextField } from '../parts/TextField.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useT } from '../words.ts';
import { ActForm } from './ActForm.tsx';
import { AsOf } from './AsOf.tsx';
import { Companions } from './Companions.tsx';
import { type Relation, RelationField, type SexAsked, SexField } from './PersonFields.tsx';
import './registry.css';

/** 一户一档. */
export function HouseholdPage(): ReactNode {
  const t = useT();
  const { household } = useParams({ from: '/households/$household' });
  const [at, setAt] = useState<string>();
  const [born, setBorn] = useState(false);
  useLive('registry');
  const read = useRead(householdCard, { household, ...(at === undefined ? {} : { at }) });
  const card = read.data;
  return (
    <div className="page page-narrow registry">
      {read.error !== null && <Refused problem={read.error.problem} again={() => read.refetch()} />}
      {read.isPending && <Waiting />}
      {card !== undefined && (
        <>
          <HouseholdHead card={card} />
          <AsOf asOf={card.asOf} onAt={setAt} />
          <Companions title={t('household.members')} people={card.people} />
          {born && <Birth household={household} onDone={() => setBorn(false)} />}
          {!born && card.to === null && card.asOf === null && card.kind === 'living' && (
            <div className="acts">
              <Button onClick={() => setBorn(true)}>{t('act.birth')}</Button>
            </div>
          )}
        </>
      )}
    </div>
  );
}

function HouseholdHead({ card }: { readonly card: HouseholdCard }): ReactNode {
  const t = useT();
  return (
    <header className="card-head">
      <h1>{t(`household.${card.kind}`)}</h1>
      <p>
        {card.home === null ? (
          card.placeName
        ) : (
          <Link to="/homes/$home" params={{ home: card.home }} className="tap">
            {card.door}
          </Link>
        )}
        {' · '}
        {t('people.since', { day: card.from })}
        {card.to !== null && ` · ${t('people.until', { day: card.to })}`}
      </p>
    </header>
  );
}

interface BirthProps {
  readonly household: string;
  readonly onDone: () => void;
}
/** A child has no number yet: name, sex, day, and whose child it is. */
function Birth({ household, onDone }: BirthProps): ReactNode {
  const t = useT();
  const [name, setName] = useState('');
  const [sex, setSex] = useState<SexAsked>('0');
  const [bornOn, setBornOn] = useState(dayAfter(0));
  const [relation, setRelation] = useState<Relation>('20');
  const birth = useWrite(recordBirth, { refreshes: ['registry'] });
  const problem = birth.refusal;
  return (
    <ActForm
      title={t('act.birth')}
      submit={t('act.keep')}
      pending={birth.pending}
      problem={blames(problem, 'name', 'bornOn') === undefined ? problem : undefined}
      onSubmit={async () => {
        if ((await birth.send({ household, name, sex, bornOn, relation })) !== undefined) onDone();
      }}
      onCancel={onDone}
    >
      <TextField
        label={t('in.name')}
        maxLength={60}
        problem={blames(problem, 'name')}
        value={name}
        onChange={setName}
      />
      <SexField value={sex} problem={problem} onChange={setSex} />
      <TextField
        label={t('in.born-on')}
        type="date"
        problem={blames(problem, 'bornOn')}
        value={bornOn}
        onChange={setBornOn}
      />
      <RelationField value={relation} onChange={setRelation} />
    </ActForm>
  );
}
