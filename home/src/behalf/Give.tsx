// SPDX-License-Identifier: Apache-2.0
import { giveMandate, ownMandates } from '@lilong/contracts/mandates';
import { localProblem, useWrite } from '@lilong/ui/client.ts';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Field } from '../parts/Field.tsx';
import { useFocusRefusal } from '../parts/focus-refusal.ts';
import { wrong } from '../parts/local.ts';
import { Refused } from '../parts/Refused.tsx';
import { Submit } from '../parts/Submit.tsx';
import { Choose, type Chosen } from './Choose.tsx';
import { useHelperT } from './words.tsx';

interface GiveProps {
  /** One application alone. */
  readonly matter: string | undefined;
  readonly lastDay: string;
  readonly onDone: () => void;
}

/** What is typed so far, and how it is sent. */
function useGiving({ matter, lastDay, onDone }: GiveProps) {
  const [digits, setDigits] = useState('');
  const [items, setItems] = useState<readonly Chosen[]>([]);
  const [until, setUntil] = useState(() => inDays(30, lastDay));
  const [certificates, setCertificates] = useState(false);
  const [mistake, setMistake] = useState<ReturnType<typeof localProblem>>();
  const give = useWrite(giveMandate, { refreshes: [ownMandates.path] });
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const code = digits.replace(/\s/g, '');
    const lack = lackOf(code, matter === undefined && items.length === 0);
    setMistake(lack);
    if (lack !== undefined) return;
    const what = matter === undefined ? { items: items.map(({ item }) => item) } : { matter };
    if ((await give.send({ code, ...what, certificates, until })) !== undefined) onDone();
  }
  const typed = { digits, items, until, certificates };
  const set = {
    digits: setDigits,
    items: setItems,
    until: setUntil,
    certificates: setCertificates,
  };
  return { typed, set, submit, pending: give.pending, refusal: mistake ?? give.refusal };
}

/** Who, for what, until when; what that means stands there before it is given. */
export function Give(props: GiveProps): ReactNode {
  const { matter, onDone } = props;
  const t = useHelperT();
  const { typed, set, submit, pending, refusal } = useGiving(props);
  useFocusRefusal(refusal);
  return (
    <form className="page narrow apply" noValidate onSubmit={(event) => void submit(event)}>
      <h1>{t('helpers.give')}</h1>
      <p>{matter === undefined ? t('helpers.what') : t('helpers.what-one', { ref: matter })}</p>
      <Field
        name="code"
        inputMode="numeric"
        autoComplete="off"
        maxLength={26}
        label={t('helpers.code')}
        hint={t('helpers.code-hint')}
        value={typed.digits}
        onChange={set.digits}
        refusal={refusal}
      />
      {matter === undefined && (
        <Choose chosen={typed.items} onChange={set.items} refusal={refusal} />
      )}
      <Field
        name="until"
        type="date"
        label={t('helpers.last-day')}
        value={typed.until}
        onChange={set.until}
        refusal={refusal}
      />
      <Certificates on={typed.certificates} onChange={set.certificates} />
      <div className="go">
        <Refused refusal={refusal} except={['code', 'items', 'until']} />
        <Submit pending={pending}>{t('helpers.give-yes')}</Submit>
        <button type="button" className="link" onClick={onDone}>
          {t('helpers.not-now')}
        </button>
      </div>
    </form>
  );
}

interface CertificatesProps {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}
function Certificates({ on, onChange }: CertificatesProps): ReactNode {
  const t = useHelperT();
  return (
    <>
      <label className="matter">
        <input type="checkbox" checked={on} onChange={({ target }) => onChange(target.checked)} />
        <span>{t('helpers.certificates')}</span>
      </label>
      <p className="hint">{t('helpers.means')}</p>
    </>
  );
}

function lackOf(code: string, nothing: boolean) {
  if (!/^(\d{8}|\d{24})$/.test(code)) return wrong('code', 'pattern');
  return nothing ? localProblem('registry.mandate-what', 400, 'items') : undefined;
}

/** A day that is offered to begin with, not after the last one. */
function inDays(days: number, last: string): string {
  const day = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  return day > last ? last : day;
}
