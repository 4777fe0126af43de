// SPDX-License-Identifier: Apache-2.0
import { bookableTimes } from '@lilong/contracts/booking';
import { useRead } from '@lilong/ui/client.ts';
import { dateName } from '@lilong/ui/weekday.ts';
import { useLanguage } from '@lilong/ui/words.tsx';
import { type ReactNode, useState } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { PickField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import { timeOf } from './said.ts';

interface WhenProps {
  readonly centre: number;
  readonly services: string[];
  readonly at: string | undefined;
  readonly onChange: (at: string | undefined) => void;
}
/** A day and a time with a place left for these matters. */
export function When({ centre, services, at, onChange }: WhenProps): ReactNode {
  const t = useT();
  const language = useLanguage();
  const [day, setDay] = useState<string>();
  const asked = { centre, services, ...(day === undefined ? {} : { day }) };
  const { data, error } = useRead(bookableTimes, asked);
  const free = data?.times.filter(({ left }) => left > 0);
  return (
    <>
      <PickField
        label={t('booked.which-day')}
        value={day ?? data?.day}
        options={data?.days
          .filter(({ left }) => left > 0)
          .map((one) => ({ value: one.day, label: dateName(language, one.day) }))}
        onChange={(chosen) => {
          onChange(undefined);
          setDay(chosen);
        }}
      />
      <PickField
        label={t('booked.which-time')}
        value={at}
        options={free?.map((one) => ({
          value: one.at,
          label: t('booked.time-left', { time: timeOf(one.at), count: one.left }),
        }))}
        onChange={onChange}
      />
      <Refused problem={error?.problem} />
    </>
  );
}
