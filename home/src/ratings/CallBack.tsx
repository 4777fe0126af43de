// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import type { ReactNode } from 'react';
import { Field } from '../parts/Field.tsx';
import { useT } from '../words/use.ts';
import { Radios } from './Radios.tsx';

interface CallBackProps {
  readonly hasPhone: boolean;
  readonly calls: boolean | undefined;
  readonly onCalls: (calls: boolean) => void;
  readonly phone: string;
  readonly onPhone: (phone: string) => void;
  readonly refusal: Problem | undefined;
}

/** Whether to call; whoever says nothing is not called. */
export function CallBack({ hasPhone, calls, onCalls, ...rest }: CallBackProps): ReactNode {
  const t = useT();
  const { phone, onPhone, refusal } = rest;
  return (
    <>
      <Radios
        name="callBack"
        look="pair"
        label={t('rate.call')}
        value={calls === undefined ? undefined : String(calls)}
        onChange={(value) => onCalls(value === 'true')}
        options={[
          { value: 'true', words: t('rate.call-yes') },
          { value: 'false', words: t('rate.call-no') },
        ]}
      />
      {calls === false && <p className="hint">{t('rate.call-written')}</p>}
      {calls === true && (
        <Field
          name="phone"
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          label={t('rate.phone')}
          note={hasPhone ? t('field.optional') : undefined}
          hint={t(hasPhone ? 'rate.phone-other' : 'rate.phone-why')}
          maxLength={20}
          value={phone}
          onChange={onPhone}
          refusal={refusal}
        />
      )}
    </>
  );
}
