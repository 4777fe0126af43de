// SPDX-License-Identifier: Apache-2.0
import { type Taken, takenOf } from '@lilong/contracts/affair-consent';
import type { AffairForm } from '@lilong/contracts/affairs';
import type { Problem } from '@lilong/contracts/call';
import type { ReactNode } from 'react';
import { FieldRefused } from '../parts/Refused.tsx';
import { useAffairT } from '../words/affairs.tsx';
import { useActing } from './acting.ts';
import { useNamed } from './said.tsx';
import type { Told } from './told.ts';

interface SignProps {
  readonly form: AffairForm;
  readonly told: Told;
  readonly signed: boolean;
  readonly onChange: (signed: boolean) => void;
  readonly refusal: Problem | undefined;
}

/** The signature, which is also the consent: for what, and exactly what is taken. */
export function Sign({ form, told, signed, onChange, refusal }: SignProps): ReactNode {
  const t = useAffairT();
  const named = useNamed();
  const acting = useActing();
  const taken = takenOf(form.takes, told.questions, told.reused ?? []);
  const { item, personName } = form;
  return (
    <fieldset className="field sign" data-field="signed">
      <legend>{t('apply.sign-title')}</legend>
      <div id="consent" className="consent">
        <p>{t('consent.for', { item: named(item.name, item.nameEn) })}</p>
        <Things taken={taken} />
        <p>{t('consent.until')}</p>
      </div>
      <label className="matter">
        <input
          type="checkbox"
          checked={signed}
          aria-describedby="consent signed-refused"
          onChange={({ target }) => onChange(target.checked)}
        />
        <span>{acting?.sign?.(personName) ?? t('apply.sign', { name: personName })}</span>
      </label>
      <FieldRefused id="signed-refused" refusal={signed ? undefined : refusal} field="signed" />
    </fieldset>
  );
}

/** Where it comes from, and what. */
export function Things({ taken }: { readonly taken: readonly Taken[] }): ReactNode {
  const t = useAffairT();
  const named = useNamed();
  const kinds = (['value', 'certificate', 'earlier'] as const).filter((what) =>
    taken.some((one) => one.what === what),
  );
  return (
    <ul className="consent-things">
      {kinds.map((what) => (
        <li key={what}>
          <b>{t(`taken.${what}`)}</b>
          <span>
            {taken
              .filter((one) => one.what === what)
              .map(({ name, nameEn }) => named(name, nameEn))
              .join(t('consent.and'))}
          </span>
        </li>
      ))}
    </ul>
  );
}
