// SPDX-License-Identifier: Apache-2.0
import { type PersonCard, revealValue } from '@lilong/contracts/registry';
import { registryWords } from '@lilong/contracts/registry-labels';
import { useRead, useWrite, type Write } from '@lilong/ui/client.ts';
import { Button } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { useT } from '../words.ts';
import { useCode, useName } from './said.ts';
import { wordsKept } from './use-card.ts';

const shownMs = 60_000;
type MaskedNumber = PersonCard['numbers'][number];

/** Documents and phone, masked; each is opened by itself, for a purpose. */
export function Numbers({ card }: { readonly card: PersonCard }): ReactNode {
  const t = useT();
  const words = useRead(registryWords, {}, wordsKept);
  return (
    <section className="part">
      <h3>{t('person.numbers')}</h3>
      {card.numbers.length === 0 && <p className="reg-none-yet">{t('person.numbers-none')}</p>}
      <ul className="reg-numbers">
        {card.numbers.map((number) => (
          <OneNumber
            key={`${number.element} ${number.masked}`}
            number={number}
            card={card}
            words={words}
          />
        ))}
      </ul>
    </section>
  );
}

type Words = ReturnType<typeof useRead<typeof registryWords>>;
interface OneNumberProps {
  readonly words: Pick<Words, 'data' | 'error'>;
  readonly number: MaskedNumber;
  readonly card: PersonCard;
}

function OneNumber({ number, card, words }: OneNumberProps): ReactNode {
  const t = useT();
  const code = useCode();
  const write = useWrite(revealValue);
  const [asking, setAsking] = useState(false);
  const { element, document, masked } = number;
  const what =
    element === 'phone' ? t('person.phone') : code('document', document ?? t('person.number'));
  const value = write.reply?.value;
  const closed = value === undefined && !asking;
  return (
    <li className={value === undefined ? 'reg-number' : 'reg-number reg-number-open'}>
      <span className="reg-number-what">{what}</span>
      {value === undefined ? (
        <span className="reg-value">{masked}</span>
      ) : (
        <Shown element={element} value={value} onHide={write.clear} />
      )}
      {closed && card.can.reveal && (
        <Button aria-label={t('person.see-what', { what })} onClick={() => setAsking(true)}>
          {t('person.see')}
        </Button>
      )}
      {asking && (
        <Why
          what={what}
          write={write}
          words={words}
          onPurpose={async (purpose) => {
            const asked = { person: card.person, element, purpose };
            if ((await write.send(asked)) !== undefined) setAsking(false);
          }}
          onCancel={() => setAsking(false)}
        />
      )}
    </li>
  );
}

interface WhyProps {
  readonly words: OneNumberProps['words'];
  readonly what: string;
  readonly write: Write<typeof revealValue>;
  readonly onPurpose: (purpose: string) => Promise<void>;
  readonly onCancel: () => void;
}

/** One tap on a purpose opens the value. */
function Why({ what, write, words, onPurpose, onCancel }: WhyProps): ReactNode {
  const t = useT();
  const name = useName();
  const problem = write.refusal ?? words.error?.problem;
  return (
    <fieldset className="reg-why">
      <legend>{t('person.why', { what })}</legend>
      <Refused problem={problem} />
      <div className="bar-buttons">
        {words.data?.purposes.map((purpose) => (
          <Button
            key={purpose.key}
            disabled={write.pending}
            onClick={() => void onPurpose(purpose.key)}
          >
            {name(purpose)}
          </Button>
        ))}
        <Button type="text" onClick={onCancel}>
          {t('form.cancel')}
        </Button>
      </div>
      <p className="field-hint">{t('person.seen')}</p>
    </fieldset>
  );
}

interface ShownProps {
  readonly element: MaskedNumber['element'];
  readonly value: string;
  readonly onHide: () => void;
}

/** The value itself, for a minute. */
function Shown({ element, value, onHide }: ShownProps): ReactNode {
  const t = useT();
  const hide = useRef(onHide);
  useEffect(() => {
    const timer = setTimeout(() => hide.current(), shownMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      <span className="reg-value reg-value-open" role="status">
        {element === 'phone' ? <a href={`tel:${value}`}>{value}</a> : value}
      </span>
      <Button onClick={onHide}>{t('person.hide')}</Button>
      <small className="reg-hides">{t('person.hides')}</small>
    </>
  );
}
