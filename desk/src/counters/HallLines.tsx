// SPDX-License-Identifier: Apache-2.0
import type { ServiceLine } from '@lilong/contracts/counters';
import type { ReactNode } from 'react';
import { TableBox } from '../parts/TableBox.tsx';
import { useT } from '../words.ts';
import { useServiceName, waitWords } from './said.ts';

/** The lines of a hall. One that nobody serves stands out: that is what a manager acts on. */
export function HallLines({ services }: { readonly services: readonly ServiceLine[] }): ReactNode {
  const t = useT();
  const name = useServiceName();
  return (
    <section className="part hall-lines" aria-labelledby="hall-lines">
      <h2 id="hall-lines">{t('counters.waits')}</h2>
      <TableBox label={t('counters.waits')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('hall.service')}</th>
              <th scope="col" className="num">
                {t('hall.waiting')}
              </th>
              <th scope="col" className="num">
                {t('hall.windows-open')}
              </th>
              <th scope="col">{t('hall.wait')}</th>
            </tr>
          </thead>
          <tbody>
            {services.map((line) => (
              <tr key={line.service}>
                <th scope="row">
                  {line.letter} {name(line)}
                </th>
                <td className="num">{line.waiting}</td>
                <td className="num">{line.windows}</td>
                <td>
                  {line.windows === 0 && line.waiting > 0 ? (
                    <span className="tag tag-late">{t('hall.unserved')}</span>
                  ) : (
                    waitWords(t, line.wait)
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </section>
  );
}
