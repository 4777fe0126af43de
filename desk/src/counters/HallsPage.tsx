// SPDX-License-Identifier: Apache-2.0
import { cityHalls } from '@lilong/contracts/counters-city';
import { useRead } from '@lilong/ui/client.ts';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Empty } from '../parts/Empty.tsx';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useT } from '../words.ts';
import { HallsFilters } from './HallsFilters.tsx';
import { HallsMap } from './HallsMap.tsx';
import { HallsTable } from './HallsTable.tsx';
import type { HallsSearch } from './halls-search.ts';
import { SendSomebody } from './SendSomebody.tsx';
import './halls.css';

/** 全市大厅: all halls on a map and in a list, and where to send somebody. Halls stand in the order of their places. */
export function HallsPage(): ReactNode {
  const t = useT();
  const search = useSearch({ from: '/halls' });
  const go = useNavigate();
  const { service, place, q } = search;
  const asked = {
    ...(service === undefined ? {} : { service }),
    ...(place === undefined ? {} : { place }),
    ...(q === undefined ? {} : { q }),
  };
  const read = useRead(cityHalls, asked, {
    refetchInterval: 30_000,
    placeholderData: (before) => before,
  });
  const change = (part: Partial<Record<keyof HallsSearch, unknown>>) =>
    void go({ to: '/halls', search: { ...search, ...part } as HallsSearch, replace: true });
  const halls = (read.data?.halls ?? []).filter(({ open }) => open || search.open !== true);
  return (
    <div className="page halls-page">
      <header>
        <h1>{t('halls.title')}</h1>
        <p className="page-lead">{t('halls.lead')}</p>
      </header>
      <HallsFilters search={search} services={read.data?.services} onChange={change} />
      <SendSomebody search={search} onChange={change} />
      <Refused problem={read.error?.problem} again={() => read.refetch()} />
      {read.data === undefined && read.error === null && <Waiting rows={8} />}
      {read.data !== undefined && halls.length === 0 && (
        <Empty icon="city" title={t('halls.none')} />
      )}
      {halls.length > 0 && (
        <div className="halls-both">
          <HallsTable halls={halls} />
          <HallsMap halls={halls} place={place} onPlace={(no) => change({ place: no })} />
        </div>
      )}
    </div>
  );
}
