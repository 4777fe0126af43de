// SPDX-License-Identifier: Apache-2.0
import { countBuckets } from '@lilong/contracts/case-work';
import type { Role } from '@lilong/contracts/identity';
import { suppliedLabels } from '@lilong/contracts/registry-supply';
import { useRead } from '@lilong/ui/client.ts';
import { Icon, Mark } from '@lilong/ui/Icons.tsx';
import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';
import { type Entry, entriesFor } from './entries.ts';
import { useRole } from './session.ts';

/** The side bar; on a phone it lies at the bottom, under the thumb. */
export function Rail(): ReactNode {
  const t = useT();
  const role = useRole();
  const supplies = useSupplies(role);
  const mine = entriesFor(role).filter(({ words }) => words !== 'rail.labels' || supplies);
  const above = useLocation({
    select: ({ pathname }) =>
      mine.find(({ below }) => below?.some((one) => pathname.startsWith(one))),
  });
  return (
    <nav className="rail" aria-label={t('rail.title')}>
      <span className="rail-mark">
        <Mark size={40} ground="night" />
      </span>
      {mine.map((entry) => (
        <RailLink key={entry.words} entry={entry} isAbove={entry === above} />
      ))}
    </nav>
  );
}

/** Not every office supplies labels; the others have no place for them. */
function useSupplies(role: Role): boolean {
  const mayBe = role === 'department_officer';
  const { data } = useRead(suppliedLabels, {}, { enabled: mayBe, staleTime: 60_000 });
  return (
    mayBe && data !== undefined && (data.cases || data.labels.length > 0 || data.batches.length > 0)
  );
}

interface RailLinkProps {
  readonly entry: Entry;
  /** The page that is open belongs to it; of several entries to the first. */
  readonly isAbove: boolean;
}

function RailLink({ entry, isAbove }: RailLinkProps): ReactNode {
  const t = useT();
  return (
    <Link
      to={entry.to}
      search={entry.search ?? {}}
      activeOptions={{ exact: true, includeSearch: false }}
      className={isAbove ? 'rail-link active' : 'rail-link'}
    >
      <Icon name={entry.icon} size={24} />
      <span>{t(entry.words)}</span>
      {entry.words === 'rail.inbox' && <Waiting />}
    </Link>
  );
}

/** How many cases wait for this post. */
function Waiting(): ReactNode {
  const t = useT();
  const mine = useRead(countBuckets, {}).data?.counts.mine ?? 0;
  if (mine === 0) return null;
  return (
    <span className="rail-count">
      <span aria-hidden="true">{mine > 999 ? '999+' : mine}</span>
      <span className="unseen">{t('rail.waiting', { count: mine })}</span>
    </span>
  );
}
