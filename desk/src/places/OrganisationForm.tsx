// SPDX-License-Identifier: Apache-2.0
import { correctOrganisation, type OrganisationLine } from '@lilong/contracts/places';
import { useWrite } from '@lilong/ui/client.ts';
import { Button } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { blames, restOf } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';

interface OrganisationFormProps {
  readonly organisation: OrganisationLine;
  readonly onDone: () => void;
}

/** Telephone and hours of one organisation, as everybody is told them. */
export function OrganisationForm({ organisation, onDone }: OrganisationFormProps): ReactNode {
  const t = useT();
  const { no, name } = organisation;
  const write = useWrite(correctOrganisation, { refreshes: ['organisations', 'places'] });
  const [phone, setPhone] = useState(organisation.phone ?? '');
  const [hours, setHours] = useState(organisation.hours ?? '');

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const said = { phone: phone.trim() || null, hours: hours.trim() || null };
    if ((await write.send({ no, ...said })) !== undefined) onDone();
  }
  return (
    <form className="sheet-card" noValidate onSubmit={(event) => void submit(event)}>
      <h2>{t('organisations.change-one', { name })}</h2>
      <Refused problem={restOf(write.refusal, 'phone', 'hours')} />
      <TextField
        label={t('organisations.phone')}
        need="may"
        type="tel"
        problem={blames(write.refusal, 'phone')}
        maxLength={40}
        value={phone}
        onChange={setPhone}
      />
      <TextField
        label={t('organisations.hours')}
        hint={t('organisations.hours-hint')}
        need="may"
        problem={blames(write.refusal, 'hours')}
        maxLength={100}
        value={hours}
        onChange={setHours}
      />
      <div className="bar-buttons">
        <Button type="primary" htmlType="submit" loading={write.pending}>
          {t('organisations.save')}
        </Button>
        <Button onClick={onDone}>{t('form.cancel')}</Button>
      </div>
    </form>
  );
}
