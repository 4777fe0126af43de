// SPDX-License-Identifier: Apache-2.0
import { type ItemLine, listItems } from '@lilong/contracts/affair-items';
import { useRead } from '@lilong/ui/client.ts';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useNamed } from '../affairs/said.ts';
import { Refused } from '../parts/Refused.tsx';
import { SearchLine } from '../parts/SearchLine.tsx';
import { TableBox } from '../parts/TableBox.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useRole } from '../shell/session.ts';
import { useT } from '../words.ts';
import { type ItemsSearch, itemSorts, readItems, sorted } from './sort.ts';
import '../cases/inbox.css';
import './items.css';

/** All matters with what each asks of people; the counts are our own, of what is in force today. */
export function ItemsPage(): ReactNode {
  const t = useT();
  const search = useSearch({ from: '/items' });
  const go = useNavigate();
  const own = useRole() === 'item_owner' && search.all === undefined;
  const read = useRead(listItems, {
    ...(search.q === undefined ? {} : { q: search.q }),
    ...(own ? { mine: true } : {}),
  });
  return (
    <div className="page items">
      <header>
        <h1>{t('items.title')}</h1>
        <p className="page-lead">{t('items.lead')}</p>
      </header>
      {read.data !== undefined && (
        <dl className="item-counts">
          {(['all', 'complete', 'noVisit', 'fromHome'] as const).map((name) => (
            <div key={name}>
              <dt>{t(`items.count.${name}`)}</dt>
              <dd>{read.data[name]}</dd>
            </div>
          ))}
        </dl>
      )}
      <SearchLine
        label={t('items.find')}
        value={search.q ?? ''}
        onFind={(q) => void go({ to: '/items', search: readItems({ ...search, q }) })}
      />
      <WhoseItems search={search} />
      {read.error !== null && <Refused problem={read.error.problem} again={() => read.refetch()} />}
      {read.isPending && <Waiting rows={8} />}
      {read.data !== undefined && (
        <Table items={sorted(read.data.items, search.sort)} search={search} />
      )}
    </div>
  );
}

/** An owner begins with the matters of their department. */
function WhoseItems({ search }: { readonly search: ItemsSearch }): ReactNode {
  const t = useT();
  if (useRole() !== 'item_owner') return null;
  const all = search.all !== undefined;
  return (
    <nav className="tabs" aria-label={t('items.whose')}>
      {[false, true].map((one) => (
        <Link
          key={String(one)}
          className="tab"
          to="/items"
          search={readItems({ ...search, all: one ? 'yes' : undefined })}
          aria-current={one === all ? 'page' : undefined}
          activeProps={{}}
        >
          {t(one ? 'items.of-all' : 'items.of-mine')}
        </Link>
      ))}
    </nav>
  );
}

interface TableProps {
  readonly items: readonly ItemLine[];
  readonly search: ItemsSearch;
}
function Table({ items, search }: TableProps): ReactNode {
  const t = useT();
  const by = search.sort;
  return (
    <TableBox label={t('items.title')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('items.item')}</th>
            {itemSorts.map((one) => (
              <th key={one} scope="col" aria-sort={one === by ? 'descending' : 'none'}>
                <Link
                  to="/items"
                  search={readItems({ ...search, sort: one === by ? undefined : one })}
                >
                  {t(`items.sort.${one}`)}
                  {one === by ? ' ↓' : ''}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Row key={item.item} item={item} />
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function Row({ item }: { readonly item: ItemLine }): ReactNode {
  const t = useT();
  const named = useNamed();
  const { burden, visits, fromHome, department } = item;
  return (
    <tr>
      <th scope="row">
        <Link to="/items/$item" params={{ item: item.item }}>
          {named(item.name, item.nameEn)}
        </Link>
        <small>
          {item.item} · {named(department.name, department.nameEn)}
          {!item.complete && ` · ${t('items.general')}`}
          {item.byRule && ` · ${t('items.by-rule')}`}
          {item.unasked && ` · ${t('items.unasked')}`}
        </small>
      </th>
      <td>{burden.minutes}</td>
      <td>{burden.asked}</td>
      <td>{burden.known}</td>
      <td>{burden.papers}</td>
      <td>{fromHome ? visits : Math.max(visits, 1)}</td>
    </tr>
  );
}
