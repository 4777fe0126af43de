// SPDX-License-Identifier: Apache-2.0
import { objectionFigures } from '@lilong/contracts/registry-objections';
import { useRead } from '@lilong/ui/client.ts';
import type { ReactNode } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { TableBox } from '../parts/TableBox.tsx';
import { useT } from '../words.ts';

const columns = ['open', 'late', 'answered', 'half'] as const;

/** How departments answer, in the order of their names. Committees and people are not in it. */
export function Figures(): ReactNode {
  const t = useT();
  const { data, error, refetch } = useRead(objectionFigures, {});
  if (error !== null) return <Refused problem={error.problem} again={refetch} />;
  if (data === undefined || data.departments.length === 0) return null;
  return (
    <section className="part" aria-labelledby="objection-figures">
      <h2 id="objection-figures">{t('objections.figures')}</h2>
      <TableBox label={t('objections.figures')}>
        <table className="table objection-figures">
          <thead>
            <tr>
              <th scope="col">{t('objections.department')}</th>
              {columns.map((column) => (
                <th key={column} scope="col" className="num">
                  {t(`objections.figure.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.departments.map((one) => (
              <tr key={one.organisationName}>
                <th scope="row" lang="zh-CN">
                  {one.organisationName}
                </th>
                <td className="num">{one.open}</td>
                <td className="num">{one.late}</td>
                <td className="num">{one.answered}</td>
                <td className="num">
                  {one.medianDays === null ? '—' : t('objections.days', { days: one.medianDays })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </section>
  );
}
