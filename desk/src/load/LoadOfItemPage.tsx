// SPDX-License-Identifier: Apache-2.0
import { type LoadItem, loadOfItem } from '@lilong/contracts/affair-load';
import type { ReplyOf } from '@lilong/contracts/route';
import { useRead } from '@lilong/ui/client.ts';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useNamed } from '../affairs/said.ts';
import { useLimit } from '../cases/limit.ts';
import { BackLink } from '../parts/BackLink.tsx';
import { Refused } from '../parts/Refused.tsx';
import { TableBox } from '../parts/TableBox.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useDay } from '../registry/said.ts';
import { useT } from '../words.ts';
import { Counts } from './Figures.tsx';
import { LoadCounts } from './LoadCounts.tsx';
import { countColumns } from './sort.ts';
import './load.css';

/** One matter by the office that decides it, in the order of places. */
export function LoadOfItemPage(): ReactNode {
  const t = useT();
  const { item } = useParams({ from: '/load/$item' });
  const { data, error, refetch } = useRead(loadOfItem, { item });
  return (
    <div className="page load">
      <BackLink to="/load">{t('load.title')}</BackLink>
      <Refused problem={error?.problem} again={() => refetch()} />
      {data === undefined && error === null && <Waiting rows={6} />}
      {data !== undefined && (
        <>
          <Head item={data.item} />
          <LoadCounts said={data} />
          <Offices offices={data.offices} />
        </>
      )}
    </div>
  );
}

function Head({ item }: { readonly item: LoadItem }): ReactNode {
  const t = useT();
  const [named, limit, day] = [useNamed(), useLimit(), useDay()];
  const on = day(item.promisedOn);
  return (
    <header>
      <h1>{named(item.name, item.nameEn)}</h1>
      <dl className="load-promise">
        <div>
          <dt>{t('load.promise')}</dt>
          <dd>
            {limit(item.promised)} / {item.legal === null ? t('load.no-legal') : limit(item.legal)}
          </dd>
        </div>
        <div>
          <dt>{t('load.promisedOn')}</dt>
          <dd>{item.provisional ? t('load.provisional', { day: on }) : on}</dd>
        </div>
      </dl>
    </header>
  );
}

interface OfficesProps {
  readonly offices: ReplyOf<typeof loadOfItem>['offices'];
}
function Offices({ offices }: OfficesProps): ReactNode {
  const t = useT();
  if (offices.length === 0) return <p>{t('load.none')}</p>;
  return (
    <section className="load-offices" aria-labelledby="load-offices">
      <h2 id="load-offices">{t('load.offices')}</h2>
      <p className="field-hint">{t('load.offices-how')}</p>
      <TableBox label={t('load.offices')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('load.office')}</th>
              {countColumns.map((one) => (
                <th key={one} scope="col" className="num">
                  {t(`load.${one}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {offices.map((office) => (
              <tr key={office.organisation}>
                <th scope="row" lang="zh-CN">
                  {office.name}
                </th>
                <Counts of={office} />
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </section>
  );
}
