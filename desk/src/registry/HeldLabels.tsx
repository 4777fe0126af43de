// SPDX-License-Identifier: Apache-2.0
import { type HeldLabel, lookAgainAtLabel, type PersonCard } from '@lilong/contracts/registry';
import { useWrite } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { useLanguage } from '@lilong/ui/words.tsx';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { useT } from '../words.ts';

/** What is said of a person: by whom, since when, and by when somebody must look again. */
export function HeldLabels({ card }: { readonly card: PersonCard }): ReactNode {
  const t = useT();
  if (card.labels.length === 0) return null;
  return (
    <section className="sheet-card" aria-labelledby="labels">
      <h2 id="labels">{t('people.labels')}</h2>
      <ul className="presences">
        {card.labels.map((label) => (
          <OneLabel
            key={label.no}
            person={card.person}
            label={label}
            may={card.can.change && card.asOf === null}
          />
        ))}
      </ul>
    </section>
  );
}

interface OneLabelProps {
  readonly person: number;
  readonly label: HeldLabel;
  readonly may: boolean;
}
function OneLabel({ person, label, may }: OneLabelProps): ReactNode {
  const t = useT();
  const english = useLanguage() === 'en';
  const look = useWrite(lookAgainAtLabel, { refreshes: ['registry'] });
  const say = (holds: boolean) => void look.send({ person, label: label.no, holds });
  return (
    <li>
      <b>{(english ? label.nameEn : null) ?? label.name}</b>
      <span>
        {label.words}
        <small>
          {t('label.said', { who: label.organisationName, day: label.from })} ·{' '}
          {t(`label.kind.${label.kind}`)}
        </small>
        {label.lookAgain !== null && (
          <small className={label.due ? 'late' : undefined}>
            {label.due && <Icon name="clock" size={14} />}
            {t(label.due ? 'label.look-late' : 'label.look-again', { day: label.lookAgain })}
          </small>
        )}
        {label.mine && may && (
          <span className="acts">
            <Button disabled={look.pending} onClick={() => say(true)}>
              {t('label.holds')}
            </Button>
            <Button disabled={look.pending} onClick={() => say(false)}>
              {t('label.holds-no')}
            </Button>
          </span>
        )}
        <Refused problem={look.refusal} />
      </span>
    </li>
  );
}
