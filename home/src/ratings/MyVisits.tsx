// SPDX-License-Identifier: Apache-2.0
import { myRatings, type RatedVisit } from '@lilong/contracts/ratings';
import { useRead } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { dayOf } from '@lilong/ui/moment.ts';
import { useMoment } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { Named } from '../affairs/said.tsx';
import { Link } from '../shell/nav.tsx';
import { useT } from '../words/use.ts';
import { WithWords } from '../words/WithWords.tsx';
import './ratings.css';

/** Visits at windows that can be rated, or whose rating is being handled. `earlier`: without those of today. */
export function MyVisits({ earlier }: { readonly earlier?: true }): ReactNode {
  const { data } = useRead(myRatings, {});
  const today = dayOf(new Date());
  const visits = data?.visits.filter(({ day }) => earlier !== true || day !== today) ?? [];
  if (visits.length === 0) return null;
  return (
    <WithWords of="ratings" quiet>
      <Visits visits={visits} />
    </WithWords>
  );
}

function Visits({ visits }: { readonly visits: readonly RatedVisit[] }): ReactNode {
  const t = useT();
  return (
    <section>
      <h2>{t('rate.visits')}</h2>
      {visits.map((visit) => (
        <Visit key={visit.subject} visit={visit} />
      ))}
    </section>
  );
}

function Visit({ visit }: { readonly visit: RatedVisit }): ReactNode {
  const say = useMoment();
  const { subject, unitName, day, asks } = visit;
  return (
    <Link className={asks ? 'card rated-visit asks' : 'card rated-visit'} to={`/rated/${subject}`}>
      <span>
        <b>
          <Named zh={visit.name} en={visit.nameEn} />
        </b>
        <small>
          {say(day, 'day')} · <span lang="zh-CN">{unitName}</span>
        </small>
        <Stands visit={visit} />
      </span>
      <Icon name="next" size="1em" />
    </Link>
  );
}

function Stands({ visit: { given, until, unitName } }: { readonly visit: RatedVisit }): ReactNode {
  const t = useT();
  const say = useMoment();
  if (given !== null)
    return <span className="tag">{t(`rate.state-${given}`, { unit: unitName })}</span>;
  if (until === null) return null;
  return <span className="tag soon">{t('rate.visit-open', { until: say(until, 'day') })}</span>;
}
