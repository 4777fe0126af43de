// SPDX-License-Identifier: Apache-2.0
import { type Taken as Takes, takenOf } from '@lilong/contracts/affair-consent';
import type { AffairForm } from '@lilong/contracts/affairs';
import type { ReactNode } from 'react';
import { Cards } from '../parts/Cards.tsx';
import { blames } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import type { CounterPartProps } from './CounterForm.tsx';
import type { Taken } from './receiving.ts';
import { useNamed } from './said.ts';

/** Read aloud to whoever stands there: reason, item, and exactly what is taken. They say yes, or show a code of theirs. */
export function CounterConsent({ form, taken, onChange, problem }: CounterPartProps): ReactNode {
  const t = useT();
  const named = useNamed();
  const { item } = form;
  const words = { item: named(item.name, item.nameEn), things: useThings(form, taken) };
  const wrong = blames(problem, 'consent');
  return (
    <section className="sheet-card affairs-consent" aria-labelledby="consent-read">
      <h2 id="consent-read">{t('affairs.consent')}</h2>
      <blockquote>{t('affairs.consent-read', words)}</blockquote>
      <Cards
        legend={t('affairs.consent-how')}
        name="consent"
        value={taken.agreed}
        options={[
          { value: 'told', title: t('affairs.consent-told') },
          { value: 'code', title: t('affairs.consent-code') },
        ]}
        problem={wrong}
        onChange={(agreed) => onChange({ agreed })}
      />
      {taken.agreed === 'code' && (
        <TextField
          label={t('affairs.consent-digits')}
          hint={t('affairs.consent-digits-hint')}
          need="must"
          maxLength={24}
          value={taken.code}
          problem={blames(problem, 'code') ?? blames(problem, 'consent.code')}
          onChange={(code) => onChange({ code: code.replace(/\D/g, '') })}
        />
      )}
    </section>
  );
}

/** What is taken, in words: values, then certificates, then papers of earlier matters. */
function useThings(form: AffairForm, taken: Taken): string {
  const t = useT();
  const named = useNamed();
  const all = takenOf(form.takes, taken.questions, taken.reused);
  const of = (what: Takes['what']): string[] =>
    all.filter((one) => one.what === what).map(({ name, nameEn }) => named(name, nameEn));
  const parts = (['value', 'certificate', 'earlier'] as const).flatMap((what) => {
    const names = of(what).join(t('affairs.and'));
    return names === '' ? [] : [t(`affairs.takes-${what}`, { names })];
  });
  return parts.join(t('affairs.and-then'));
}
