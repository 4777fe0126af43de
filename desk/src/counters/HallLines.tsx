// SPDX-License-Identifier: Apache-2.0
import type { ServiceLine } from '@lilong/contracts/counters';
import type { ReactNode } from 'react';
import { TableBox } from '../parts/TableBox.tsx';
import { useT } from '../words.ts';
import { useServiceName, waitWords } from './said.ts';

interface HallLinesProps {
  readonly services: readonly ServiceLine[];
  /** The class whose people are shown below. */
  readonly chosen: string | undefined;
  readonly onChoose: (service: string) => void;
}

/** The lines of a hall. One that nobody serves stands out: that is what a manager acts on. */
export function HallLines({ services, chosen, onChoose }: HallLinesProps): ReactNode {
  const t = useT();
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
              <th scope="col">
                <span className="unseen">{t('shift.choose')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {services.map((line) => (
              <Line
                key={line.service}
                line={line}
                chosen={line.service === chosen}
                onChoose={onChoose}
              />
            ))}
          </tbody>
        </table>
      </TableBox>
    </section>
  );
}

interface LineProps {
  readonly line: ServiceLine;
  readonly chosen: boolean;
  readonly onChoose: (service: string) => void;
}
function Line({ line, chosen, onChoose }: LineProps): ReactNode {
  const t = useT();
  const name = useServiceName();
  const unserved = line.windows === 0 && line.waiting > 0;
  return (
    <tr className={chosen ? 'hall-chosen' : ''}>
      <th scope="row">
        {line.letter} {name(line)}
      </th>
      <td className="num">{line.waiting}</td>
      <td className="num">{line.windows}</td>
      <td>
        {unserved ? (
          <span className="tag tag-late">{t('hall.unserved')}</span>
        ) : (
          waitWords(t, line.wait)
        )}
      </td>
      <td className="num">
        {line.waiting > 0 && (
          <button
            type="button"
            className="linkish"
            aria-label={t('shift.ask-of', { service: name(line) })}
            onClick={() => onChoose(line.service)}
          >
            {t('shift.ask')}
          </button>
        )}
      </td>
    </tr>
  );
}
