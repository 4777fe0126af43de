// SPDX-License-Identifier: Apache-2.0
// Beside a value: what is contested about it, and the way to object or to correct.
import type { CardValue, Contested } from '@lilong/contracts/registry-values';
import { Icon } from '@lilong/ui/Icons.tsx';
import { useMoment } from '@lilong/ui/words.tsx';
import { Button } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useT } from '../words.ts';
import { type About, ObjectForm } from './ObjectForm.tsx';
import './objections.css';

interface ContestProps {
  readonly value: CardValue;
  readonly about: About;
  /** It was corrected or objected to. */
  readonly onSent?: () => void;
}

export function Contest({ value, about, onSent }: ContestProps): ReactNode {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const [sent, setSent] = useState(false);
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
      {contested !== null && <Standing contested={contested} isNew={sent} />}
      {may === 'own' && sent && !asking && <Corrected />}
      {asking && (
        <ObjectForm
          value={value}
          about={about}
          onEnd={(done) => {
            setAsking(false);
            setSent(done === true);
            if (done === true) onSent?.();
          }}
        />
      )}
    </>
  );
}

/** What was just done stands where it was done, and is read out. */
function useShown(isNew: boolean) {
  const mark = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (!isNew) return;
    mark.current?.scrollIntoView({ block: 'center' });
    mark.current?.focus({ preventScroll: true });
  }, [isNew]);
  return mark;
}

function Corrected(): ReactNode {
  const t = useT();
  const mark = useShown(true);
  return (
    <p ref={mark} tabIndex={-1} className="contest">
      <span className="tag tag-done">{t('objection.corrected')}</span>
    </p>
  );
}

interface StandingProps {
  readonly contested: Contested;
  /** It was said here, a moment ago. */
  readonly isNew: boolean;
}

/** The proposed value, marked, until the source answers; after a no, why. */
function Standing({ contested, isNew }: StandingProps): ReactNode {
  const t = useT();
  const mark = useShown(isNew);
  const say = useMoment();
  const { state, proposed, organisationName, dueAt, reason } = contested;
  const who = organisationName ?? t('objection.self');
  const what = proposed ?? t('objection.label-untrue');
  if (state === 'open')
    return (
      <p ref={mark} tabIndex={-1} className="contest">
        <span className="tag tag-soon">
          <Icon name="clock" size={13} />
          {t('objection.open')}
        </span>{' '}
        {t('objection.proposed', { what, who, day: say(dueAt, 'day') })}
      </p>
    );
  return (
    <p ref={mark} tabIndex={-1} className="contest">
      <span className="tag">{t('objection.rejected')}</span>{' '}
      {t('objection.rejected-why', { what, reason: reason ?? '' })}
    </p>
  );
}
