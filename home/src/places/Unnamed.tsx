// SPDX-License-Identifier: Apache-2.0
import { Icon } from '@lilong/ui/Icons.tsx';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Spot } from '../outbox/store.ts';
import { Field } from '../parts/Field.tsx';
import { useT } from '../words/use.ts';

interface UnnamedProps {
  readonly point: NonNullable<Spot['point']>;
  readonly onSpot: (spot: Spot) => void;
}

/** The phone knows where it is, and nobody is there to say what that is called: noted now, named later. */
export function Unnamed({ point, onSpot }: UnnamedProps): ReactNode {
  const t = useT();
  const [address, setAddress] = useState('');
  function submit(event: FormEvent): void {
    event.preventDefault();
    event.stopPropagation(); // the sheet lies inside the report's form
    onSpot({ address: address.trim(), point });
  }
  return (
    <form className="confirm" noValidate onSubmit={submit}>
      <p className="found">
        <Icon name="pin" size={30} />
        <b>{t('place.spot')}</b>
        <span>{t('place.spot-later')}</span>
      </p>
      <Field
        name="address"
        label={t('place.address')}
        note={t('field.optional')}
        hint={t('place.address-hint')}
        maxLength={120}
        value={address}
        onChange={setAddress}
      />
      <button type="submit" className="button main wide">
        {t('place.note')}
      </button>
    </form>
  );
}
