// SPDX-License-Identifier: Apache-2.0
import { type RatingFigures, ratingBys, ratingFigures } from '@lilong/contracts/ratings';
import { useRead } from '@lilong/ui/client.ts';
import { Segmented } from 'antd';
import { type ReactNode, useState } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { TableBox } from '../parts/TableBox.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useT } from '../words.ts';
import { useNamed } from './said.tsx';

const columns = [
  ...(['rated', 'good', 'middle', 'bad', 'heard'] as const),
  ...(['contactedInTime', 'finishedInTime', 'satisfied', 'solved'] as const),
];

/** Counts of matters, in the order of their names. Small ones are not told, and nobody who works is counted. */
export function Figures(): ReactNode {
  const t = useT();
  const [by, setBy] = useState<(typeof ratingBys)[number]>('unit');
  const { data, error, refetch } = useRead(ratingFigures, { by });
  return (
    <section className="part" aria-labelledby="rating-figures">
      <h2 id="rating-figures">{t('ratings.figures')}</h2>
      <Segmented
        aria-label={t('ratings.by')}
        value={by}
        onChange={setBy}
        options={ratingBys.map((value) => ({ value, label: t(`ratings.by-${value}`) }))}
      />
      {error !== null && <Refused problem={error.problem} again={refetch} />}
      {data === undefined && error === null && <Waiting rows={3} />}
      {data !== undefined && (
        <>
          <p className="field-hint">
            {t('ratings.figures-how', { from: data.from, fewest: data.fewest })}
          </p>
          <Table all={data.all} rows={data.rows} by={by} />
        </>
      )}
    </section>
  );
}

interface Row extends RatingFigures {
  readonly key: string;
  readonly name: string;
  readonly nameEn: string | null;
}
interface TableProps {
  readonly all: RatingFigures;
  readonly rows: readonly Row[];
  readonly by: (typeof ratingBys)[number];
}
function Table({ all, rows, by }: TableProps): ReactNode {
  const t = useT();
  const named = useNamed();
  return (
    <TableBox label={t('ratings.figures')}>
      <table className="table rating-figures">
        <thead>
          <tr>
            <th scope="col">{t(`ratings.by-${by}`)}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="num">
                {t(`ratings.column-${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('ratings.all')}</th>
            <Cells of={all} />
          </tr>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row" lang={row.nameEn === null ? 'zh-CN' : undefined}>
                {named(row)}
              </th>
              <Cells of={row} />
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function Cells({ of }: { readonly of: RatingFigures }): ReactNode {
  const t = useT();
  return columns.map((column) => (
    <td key={column} className="num">
      {of[column] ?? <abbr title={t('ratings.few')}>{t('ratings.few-short')}</abbr>}
    </td>
  ));
}
