// SPDX-License-Identifier: Apache-2.0
import { counterDesk } from '@lilong/contracts/counters';
import { useRead } from '@lilong/ui/client.ts';
import { useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { BackLink } from '../parts/BackLink.tsx';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useT } from '../words.ts';
import { SlipForm } from './SlipForm.tsx';
import type { TypedSlip } from './slips.ts';
import './hours.css';

/** 补录纸号: what was given out by hand while the program could not is typed in, one line each, by keyboard alone. */
export function SlipsPage(): ReactNode {
  const t = useT();
  const { centre } = useSearch({ from: '/hall/slips' });
  const { data, error, refetch } = useRead(counterDesk, centre === undefined ? {} : { centre });
  return (
    <div className="page page-narrow">
      <BackLink to="/hall">{t('hall.title')}</BackLink>
      <header>
        <h1>{t('slips.title')}</h1>
        <p className="page-lead">{t('slips.lead')}</p>
      </header>
      <Refused problem={error?.problem} again={() => refetch()} />
      {data === undefined && error === null && <Waiting rows={4} />}
      {data !== undefined && <Slips centre={data.centre} services={data.services} />}
    </div>
  );
}

type Services = Parameters<typeof SlipForm>[0]['services'];
function Slips(props: { readonly centre: number; readonly services: Services }): ReactNode {
  const t = useT();
  const [done, setDone] = useState<readonly TypedSlip[]>([]);
  return (
    <>
      <SlipForm {...props} onDone={(slip) => setDone([slip, ...done])} />
      <section className="part" aria-labelledby="slips-done" aria-live="polite">
        <h2 id="slips-done">{t('slips.done', { count: done.length })}</h2>
        {done.length === 0 && <p className="field-hint">{t('slips.none')}</p>}
        <ul className="slips-done">
          {done.map(({ number, said, time, ahead }) => (
            <li key={number}>
              <b>{number}</b> <span>{said}</span> <span>{time}</span>{' '}
              <small>{t('slips.ahead', { count: ahead })}</small>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
