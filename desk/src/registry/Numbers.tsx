// SPDX-License-Identifier: Apache-2.0
import { type PersonCard, revealValue } from '@lilong/contracts/registry';
import { registryWords } from '@lilong/contracts/registry-labels';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Contest } from '../objections/Contest.tsx';
import { useT } from '../words.ts';
import { useCode } from './said.ts';
import { wordsKept } from './use-card.ts';
import { Shown, Why } from './Why.tsx';

type MaskedNumber = PersonCard['numbers'][number];

/** Documents and phone, masked; each is opened by itself, for a purpose. */
export function Numbers({ card }: { readonly card: PersonCard }): ReactNode {
  const t = useT();
  const words = useRead(registryWords, {}, wordsKept);
  return (
    <section className="part">
      <h3>{t('person.numbers')}</h3>
      {card.numbers.length === 0 && !card.values.some(isMissing) && (
        <p className="reg-none-yet">{t('person.numbers-none')}</p>
      )}
      <ul className="reg-numbers">
        {card.numbers.map((number, at) => (
          <OneNumber
            key={`${number.element} ${nthOf(card, at)}`}
            number={number}
            nth={nthOf(card, at)}
            card={card}
            words={words}
            value={card.values.find(({ number: which }) => which === at)}
          />
        ))}
        {card.values.filter(isMissing).map((value) => (
          <li key={value.element} className="reg-number">
            <span className="reg-number-what">{value.name}</span>
            <span className="reg-value value-unknown">{t('objection.unknown')}</span>
            <Contest value={value} about={{ person: card.person }} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Which of its kind a number is. */
const nthOf = ({ numbers }: PersonCard, at: number): number =>
  numbers.slice(0, at).filter(({ element }) => element === numbers[at]?.element).length;

/** There is none of its kind; whoever may, says which it is. */
const isMissing = ({ element, number, may, contested }: PersonCard['values'][number]): boolean =>
  (element === 'person.id' || element === 'person.phone') &&
  number === null &&
  (may !== null || contested !== null);

type Words = ReturnType<typeof useRead<typeof registryWords>>;
interface OneNumberProps {
  readonly words: Pick<Words, 'data' | 'error'>;
  readonly number: MaskedNumber;
  /** Which of its kind. */
  readonly nth: number;
  readonly card: PersonCard;
  /** With who owns it, and what is contested. */
  readonly value: PersonCard['values'][number] | undefined;
}

function OneNumber({ number, nth, card, words, value: known }: OneNumberProps): ReactNode {
  const t = useT();
  const code = useCode();
  const write = useWrite(revealValue);
  const [asking, setAsking] = useState(false);
  const [opened, setOpened] = useState('');
  const { element, document, masked } = number;
  const what =
    element === 'phone' ? t('person.phone') : code('document', document ?? t('person.number'));
  // Another number stands here since somebody corrected it: what was opened was the old one.
  const value = opened === masked ? write.reply?.value : undefined;
  const closed = value === undefined && !asking;
  return (
    <li className={value === undefined ? 'reg-number' : 'reg-number reg-number-open'}>
      <span className="reg-number-what">{what}</span>
      {value === undefined ? (
        <span className="reg-value">{masked}</span>
      ) : (
        <Shown isPhone={element === 'phone'} value={value} onHide={write.clear} />
      )}
      {closed && card.can.reveal && card.asOf === null && (
        <Button aria-label={t('person.see-what', { what })} onClick={() => setAsking(true)}>
          {t('person.see')}
        </Button>
      )}
      {asking && (
        <Why
          what={what}
          purposes={words.data?.purposes}
          problem={write.refusal ?? words.error?.problem}
          pending={write.pending}
          onPurpose={async (purpose) => {
            const asked = { person: card.person, element, nth, purpose };
            if ((await write.send(asked)) === undefined) return;
            setOpened(masked);
            setAsking(false);
          }}
          onCancel={() => setAsking(false)}
        />
      )}
      {known !== undefined && !asking && (
        <Contest value={known} about={{ person: card.person }} onSent={write.clear} />
      )}
    </li>
  );
}
