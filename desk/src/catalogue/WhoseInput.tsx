// SPDX-License-Identifier: Apache-2.0
import { listOrganisations } from '@lilong/contracts/places';
import { useRead } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { PlaceChooser } from '../parts/PlaceChooser.tsx';
import { PickField } from '../parts/TextField.tsx';
import { useHolder } from '../shell/session.ts';
import { useT } from '../words.ts';
import type { BodyInputProps } from './BodyInput.tsx';

/** Of which organisation alone a row holds: first where it is, then which. None is everybody. */
export function WhoseInput({ field, value, problem, onChange }: BodyInputProps): ReactNode {
  const t = useT();
  const [place, setPlace] = useState(useHolder().post.places[0]?.no ?? 0);
  const found = useRead(listOrganisations, { place }, { staleTime: 600_000 });
  const options = found.data?.organisations.map(({ no, name }) => ({ value: no, label: name }));
  return (
    <>
      <PlaceChooser label={t('catalogue.whose.place')} value={place} onChange={setPlace} />
      <PickField
        label={t(field.words)}
        need="may"
        hint={t('catalogue.hint.whose')}
        problem={problem}
        value={value === '' ? undefined : Number(value)}
        options={options}
        placeholder={
          value === '' ? t('catalogue.whose.all') : t('catalogue.whose.kept', { no: value })
        }
        onChange={(no) => onChange(no === undefined ? '' : String(no))}
      />
    </>
  );
}
