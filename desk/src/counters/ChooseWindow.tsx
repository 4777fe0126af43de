// SPDX-License-Identifier: Apache-2.0
import { sitAtWindow } from '@lilong/contracts/counters';
import { useWrite } from '@lilong/ui/client.ts';
import type { ReactNode } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { useKeys } from '../parts/useKeys.ts';
import { useT } from '../words.ts';
import { keyed } from './keys.ts';
import { type Hall, useServiceName } from './said.ts';

/** Asked once in the morning: at which window. It is open from then on. */
export function ChooseWindow({ hall }: { readonly hall: Hall }): ReactNode {
  const t = useT();
  const name = useServiceName();
  const sit = useWrite(sitAtWindow, { refreshes: ['counters'] });
  const windows = keyed(hall.windows, ({ name: written }) => written);
  const free = windows.filter(({ one }) => one.seat !== 'taken');
  useKeys(
    Object.fromEntries(
      free.map(({ key, one }) => [key, () => void sit.send({ window: one.window })]),
    ),
  );
  return (
    <div className="page">
      <header>
        <h1>{t('counters.choose')}</h1>
        <p className="page-lead">{t('counters.choose-how')}</p>
      </header>
      <Refused problem={sit.refusal} />
      <ul className="seats">
        {windows.map(({ key, one }) => (
          <li key={one.window}>
            <button
              type="button"
              className="seat"
              disabled={one.seat === 'taken' || sit.pending}
              onClick={() => void sit.send({ window: one.window })}
            >
              <b lang="zh-CN">{one.name}</b>
              <small>
                {hall.services
                  .filter(({ service }) => one.services.includes(service))
                  .map(name)
                  .join(t('list.join'))}
              </small>
              <span className={one.seat === 'taken' ? 'tag' : 'tag tag-done'}>
                {t(`counters.seat.${one.seat}`)}
              </span>
              {one.seat !== 'taken' && <kbd>{key}</kbd>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
