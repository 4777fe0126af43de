// SPDX-License-Identifier: Apache-2.0

import { endStates } from '@lilong/contracts/case-flow';
import { type MyReport, myReports } from '@lilong/contracts/cases';
import { useRead } from '@lilong/ui/client.ts';
import { Icon, type IconName } from '@lilong/ui/Icons.tsx';
import { useLive } from '@lilong/ui/live.ts';
import { hourOf } from '@lilong/ui/moment.ts';
import { lazy, type ReactNode, Suspense } from 'react';
import { HeldBookings } from '../booking/HeldBookings.tsx';
import { HallWay } from '../counters/HallWay.tsx';
import { HeldTickets } from '../counters/HeldTickets.tsx';
import { OfferPlace } from '../offers/place.tsx';
import { WaitingList } from '../outbox/WaitingList.tsx';
import { ReadRefused } from '../parts/Refused.tsx';
import type { Known } from '../session/me.ts';
import { useSettings } from '../session/settings.ts';
import { useCall } from '../shell/Call.tsx';
import { type HomePath, Link } from '../shell/nav.tsx';
import { type HomeKey, useT } from '../words/use.ts';
import { CaseCard } from './CaseCard.tsx';
import { NearbyList } from './NearbyPage.tsx';
import './home.css';

const OfferCards = lazy(() =>
  import('../offers/OfferCards.tsx').then((part) => ({ default: part.OfferCards })),
);
/** What is offered unasked, where its place is kept; `late`: else below everything, so that nothing moves. */
const Offered = ({ late = false }: { readonly late?: boolean }): ReactNode => (
  <Suspense fallback={late ? null : <OfferPlace />}>
    <OfferCards late={late} />
  </Suspense>
);

/** What should I do now: say what is wrong, or see what became of it. */
export function HomePage({ known }: { known: Known }): ReactNode {
  const { elder } = useSettings();
  useLive('my');
  return elder ? <ElderHome /> : <PlainHome known={known} />;
}

function PlainHome({ known }: { known: Known }): ReactNode {
  const t = useT();
  const { committee } = known;
  return (
    <div className="page home">
      <section className="ask">
        <h1>
          {t(`hello.${partOfDay()}`)}
          <br />
          {t('home.ask')}
        </h1>
        <nav className="tiles" aria-label={t('home.acts')}>
          <Tile to="/report" icon="report" name="nav.report" what="home.report" main />
          <Tile to="/my" icon="document" name="nav.my" what="home.my" />
          <Tile to="/nearby" icon="pin" name="nav.nearby" what="home.nearby" />
          <CallTile known={known} />
        </nav>
        <HallWay />
      </section>
      <div className="beside">
        <Offered />
        <HeldTickets />
        <HeldBookings />
        <MyLatest known={known} />
        {committee !== null && (
          <section>
            <h2>
              {t('nav.nearby')}
              <Link to="/nearby">{t('home.all')}</Link>
            </h2>
            <NearbyList place={committee.no} limit={3} />
          </section>
        )}
        <Offered late />
      </div>
    </div>
  );
}

function CallTile({ known }: { known: Known }): ReactNode {
  const t = useT();
  const call = useCall(known.committee);
  if (call === undefined) return null;
  return (
    <a className="tile" href={`tel:${call.phone}`}>
      <Icon name="phone" size={30} />
      <b>{t(call.name === undefined ? 'home.call-city' : 'home.call')}</b>
      <span>{call.phone}</span>
    </a>
  );
}

interface TileProps {
  readonly to: HomePath;
  readonly icon: IconName;
  readonly name: HomeKey;
  readonly what: HomeKey;
  readonly main?: true;
}
function Tile({ to, icon, name, what, main }: TileProps): ReactNode {
  const t = useT();
  return (
    <Link className={main === true ? 'tile main' : 'tile'} to={to}>
      <Icon name={icon} size={30} />
      <b>{t(name)}</b>
      <span>{t(what)}</span>
    </Link>
  );
}

function MyLatest({ known }: { known: Known }): ReactNode {
  const t = useT();
  const { data, error } = useRead(myReports, {});
  return (
    <section>
      <h2>
        {t('nav.my')}
        {data !== undefined && data.total > 3 && <Link to="/my">{t('home.all')}</Link>}
      </h2>
      <WaitingList known={known} />
      {data === undefined && error === null && <div className="card bone" />}
      {data === undefined && error !== null && <ReadRefused refusal={error.problem} />}
      {mostUrgent(data?.reports ?? []).map((report) => (
        <CaseCard key={report.ref} report={report} />
      ))}
      {data?.reports.length === 0 && <p className="empty">{t('my.empty')}</p>}
    </section>
  );
}

/** What waits for me, then what is being done, then what has ended; newest first within each. */
function mostUrgent(reports: readonly MyReport[]): MyReport[] {
  const rank = ({ question, needsRating, state }: MyReport) => {
    if (question !== null || needsRating) return 0;
    return endStates.includes(state) ? 2 : 1;
  };
  return [...reports].sort((a, b) => rank(a) - rank(b)).slice(0, 3);
}

/** Four choices at most, large, in words; a human is one tap away at the foot. */
function ElderHome(): ReactNode {
  const t = useT();
  const { data } = useRead(myReports, {});
  const open = data?.reports.filter(({ state }) => !endStates.includes(state)).length;
  return (
    <div className="page home elder">
      <h1>
        {t('hello.elder')}
        <br />
        {t('home.ask-elder')}
      </h1>
      <Offered />
      <HeldTickets />
      <HeldBookings />
      <nav className="choices-elder" aria-label={t('home.acts')}>
        <BigChoice
          to="/report"
          icon="mic"
          name={t('elder.report')}
          what={t('elder.report-what')}
          main
        />
        <BigChoice
          to="/my"
          icon="inbox"
          name={t('nav.my')}
          what={open === undefined ? ' ' : t('elder.my-open', { count: open })}
        />
        <BigChoice
          to="/affairs"
          icon="document"
          name={t('elder.affairs')}
          what={t('elder.affairs-what')}
        />
        <BigChoice to="/me" icon="person" name={t('nav.me')} what={t('elder.me')} />
      </nav>
      <Offered late />
    </div>
  );
}

interface BigChoiceProps {
  readonly to: HomePath;
  readonly icon: IconName;
  readonly name: string;
  readonly what: string;
  readonly main?: true;
}
function BigChoice({ to, icon, name, what, main }: BigChoiceProps): ReactNode {
  return (
    <Link className={main === true ? 'big-choice main' : 'big-choice'} to={to}>
      <i className="arch">
        <Icon name={icon} size={34} />
      </i>
      <span>
        <b>{name}</b>
        <small>{what}</small>
      </span>
    </Link>
  );
}

function partOfDay(): 'morning' | 'noon' | 'afternoon' | 'evening' {
  const hour = hourOf(new Date());
  if (hour < 5 || hour >= 18) return 'evening';
  if (hour < 11) return 'morning';
  return hour < 13 ? 'noon' : 'afternoon';
}
