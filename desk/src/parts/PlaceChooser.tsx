// SPDX-License-Identifier: Apache-2.0
import { isWithin, levelOf } from '@lilong/contracts/place-no';
import { cityRoot, getPlace } from '@lilong/contracts/places';
import { useRead } from '@lilong/ui/client.ts';
import type { ReactNode } from 'react';
import { useHolder } from '../shell/session.ts';
import { useT } from '../words.ts';
import { Picker } from './Picker.tsx';
import './place-chooser.css';

interface PlaceChooserProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (place: number) => void;
}
const slow = { staleTime: 600_000 };

/** From the post's own place down the tree, one level at a time, and back up again. */
export function PlaceChooser({ label, value, onChange }: PlaceChooserProps): ReactNode {
  const t = useT();
  const own = useHolder().post.places;
  const read = useRead(getPlace, { no: value }, slow);
  const children = read.data?.children ?? [];
  const validTo = read.data?.validTo ?? null;
  const path = usePath(value).filter(({ no }) => own.some((place) => isWithin(no, place.no)));
  return (
    <fieldset className="place-chooser">
      <legend className="field-label">{label}</legend>
      <div className="place-path">
        {path.map(({ no, name }) =>
          no === value ? (
            <b key={no}>{name}</b>
          ) : (
            <button key={no} type="button" className="linkish" onClick={() => onChange(no)}>
              {name}
            </button>
          ),
        )}
        {validTo !== null && (
          <span className="tag tag-soon">{t('place.ends', { day: validTo })}</span>
        )}
        {children.length > 0 && levelOf(value) !== 'committee' && (
          <Picker
            label={t('place.below')}
            placeholder={t('place.below')}
            value={undefined}
            options={children.map(({ no, name, pinyin }) => ({
              value: no,
              label: name,
              search: pinyin,
            }))}
            onChange={(place) => place !== undefined && onChange(place)}
          />
        )}
      </div>
    </fieldset>
  );
}

interface Step {
  readonly no: number;
  readonly name: string;
}

/** The place and all above it, coarsest first, with their numbers. */
function usePath(no: number): readonly Step[] {
  const city = useRead(cityRoot, {}, slow).data;
  const place = useRead(getPlace, { no }, slow).data?.place;
  if (place === undefined) return [];
  const spans = [1e9, 1e6].filter((span) => no % span !== 0).map((span) => no - (no % span));
  const above = [city?.no ?? 0, ...spans].filter((step) => step !== no);
  const names = place.path.slice(-above.length);
  return [
    ...above.map((step, at) => ({ no: step, name: names[at] ?? '' })),
    { no, name: place.name },
  ];
}
