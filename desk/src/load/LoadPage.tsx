// SPDX-License-Identifier: Apache-2.0
import { loadByItem } from '@lilong/contracts/affair-load';
import type { ReplyOf } from '@lilong/contracts/route';
import { useRead } from '@lilong/ui/client.ts';
import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useNamed } from '../affairs/said.ts';
import { useLimit } from '../cases/limit.ts';
import { Empty } from '../parts/Empty.tsx';
import { Refused } from '../parts/Refused.tsx';
import { TableBox } from '../parts/TableBox.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useDay } from '../registry/said.ts';
import { useT } from '../words.ts';
import { Figures } from './Figures.tsx';
import { LoadCounts } from './LoadCounts.tsx';
import { type LoadColumn, loadColumns, sorted } from './sort.ts';
import './load.css';

type Load = ReplyOf<typeof loadByItem>;

/** 办件量: what is open and what is promised, matter by matter, in the order of the catalogue. */
export function LoadPage(): ReactNode {
  const t = useT();
  const { sort } = useSearch({ from: '/load' });
  const { data, error, refetch } = useRead(loadByItem, {});
  return (
    <div className="page load">
      <header>
        <h1>{t('load.title')}</h1>
        <p className="page-lead">{t('load.lead')}</p>
      </header>
      <Refused problem={error?.problem} again={() => refetch()} />
      {data === undefined && error === null && <Waiting rows={8} />}
      {data !== undefined && (
        <>
          <LoadCounts said={data} />
          {data.items.length === 0 ? (
            <Empty icon="figures" title={t('load.no-items')}>
              <p>{t('load.no-items-why')}</p>
              <Link to="/items">{t('items.title')}</Link>
            </Empty>
          ) : (
            <Table load={data} by={sort} />
          )}
        </>
      )}
    </div>
  );
}

function Table({
  load,
  by,
}: {
  readonly load: Load;
  readonly by: LoadColumn | undefined;
}): ReactNode {
  const t = useT();
  return (
    <TableBox label={t('load.title')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('load.item')}</th>
            {loadColumns.map((one) => (
              <th
                key={one}
                scope="col"
                className="num"
                aria-sort={one === by ? 'descending' : 'none'}
              >
                <Link to="/load" search={one === by ? {} : { sort: one }}>
                  {t(`load.${one}`)}
                  {one === by ? ' ↓' : ''}
                </Link>
              </th>
            ))}
            <th scope="col">{t('load.promise')}</th>
            <th scope="col">{t('load.promisedOn')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted(load.items, by).map((item) => (
            <Row key={item.item} item={item} />
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function Row({ item }: { readonly item: Load['items'][number] }): ReactNode {
  const t = useT();
  const [named, limit, day] = [useNamed(), useLimit(), useDay()];
  const on = day(item.promisedOn);
  return (
    <tr>
      <th scope="row">
        <Link to="/load/$item" params={{ item: item.item }}>
          {named(item.name, item.nameEn)}
        </Link>
        <small>
          {item.item} · {named(item.departmentName, item.departmentNameEn)}
        </small>
      </th>
      <Figures of={item} />
      <td className="day">
        {limit(item.promised)}
        <small>{item.legal === null ? t('load.no-legal') : limit(item.legal)}</small>
      </td>
      <td className="day">{item.provisional ? t('load.provisional', { day: on }) : on}</td>
    </tr>
  );
}
