// SPDX-License-Identifier: Apache-2.0
import { deskBookings } from '@lilong/contracts/booking';
import { counterDesk } from '@lilong/contracts/counters';
import { useRead } from '@lilong/ui/client.ts';
import { useLive } from '@lilong/ui/live.ts';
import { dayOf } from '@lilong/ui/moment.ts';
import { dateName } from '@lilong/ui/weekday.ts';
import { useLanguage } from '@lilong/ui/words.tsx';
import { useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { BackLink } from '../parts/BackLink.tsx';
import { Refused } from '../parts/Refused.tsx';
import { TextField } from '../parts/TextField.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useT } from '../words.ts';
import { BookedList } from './BookedList.tsx';
import { BookFor } from './BookFor.tsx';
import { CallList } from './CallList.tsx';
import { CheckInCode } from './CheckInCode.tsx';
import type { Hall } from './said.ts';
import './booked.css';

/** 预约: whoever booked is checked in by their code, a time is booked for somebody, and what no longer fits is seen. */
export function BookedPage(): ReactNode {
  const t = useT();
  const { centre } = useSearch({ from: '/hall/booked' });
  const { data, error, refetch } = useRead(counterDesk, centre === undefined ? {} : { centre });
  return (
    <div className="page page-narrow">
      {data?.can.manage === false ? (
        <BackLink to="/window">{t('counters.window')}</BackLink>
      ) : (
        <BackLink to="/hall">{t('hall.title')}</BackLink>
      )}
      <header>
        <h1>{t('booked.title')}</h1>
        <p className="page-lead" lang="zh-CN">
          {data?.name}
        </p>
      </header>
      <Refused problem={error?.problem} again={() => refetch()} />
      {data === undefined && error === null && <Waiting rows={6} />}
      {data !== undefined && <Parts hall={data} />}
    </div>
  );
}

function Parts({ hall }: { readonly hall: Hall }): ReactNode {
  const t = useT();
  useLive('counters');
  const language = useLanguage();
  const [day, setDay] = useState(() => dayOf(new Date()));
  const { centre } = hall;
  const asked = { centre, ...(day === '' ? {} : { day }) };
  const { data, error } = useRead(deskBookings, asked, { refetchInterval: 60_000 });
  return (
    <>
      <CheckInCode centre={centre} />
      <BookFor hall={hall} />
      <Refused problem={error?.problem} />
      <CallList centre={centre} unfit={data?.unfit ?? []} />
      <section className="part" aria-labelledby="booked-day">
        <h2 id="booked-day">
          {t('booked.day', {
            day: dateName(language, data?.day ?? day),
            count: data?.bookings.length ?? 0,
          })}
        </h2>
        <div className="booked-which">
          <TextField label={t('booked.which-day')} type="date" value={day} onChange={setDay} />
        </div>
        {data?.bookings.length === 0 && <p className="field-hint">{t('booked.none')}</p>}
        <BookedList bookings={data?.bookings ?? []} />
      </section>
    </>
  );
}
