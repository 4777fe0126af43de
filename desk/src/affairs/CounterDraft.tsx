// SPDX-License-Identifier: Apache-2.0
import { useMoment } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';
import type { CounterPartProps } from './CounterForm.tsx';
import { isRetyped } from './receiving.ts';

/** What was filled in at home, numbers masked: it holds unless it is typed anew here. */
export function CounterDraft({ form, taken, onChange }: CounterPartProps): ReactNode {
  const t = useT();
  const say = useMoment();
  const { draft } = form;
  if (draft === null || draft.fields.length === 0) return null;
  const kept = draft.fields.filter(({ key }) => !isRetyped(taken, key));
  if (kept.length === 0) return null;
  return (
    <section className="sheet-card" aria-labelledby="from-home">
      <h2 id="from-home">{t('affairs.draft')}</h2>
      <p className="field-hint">{t('affairs.draft-hint', { at: say(draft.changedAt) })}</p>
      <dl className="facts affairs-draft">
        {kept.map(({ key, title, says }) => (
          <div key={key}>
            <dt>{title}</dt>
            <dd>
              {says}
              <button
                type="button"
                className="link"
                aria-label={t('affairs.retype-what', { what: title })}
                onClick={() => onChange({ retyped: [...taken.retyped, key] })}
              >
                {t('affairs.retype')}
              </button>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
