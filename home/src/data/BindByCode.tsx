// SPDX-License-Identifier: Apache-2.0
import { bindMe, ownData } from '@lilong/contracts/registry-own';
import type { ReplyOf } from '@lilong/contracts/route';
import { useWrite } from '@lilong/ui/client.ts';
import { useMoment } from '@lilong/ui/words.tsx';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Field } from '../parts/Field.tsx';
import { wrong } from '../parts/local.ts';
import { Refused } from '../parts/Refused.tsx';
import { Submit } from '../parts/Submit.tsx';
import { useT } from '../words/use.ts';

interface BindByCodeProps {
  readonly ended: ReplyOf<typeof ownData>['ended'];
}

/** A phone number alone proves nobody: what to bring, where, and the code that one gets there. */
export function BindByCode({ ended }: BindByCodeProps): ReactNode {
  const t = useT();
  const say = useMoment();
  return (
    <>
      {ended !== null && (
        <p className="notice">
          {t('data.ended', { when: say(ended.at, 'day'), why: t(`data.ended.${ended.why}`) })}
        </p>
      )}
      <p>{t('data.unbound')}</p>
      <ol className="own-steps">
        <li>{t('data.step-1')}</li>
        <li>{t('data.step-2')}</li>
        <li>{t('data.step-3')}</li>
      </ol>
      <CodeForm />
    </>
  );
}

/** The code that was scanned from the worker's screen. */
const scanned = (): string => /^#code=(\d{6})$/.exec(location.hash)?.[1] ?? '';

function CodeForm(): ReactNode {
  const t = useT();
  const [digits, setDigits] = useState(scanned);
  const [mistake, setMistake] = useState(false);
  const bind = useWrite(bindMe, { refreshes: [ownData.path, 'me'] });
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const code = digits.replace(/\s/g, '');
    setMistake(!/^\d{6}$/.test(code));
    if (/^\d{6}$/.test(code)) await bind.send({ code });
  }
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Field
        name="code"
        inputMode="numeric"
        autoComplete="off"
        maxLength={7}
        label={t('data.code')}
        hint={t('data.code-hint')}
        value={digits}
        onChange={setDigits}
        refusal={mistake ? wrong('code', 'pattern') : bind.refusal}
      />
      <Refused refusal={mistake ? undefined : bind.refusal} except={['code']} />
      <Submit pending={bind.pending}>{t('data.bind')}</Submit>
    </form>
  );
}
