// SPDX-License-Identifier: Apache-2.0
import { countBuckets } from '@lilong/contracts/case-work';
import { useRead } from '@lilong/ui/client.ts';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { useRole } from '../shell/session.ts';
import { useT } from '../words.ts';
import { bucketsFor } from './buckets.ts';
import { clean, type Filters } from './filters.ts';

/** Tabs with their counts; each is an address. */
export function Tabs({ filters }: { readonly filters: Filters }): ReactNode {
  const t = useT();
  const counts = useRead(countBuckets, {}).data?.counts;
  const strip = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tab of another bucket is brought into sight
  useEffect(() => {
    strip.current
      ?.querySelector('[aria-current]')
      ?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [filters.bucket, counts]);
  return (
    <nav className="tabs" aria-label={t('inbox.tabs')} ref={strip}>
      {bucketsFor(useRole()).map((bucket) => (
        <Link
          key={bucket}
          to="/"
          search={clean({ ...none, ...filters, bucket, case: undefined })}
          className={bucket === 'late' && (counts?.late ?? 0) > 0 ? 'tab tab-late' : 'tab'}
          aria-current={filters.bucket === bucket ? 'page' : undefined}
          activeProps={{}}
        >
          {t(`bucket.${bucket}`)} {bucket !== 'ended' && <b>{counts?.[bucket] ?? ''}</b>}
        </Link>
      ))}
    </nav>
  );
}

const none = {
  bucket: undefined,
  q: undefined,
  category: undefined,
  place: undefined,
  channel: undefined,
  organisation: undefined,
  case: undefined,
};
