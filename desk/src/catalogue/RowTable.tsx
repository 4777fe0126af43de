// SPDX-License-Identifier: Apache-2.0
import type { CatalogueRow } from '@lilong/contracts/catalogue';
import { useLanguage } from '@lilong/ui/words.tsx';
import { Button } from 'antd';
import { memo, type ReactNode, useState } from 'react';
import { useLimit } from '../cases/limit.ts';
import { dayAfter } from '../parts/days.ts';
import { TableBox } from '../parts/TableBox.tsx';
import { useT } from '../words.ts';
import { bodyFields, typedOf } from './body.ts';

interface RowTableProps {
  readonly rows: readonly CatalogueRow[];
  readonly onEdit: ((row: CatalogueRow) => void) | undefined;
}

/** So many rows come at a time: a city has hundreds, and a phone draws them all slowly. */
const atATime = 50;

/** Rows in force, rows to come, and rows that were. */
export function RowTable({ rows, onEdit }: RowTableProps): ReactNode {
  const t = useT();
  const today = dayAfter(0);
  const [count, setCount] = useState(atATime);
  const left = rows.length - count;
  return (
    <>
      <TableBox label={t('rail.catalogue')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('catalogue.name')}</th>
              <th scope="col">{t('catalogue.what')}</th>
              <th scope="col">{t('catalogue.period')}</th>
              <th scope="col">{t('catalogue.source')}</th>
              {onEdit !== undefined && <th scope="col">{t('catalogue.change')}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, count).map((row) => (
              <Row key={row.no} row={row} today={today} onEdit={onEdit} />
            ))}
          </tbody>
        </table>
      </TableBox>
      {left > 0 && (
        <p>
          <Button onClick={() => setCount(count + atATime)}>
            {t('catalogue.more', { count: Math.min(left, atATime), total: rows.length })}
          </Button>
        </p>
      )}
    </>
  );
}

interface RowProps {
  readonly row: CatalogueRow;
  readonly today: string;
  readonly onEdit: ((row: CatalogueRow) => void) | undefined;
}

const Row = memo(function Row({ row, today, onEdit }: RowProps): ReactNode {
  const t = useT();
  const english = useLanguage() === 'en';
  const name = (english ? row.nameEn : null) || row.name;
  const over = row.status === 'retired' || (row.effectiveTo !== null && row.effectiveTo < today);
  return (
    <tr className={over ? 'row-over' : ''}>
      <th scope="row">
        {name}
        <small>{name === row.name ? row.key : `${row.name} · ${row.key}`}</small>
      </th>
      <td>
        <What row={row} />
      </td>
      <td className="day">
        {row.effectiveFrom} – {row.effectiveTo ?? ''}{' '}
        {over && <span className="tag">{t('catalogue.over')}</span>}
        {row.effectiveFrom > today && (
          <span className="tag tag-soon">{t('catalogue.to-come')}</span>
        )}
      </td>
      <td>{row.source}</td>
      {onEdit !== undefined && (
        <td>
          {!over && (
            <Button
              size="small"
              aria-label={t('catalogue.change-one', { name })}
              onClick={() => onEdit(row)}
            >
              {t('catalogue.change')}
            </Button>
          )}
        </td>
      )}
    </tr>
  );
});

/** The body of a row, field by field, as people read it. */
export function What({ row }: { readonly row: Pick<CatalogueRow, 'kind' | 'body'> }): ReactNode {
  const t = useT();
  const limit = useLimit();
  const typed = typedOf(row.kind, row.body);
  const hidden = ['kind', 'majorCode', 'minorCode', 'category', 'order', 'year', 'organisation'];
  const shown = bodyFields[row.kind].filter(
    ({ name }) => !hidden.includes(name) && typed[name] !== '',
  );
  return (
    <dl className="what">
      {shown.map(({ name, type, words }) => (
        <div key={name}>
          <dt>{t(words)}</dt>
          <dd>
            {type === 'tick'
              ? t('catalogue.yes')
              : (typed[name] ?? '').split('/').map(limit).join(' / ')}
          </dd>
        </div>
      ))}
    </dl>
  );
}
