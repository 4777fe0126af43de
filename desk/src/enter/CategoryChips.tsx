// SPDX-License-Identifier: Apache-2.0
import { CategoryIcon } from '@lilong/ui/CategoryIcon.tsx';
import { type ReactNode, useId } from 'react';
import { useCategories, useCategoryOptions } from '../cases/categories.ts';
import { Picker } from '../parts/Picker.tsx';
import { useT } from '../words.ts';

interface CategoryChipsProps {
  readonly value: string | undefined;
  readonly onChange: (category: string | undefined) => void;
}

/** The frequent categories under the thumb; all others by typing. Nobody must choose: the dispatcher may. */
export function CategoryChips({ value, onChange }: CategoryChipsProps): ReactNode {
  const t = useT();
  const id = useId();
  const frequent = useCategories()?.frequent;
  const isOther = value !== undefined && !(frequent ?? []).some(({ key }) => key === value);
  return (
    <fieldset className="chips">
      <legend className="field-label">
        {t('enter.category')}
        <span className="field-may">{t('field.may')}</span>
      </legend>
      {frequent === undefined && <Placeholders />}
      {frequent?.map(({ key, name, icon }) => (
        <label key={key} className="chip">
          <input
            type="checkbox"
            name={id}
            checked={key === value}
            onChange={() => onChange(key === value ? undefined : key)}
          />
          <CategoryIcon name={icon} size={26} />
          <span>{name}</span>
        </label>
      ))}
      <div className="chips-other">
        <Picker
          label={t('enter.other-category')}
          placeholder={t('enter.other-category')}
          value={isOther ? value : undefined}
          options={useCategoryOptions()}
          onChange={onChange}
        />
      </div>
    </fieldset>
  );
}

/** Keeps the place of the chips that come. */
function Placeholders(): ReactNode {
  return Array.from({ length: 12 }, (_, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: empty boxes have no other name
    <span key={at} className="chip chip-blank" aria-hidden="true" />
  ));
}
