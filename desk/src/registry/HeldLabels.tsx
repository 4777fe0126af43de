// SPDX-License-Identifier: Apache-2.0
import type { HeldLabel, PersonCard } from '@lilong/contracts/registry';
import { lookAgainAtLabel } from '@lilong/contracts/registry-labels';
import { useWrite } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Contest } from '../objections/Contest.tsx';
import { Refused } from '../parts/Refused.tsx';
import { useT } from '../words.ts';
import { useDay, useName } from './said.ts';

/** What is said of somebody, by whom, and when somebody must look again. */
export function HeldLabels({ card }: { readonly card: PersonCard }): ReactNode {
  const t = useT();
  const late = [...card.labels].sort((a, b) => Number(b.due) - Number(a.due));
  return (
    <section className="part">
      <h3>{t('person.labels')}</h3>
      {late.length === 0 && <p className="reg-none-yet">{t('person.labels-none')}</p>}
      <ul className="reg-labels">
        {late.map((label) => (
          <OneLabel key={label.no} label={label} card={card} />
        ))}
      </ul>
    </section>
  );
}

interface OneLabelProps {
  readonly label: HeldLabel;
  readonly card: PersonCard;
}

function OneLabel({ label, card }: OneLabelProps): ReactNode {
  const t = useT();
  const say = useDay();
  const name = useName();
  const { due, lookAgain, organisationName, words, from, until, basis } = label;
  const value = card.values.find((one) => one.label === label.no);
  const mayAnswer = due && label.mine && card.can.change && card.asOf === null;
  return (
    <li className={due ? 'reg-label reg-label-late' : 'reg-label'}>
      <b>{name(label)}</b>
      {due && (
        <span className="tag tag-late">
          <Icon name="clock" size={14} />
          {t('people.due')}
        </span>
      )}
      {words !== null && <q lang="zh-CN">{words}</q>}
      <small>
        {t('person.label-from', {
          kind: t(`label.kind.${label.kind}`),
          source: organisationName,
          day: say(from),
        })}
      </small>
      {label.kind === 'shared' && basis !== null && (
        <small>{t('person.label-basis', { basis })}</small>
      )}
      {until !== null && <small>{t('person.label-until', { day: say(until) })}</small>}
      {lookAgain !== null && (
        <small>{t(due ? 'person.label-late' : 'person.label-next', { day: say(lookAgain) })}</small>
      )}
      {mayAnswer && <Answer label={label} person={card.person} />}
      {value !== undefined && <Contest value={value} about={{ person: card.person }} />}
    </li>
  );
}

interface AnswerProps {
  readonly label: HeldLabel;
  readonly person: number;
}

/** Somebody looked: it is still so, or no longer. */
function Answer({ label, person }: AnswerProps): ReactNode {
  const t = useT();
  const name = useName();
  const write = useWrite(lookAgainAtLabel, { refreshes: ['registry'] });
  const answer = (holds: boolean) => void write.send({ person, label: label.no, holds });
  return (
    <div className="reg-answer">
      <Refused problem={write.refusal} />
      <fieldset className="bar-buttons" aria-label={name(label)}>
        <Button disabled={write.pending} onClick={() => answer(true)}>
          {t('person.still')}
        </Button>
        <Button disabled={write.pending} onClick={() => answer(false)}>
          {t('person.no-more')}
        </Button>
      </fieldset>
    </div>
  );
}
