// SPDX-License-Identifier: Apache-2.0
import { objectionFigures } from '@lilong/contracts/registry-objections';
import type { ReplyOf } from '@lilong/contracts/route';
import { useRead } from '@lilong/ui/client.ts';
import type { ReactNode } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { TableBox } from '../parts/TableBox.tsx';
import { useWide } from '../parts/useWide.ts';
import { useT } from '../words.ts';

const columns = ['open', 'late', 'answered', 'half'] as const;

type Department = ReplyOf<typeof objectionFigures>['departments'][number];
const TABLE_PX = 620;

/** How departments answer, in the order of their names. Committees and people are not in it. */
export function Figures(): ReactNode {
  const t = useT();
  const wide = useWide(TABLE_PX);
  const { data, error, refetch } = useRead(objectionFigures, {});
  if (error !== null) return <Refused problem={error.problem} again={refetch} />;
  if (data === undefined || data.departments.length === 0) return null;
  return (
    <section className="part" aria-labelledby="objection-figures">
      <h2 id="objection-figures">{t('objections.figures')}</h2>
      {wide ? <Table of={data.departments} /> : <Rows of={data.departments} />}
    </section>
  );
}

interface DepartmentsProps {
  readonly of: readonly Department[];
}

function Table({ of }: DepartmentsProps): ReactNode {
  const t = useT();
  return (
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
          {of.map((one) => (
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
  );
}

/** The same for a phone: what waits, and how long it takes. */
function Rows({ of }: DepartmentsProps): ReactNode {
  const t = useT();
  return (
    <ul className="objection-rows" aria-label={t('objections.figures')}>
      {of.map(({ organisationName, open, late, answered, medianDays }) => (
        <li key={organisationName} className="objection-row">
          <b lang="zh-CN">{organisationName}</b>
          <span className={late > 0 ? 'tag tag-late' : 'tag'}>
            {t('objections.says.open', { open, late })}
          </span>
          <small>
            {medianDays === null
              ? t('objections.says.none')
              : t('objections.says.half', { answered, days: medianDays })}
          </small>
        </li>
      ))}
    </ul>
  );
}
