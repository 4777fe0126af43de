// SPDX-License-Identifier: Apache-2.0
import { type AffairTab, affairTabs, countAffairs } from '@lilong/contracts/affair-work';
import type { Role } from '@lilong/contracts/identity';
import { useRead } from '@lilong/ui/client.ts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useRole } from '../shell/session.ts';
import { useT } from '../words.ts';
import { type AffairFilters, cleanAffairs, noFilters } from './filters.ts';

/** Nothing is received at a department's counter. */
const tabsFor = (role: Role): readonly AffairTab[] =>
  role === 'department_officer' ? affairTabs.filter((tab) => tab !== 'received') : affairTabs;

/** Tabs with their counts; each is an address. */
export function AffairTabs({ filters }: { readonly filters: AffairFilters }): ReactNode {
  const t = useT();
  const counts = useRead(countAffairs, {}).data?.counts;
  return (
    <nav className="tabs" aria-label={t('inbox.tabs')}>
      {tabsFor(useRole()).map((tab) => (
        <Link
          key={tab}
          to="/affairs"
          search={cleanAffairs({ ...noFilters, ...filters, tab, affair: undefined })}
          className={tab === 'late' && (counts?.late ?? 0) > 0 ? 'tab tab-late' : 'tab'}
          aria-current={filters.tab === tab ? 'page' : undefined}
          activeProps={{}}
        >
          {t(`affairtab.${tab}`)} {tab !== 'over' && <b>{counts?.[tab] ?? ''}</b>}
        </Link>
      ))}
    </nav>
  );
}
