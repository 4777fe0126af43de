// SPDX-License-Identifier: Apache-2.0
import type { ServiceLine } from '@lilong/contracts/counters';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';
import { useServiceName, waitWords } from './said.ts';

/** How many wait for what, and how long. */
export function Waits({ services }: { readonly services: readonly ServiceLine[] }): ReactNode {
  const t = useT();
  const name = useServiceName();
  return (
    <ul className="counter-waits" aria-label={t('counters.waits')}>
      {services.map((service) => (
        <li key={service.service}>
          <span>
            <b>{service.letter}</b> {name(service)}
          </span>
          <strong>{t('counters.people', { count: service.waiting })}</strong>
          <small className={service.waiting > 0 && service.windows === 0 ? 'counter-none' : ''}>
            {waitWords(t, service.wait)}
          </small>
        </li>
      ))}
    </ul>
  );
}
