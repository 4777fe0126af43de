// SPDX-License-Identifier: Apache-2.0
import { getRating, type RatingPage } from '@lilong/contracts/ratings';
import { useRead } from '@lilong/ui/client.ts';
import { useMoment } from '@lilong/ui/words.tsx';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { onceOpened } from '../registry/use-card.ts';
import { useT } from '../words.ts';
import { Acts } from './Acts.tsx';
import { Log } from './Log.tsx';
import { Rater } from './Rater.tsx';
import { DueTag, dueOf, useNamed } from './said.tsx';
import '../cases/case.css';
import '../cases/dock.css';
import './ratings.css';

/** One bad rating: what was said, by when what has to be done, and the act that is next. Not who said it. */
export function RatingOnePage(): ReactNode {
  const t = useT();
  const { rating } = useParams({ from: '/ratings/$rating' });
  const read = useRead(getRating, { ref: rating }, onceOpened);
  return (
    <div className="page page-narrow ratings">
      <Link to="/ratings" className="reg-go">
        {t('ratings.back')}
      </Link>
      {read.error !== null && <Refused problem={read.error.problem} again={read.refetch} />}
      {read.isPending && <Waiting rows={6} />}
      {read.data !== undefined && <One page={read.data} />}
    </div>
  );
}

function One({ page }: { readonly page: RatingPage }): ReactNode {
  const t = useT();
  const say = useMoment();
  const named = useNamed();
  const reasons = page.reasons.map(named).join(' · ');
  return (
    <>
      <header>
        <h1>{named(page)}</h1>
        <p className="page-lead">
          <DueTag of={{ ...page, dueAt: dueOf(page) }} /> {t(`ratingof.${page.of}`)} ·{' '}
          <span lang="zh-CN">{page.unitName}</span> · {say(page.ratedAt)} · {page.ref}
        </p>
      </header>
      <blockquote className="sheet-card rating-said">
        <b>{t(`ratings.grade-${page.grade as 1 | 2}`)}</b>
        {reasons !== '' && <small>{reasons}</small>}
        <p>{page.words}</p>
      </blockquote>
      <Clocks page={page} />
      <Rater page={page} />
      <Acts page={page} />
      <Log page={page} />
    </>
  );
}

/** The four measures apart: none of them makes up for another. */
function Clocks({ page }: { readonly page: RatingPage }): ReactNode {
  const t = useT();
  const say = useMoment();
  const done = (at: string | null, due: string | null) => {
    if (at === null) return due === null ? '—' : t('ratings.until', { when: say(due) });
    const late = due !== null && Date.parse(at) > Date.parse(due);
    return t(late ? 'ratings.done-late' : 'ratings.done', { when: say(at) });
  };
  const yesNo = (value: boolean | null) =>
    value === null ? t('ratings.not-said') : t(value ? 'ratings.yes' : 'ratings.no');
  const rows = [
    [t('ratings.measure-contact'), done(page.contactedAt, page.contactDue)],
    [
      t(page.hard ? 'ratings.measure-hard' : 'ratings.measure-finish'),
      done(page.finishedAt, page.finishDue),
    ],
    [t('ratings.measure-satisfied'), yesNo(page.satisfied)],
    [t('ratings.measure-solved'), yesNo(page.solved)],
  ];
  return (
    <dl className="sheet-card facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
