// SPDX-License-Identifier: Apache-2.0
import { listCases } from '@lilong/contracts/case-work';
import { useRead } from '@lilong/ui/client.ts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';

const places = ['open', 'ended'] as const;

/** The words are not in this tab: where they are, and how many. */
export function Elsewhere({ q }: { readonly q: string }): ReactNode {
  const t = useT();
  const found = {
    open: useRead(listCases, { bucket: 'open', q, limit: 1 }).data,
    ended: useRead(listCases, { bucket: 'ended', q, limit: 1 }).data,
  };
  const shown = places.filter((bucket) => (found[bucket]?.total ?? 0) > 0);
  return (
    <div role="status" className="elsewhere">
      {shown.length > 0 && <p>{t('inbox.elsewhere')}</p>}
      {shown.map((bucket) => (
        <Link key={bucket} to="/" search={{ bucket, q }} className="elsewhere-link">
          {t(`bucket.${bucket}`)} <b>{found[bucket]?.total}</b>
        </Link>
      ))}
    </div>
  );
}
