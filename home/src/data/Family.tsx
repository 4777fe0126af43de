// SPDX-License-Identifier: Apache-2.0
// 家人: whom I let read what is held of me, and a code that somebody of the household gave me.
import {
  type OwnConsent,
  offerConsent,
  ownConsents,
  takeConsent,
  withdrawConsent,
} from '@lilong/contracts/registry-guardians';
import { ownData } from '@lilong/contracts/registry-own';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { useMoment } from '@lilong/ui/words.tsx';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Field } from '../parts/Field.tsx';
import { wrong } from '../parts/local.ts';
import { Refused } from '../parts/Refused.tsx';
import { Sheet } from '../parts/Sheet.tsx';
import { Submit } from '../parts/Submit.tsx';
import { useT } from '../words/use.ts';

export function Family(): ReactNode {
  const t = useT();
  const read = useRead(ownConsents, {});
  const [open, setOpen] = useState<'give' | 'take'>();
  const close = () => setOpen(undefined);
  return (
    <section aria-labelledby="own-family">
      <h2 id="own-family">{t('family.title')}</h2>
      <p>{t('family.lead')}</p>
      {read.data?.consents.map((one) => (
        <Consent key={one.no} one={one} />
      ))}
      <button type="button" className="button wide" onClick={() => setOpen('give')}>
        <Icon name="person" size="1.2em" />
        {t('family.give')}
      </button>
      <button type="button" className="button wide" onClick={() => setOpen('take')}>
        <Icon name="shield" size="1.2em" />
        {t('family.take')}
      </button>
      {open === 'give' && <Give onClose={close} />}
      {open === 'take' && <Take onClose={close} />}
    </section>
  );
}

/** What a child or ward has agreed to: the parent or guardian withdraws it. Nothing where there is none. */
export function WardConsents({ of }: { readonly of: number }): ReactNode {
  const t = useT();
  const consents = useRead(ownConsents, { of }).data?.consents ?? [];
  if (consents.length === 0) return null;
  return (
    <section aria-labelledby="ward-consents">
      <h2 id="ward-consents">{t('family.title')}</h2>
      {consents.map((one) => (
        <Consent key={one.no} one={one} of={of} />
      ))}
    </section>
  );
}

interface ConsentProps {
  readonly one: OwnConsent;
  /** The grant for a child or ward. */
  readonly of?: number;
}
/** One that holds. It is withdrawn at once, after one question. */
function Consent({ one, of }: ConsentProps): ReactNode {
  const t = useT();
  const say = useMoment();
  const [asking, setAsking] = useState(false);
  const end = useWrite(withdrawConsent, { refreshes: [ownConsents.path, ownData.path] });
  const { no, name, reason, item, since, until } = one;
  return (
    <article className="card own-look">
      <b>{name}</b>
      <span>{t('data.look-purpose', { purpose: reason })}</span>
      <span>{t('family.item', { item })}</span>
      <small>{t('family.dates', { since: say(since, 'day'), until: say(until, 'day') })}</small>
      <button
        type="button"
        className="button own-wrong"
        aria-label={t('family.withdraw-from', { name })}
        onClick={() => setAsking(true)}
      >
        {t('family.withdraw')}
      </button>
      {asking && (
        <Sheet
          title={t('family.withdraw-from', { name })}
          size="question"
          onClose={() => setAsking(false)}
        >
          <p>{t('family.withdraw-why', { name })}</p>
          <button
            type="button"
            className="button main wide"
            disabled={end.pending}
            onClick={() => void end.send({ consent: no, ...(of === undefined ? {} : { of }) })}
          >
            {t('family.withdraw')}
          </button>
          <Refused refusal={end.refusal} />
        </Sheet>
      )}
    </article>
  );
}

/** The button that was pressed is gone: the focus would be nowhere, and no key would be heard. */
const focusOn = (here: HTMLElement | null): void => here?.focus();

/** What is agreed to stands there before the code does. */
function Give({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useT();
  const say = useMoment();
  const make = useWrite(offerConsent);
  const made = make.reply;
  return (
    <Sheet title={t('family.give')} size="form" onClose={onClose}>
      <div className="own-object">
        <p>{t('family.what')}</p>
        {made === undefined ? (
          <button
            type="button"
            className="button main wide"
            disabled={make.pending}
            onClick={() => void make.send({})}
          >
            {t('family.make')}
          </button>
        ) : (
          <div role="status" tabIndex={-1} ref={focusOn}>
            <p>{t('family.tell')}</p>
            <p className="own-code">
              {made.code.slice(0, 3)} {made.code.slice(3)}
            </p>
            <p>{t('family.until', { when: say(made.until), days: made.days })}</p>
          </div>
        )}
        <Refused refusal={make.refusal} />
      </div>
    </Sheet>
  );
}

function Take({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useT();
  const [digits, setDigits] = useState('');
  const [mistake, setMistake] = useState(false);
  const take = useWrite(takeConsent, { refreshes: [ownData.path] });
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const code = digits.replace(/\s/g, '');
    const isCode = /^\d{6}$/.test(code);
    setMistake(!isCode);
    if (isCode && (await take.send({ code })) !== undefined) onClose();
  }
  return (
    <Sheet title={t('family.take')} size="form" onClose={onClose}>
      <form noValidate className="own-object" onSubmit={(event) => void submit(event)}>
        <p>{t('family.take-what')}</p>
        <Field
          name="code"
          inputMode="numeric"
          autoComplete="off"
          maxLength={7}
          label={t('family.code')}
          value={digits}
          onChange={setDigits}
          refusal={mistake ? wrong('code', 'pattern') : take.refusal}
        />
        <Refused refusal={mistake ? undefined : take.refusal} except={['code']} />
        <Submit pending={take.pending}>{t('family.see')}</Submit>
      </form>
    </Sheet>
  );
}
