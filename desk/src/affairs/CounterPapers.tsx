// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useT } from '../words.ts';
import type { CounterPartProps } from './CounterForm.tsx';
import { neededMaterials } from './receiving.ts';
import { useNamed } from './said.ts';

/** Papers: those that the city has need not be handed over; each of the others is ticked when it lies here. */
export function CounterPapers({ form, taken, onChange }: CounterPartProps): ReactNode {
  const t = useT();
  const named = useNamed();
  const needed = neededMaterials(form, taken);
  if (needed.length === 0) return null;
  const toggle = (key: string, here: boolean): void =>
    onChange({
      papers: here ? [...taken.papers, key] : taken.papers.filter((other) => other !== key),
    });
  return (
    <fieldset className="cards">
      <legend className="field-label">{t('affairs.papers-here')}</legend>
      {needed.map(({ key, name, nameEn, held, need, note }) => (
        <label key={key} className="card">
          <input
            type="checkbox"
            checked={held !== null || taken.papers.includes(key)}
            disabled={held !== null}
            onChange={({ target }) => toggle(key, target.checked)}
          />
          <span>
            {named(name, nameEn)}
            <small>
              {held === null
                ? [t(`materialneed.${need}`), note].filter((said) => said !== null).join(' · ')
                : `${t('given.held')} · ${held.source}`}
            </small>
          </span>
        </label>
      ))}
      <p className="field-hint">{t('affairs.papers-hint')}</p>
    </fieldset>
  );
}
