// SPDX-License-Identifier: Apache-2.0
// Beside a value: what is contested about it, and the way to object or to correct.
import type { CardValue, Contested } from '@lilong/contracts/registry-values';
import { Icon } from '@lilong/ui/Icons.tsx';
import { useMoment } from '@lilong/ui/words.tsx';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useT } from '../words.ts';
import { type About, ObjectForm } from './ObjectForm.tsx';
import './objections.css';

interface ContestProps {
  readonly value: CardValue;
  readonly about: About;
}

export function Contest({ value, about }: ContestProps): ReactNode {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const { may, contested, name } = value;
  const mayAct = may !== null && contested?.state !== 'open' && !asking;
  const act = may === 'own' ? 'objection.correct' : 'objection.object';
  return (
    <>
      {mayAct && (
        <Button
          className="contest-act"
          aria-label={t(`${act}-what`, { what: name })}
          onClick={() => setAsking(true)}
        >
          {t(act)}
        </Button>
      )}
      {contested !== null && <Standing contested={contested} />}
      {asking && <ObjectForm value={value} about={about} onEnd={() => setAsking(false)} />}
    </>
  );
}

/** The proposed value, marked, until the source answers; after a no, why. */
function Standing({ contested }: { readonly contested: Contested }): ReactNode {
  const t = useT();
  const say = useMoment();
  const { state, proposed, organisationName, dueAt, reason } = contested;
  const who = organisationName ?? t('objection.self');
  const what = proposed ?? t('objection.label-untrue');
  if (state === 'open')
    return (
      <p className="contest">
        <span className="tag tag-soon">
          <Icon name="clock" size={13} />
          {t('objection.open')}
        </span>{' '}
        {t('objection.proposed', { what, who, day: say(dueAt, 'day') })}
      </p>
    );
  return (
    <p className="contest">
      <span className="tag">{t('objection.rejected')}</span>{' '}
      {t('objection.rejected-why', { what, reason: reason ?? '' })}
    </p>
  );
}
