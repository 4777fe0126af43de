// SPDX-License-Identifier: Apache-2.0
import type { AffairForm, FilledField } from '@lilong/contracts/affairs';
import { Icon } from '@lilong/ui/Icons.tsx';
import { useMoment } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { Link } from '../shell/nav.tsx';
import { useAffairT } from '../words/affairs.tsx';
import { Named } from './said.tsx';
import { knownFields, type Told } from './told.ts';

interface KnownProps {
  readonly form: AffairForm;
  readonly told: Told;
}

/** 已知，无需填写: what the city knows, masked, and who said so. */
export function Known({ form, told }: KnownProps): ReactNode {
  const t = useAffairT();
  const fields = knownFields(form, told);
  if (fields.length === 0) return null;
  return (
    <section className="card known" aria-labelledby="known-title">
      <h2 id="known-title">
        <Icon name="check" size="1.2em" />
        {t('apply.known')}
      </h2>
      <dl>
        {fields.map((field) => (
          <Held key={field.key} field={field} />
        ))}
      </dl>
      <p className="hint">
        {t('apply.known-hint')} <Link to="/me/data">{t('apply.my-data')}</Link>
      </p>
    </section>
  );
}

function Held({ field }: { readonly field: FilledField }): ReactNode {
  const t = useAffairT();
  const say = useMoment();
  const { held, title, titleEn } = field;
  if (held === null) return null;
  const { says, source, day } = held;
  return (
    <div>
      <dt>
        <Named zh={title} en={titleEn} />
      </dt>
      <dd>
        <b>{says}</b>
        <small>
          {day === null ? source : t('apply.known-day', { source, day: say(day, 'day') })}
        </small>
      </dd>
    </div>
  );
}
