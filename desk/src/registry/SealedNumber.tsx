// SPDX-License-Identifier: Apache-2.0
import { type PersonCard, registryWords, revealValue } from '@lilong/contracts/registry';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { useLanguage } from '@lilong/ui/words.tsx';
import { Button } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { type Key, useT } from '../words.ts';

const shownMs = 60_000;

interface SealedNumberProps {
  readonly person: number;
  readonly number: PersonCard['numbers'][number];
  readonly may: boolean;
}

/** A number as it is shown: masked, until somebody says why. A minute later it is masked again. */
export function SealedNumber({ person, number, may }: SealedNumberProps): ReactNode {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const open = useWrite(revealValue);
  const { clear } = open;
  const value = open.reply?.value;
  useEffect(() => {
    if (value === undefined) return undefined;
    const timer = setTimeout(clear, shownMs);
    return () => clearTimeout(timer);
  }, [value, clear]);
  const name =
    number.element === 'phone' ? t('number.phone') : t(`document.${number.document}` as Key);
  return (
    <div className="number">
      <span className="number-name">{name}</span>
      <b className="number-value" aria-live="polite">
        {value ?? number.masked}
      </b>
      {value === undefined && may && !asking && (
        <Button onClick={() => setAsking(true)} aria-label={t('number.open-of', { name })}>
          {t('number.open')}
        </Button>
      )}
      {value !== undefined && <small>{t('number.a-minute')}</small>}
      {value === undefined && asking && (
        <Purposes
          pending={open.pending}
          onCancel={() => setAsking(false)}
          onChoose={async (purpose) => {
            const shown = await open.send({ person, element: number.element, purpose });
            if (shown !== undefined) setAsking(false);
          }}
        />
      )}
      <Refused problem={open.refusal} />
    </div>
  );
}

interface PurposesProps {
  readonly pending: boolean;
  readonly onChoose: (purpose: string) => Promise<void>;
  readonly onCancel: () => void;
}
/** One tap says why; the person can read it. */
function Purposes({ pending, onChoose, onCancel }: PurposesProps): ReactNode {
  const t = useT();
  const english = useLanguage() === 'en';
  const words = useRead(registryWords, {}, { staleTime: 600_000 });
  return (
    <fieldset className="purposes">
      <legend>{t('number.why')}</legend>
      {words.data?.purposes.map(({ key, name, nameEn }) => (
        <Button key={key} disabled={pending} onClick={() => void onChoose(key)}>
          {(english ? nameEn : null) ?? name}
        </Button>
      ))}
      <Button type="text" onClick={onCancel}>
        {t('number.cancel')}
      </Button>
      <p className="field-hint">{t('number.read')}</p>
    </fieldset>
  );
}
