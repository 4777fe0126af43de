// SPDX-License-Identifier: Apache-2.0
import { centreCard } from '@lilong/contracts/counters';
import { useRead } from '@lilong/ui/client.ts';
import type { ReactNode } from 'react';
import { RetryLater } from '../parts/Refused.tsx';
import { Opening } from '../shell/Fallbacks.tsx';
import { Link, useInAddress } from '../shell/nav.tsx';
import { useT } from '../words/use.ts';
import { BookForm } from './BookForm.tsx';
import './booking.css';

/** A time at one hall. */
export function BookPage(): ReactNode {
  const t = useT();
  const centre = Number(useInAddress('centre'));
  const { data, error, refetch } = useRead(centreCard, { centre });
  if (data === undefined && error !== null)
    return <RetryLater refusal={error.problem} again={() => void refetch()} />;
  if (data === undefined) return <Opening />;
  return (
    <div className="page narrow">
      <h1>{t('booking.title')}</h1>
      <p className="book-where">
        <b lang="zh-CN">{data.name}</b>
        <Link to="/hall">{t('booking.other-hall')}</Link>
      </p>
      <BookForm hall={data} />
    </div>
  );
}
