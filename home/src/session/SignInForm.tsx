// SPDX-License-Identifier: Apache-2.0
import { requestCode, signInByCode } from '@lilong/contracts/identity';
import { useWrite } from '@lilong/ui/client.ts';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Field } from '../parts/Field.tsx';
import { wrong } from '../parts/local.ts';
import { Refused } from '../parts/Refused.tsx';
import { Submit } from '../parts/Submit.tsx';
import { useT } from '../words/use.ts';

const phonePattern = /^1[3-9]\d{9}$/;

/** A resident signs in with a phone number and a code sent to it; nothing else is asked. */
export function SignInForm(): ReactNode {
  const [phone, setPhone] = useState('');
  const code = useWrite(requestCode);
  if (code.reply === undefined) return <AskCode phone={phone} onPhone={setPhone} code={code} />;
  return <GiveCode phone={phone} sent={code.reply} onBack={code.clear} />;
}

type CodeWrite = ReturnType<typeof useWrite<typeof requestCode>>;

interface AskCodeProps {
  readonly phone: string;
  readonly onPhone: (phone: string) => void;
  readonly code: CodeWrite;
}
function AskCode({ phone, onPhone, code }: AskCodeProps): ReactNode {
  const t = useT();
  const [mistake, setMistake] = useState(false);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const digits = phone.replace(/\D/g, '').replace(/^86(?=1)/, '');
    setMistake(!phonePattern.test(digits));
    if (!phonePattern.test(digits)) return;
    onPhone(digits);
    await code.send({ phone: digits });
  }
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Field
        name="phone"
        type="tel"
        inputMode="tel"
        autoComplete="tel-national"
        label={t('sign-in.phone')}
        value={phone}
        onChange={onPhone}
        refusal={mistake ? wrong('phone', 'pattern') : code.refusal}
      />
      <Refused refusal={mistake ? undefined : code.refusal} except={['phone']} />
      <Submit pending={code.pending}>{t('sign-in.send-code')}</Submit>
    </form>
  );
}

interface GiveCodeProps {
  readonly phone: string;
  readonly sent: NonNullable<CodeWrite['reply']>;
  readonly onBack: () => void;
}
function GiveCode({ phone, sent, onBack }: GiveCodeProps): ReactNode {
  const t = useT();
  const [digits, setDigits] = useState('');
  const signIn = useWrite(signInByCode, { refreshes: ['me', 'my'] });
  const [mistake, setMistake] = useState(false);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setMistake(!/^\d{6}$/.test(digits));
    if (/^\d{6}$/.test(digits)) await signIn.send({ phone, code: digits });
  }
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <p role="status">{t('sign-in.sent', { to: sent.sentTo, minutes: sent.validMinutes })}</p>
      {sent.shown !== null && <p className="notice">{t('sign-in.shown', { code: sent.shown })}</p>}
      <Field
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        label={t('sign-in.code')}
        value={digits}
        onChange={setDigits}
        refusal={mistake ? wrong('code', 'pattern') : signIn.refusal}
      />
      <Refused refusal={mistake ? undefined : signIn.refusal} except={['code']} />
      <Submit pending={signIn.pending}>{t('sign-in.do')}</Submit>
      <button type="button" className="link" onClick={onBack}>
        {t('sign-in.other-phone')}
      </button>
    </form>
  );
}
