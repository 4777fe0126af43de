// SPDX-License-Identifier: Apache-2.0
import { cityFigures } from '@lilong/contracts/cases';
import { cityRoot } from '@lilong/contracts/places';
import type { ReplyOf } from '@lilong/contracts/route';
import { useRead } from '@lilong/ui/client.ts';
import { sayNumber } from '@lilong/ui/moment.ts';
import { PlaceName } from '@lilong/ui/PlaceName.tsx';
import { useLanguage } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { HeldBookings } from '../booking/HeldBookings.tsx';
import { HallWay } from '../counters/HallWay.tsx';
import { HeldTickets } from '../counters/HeldTickets.tsx';
import type { Who } from '../session/me.ts';
import { useT } from '../words/use.ts';
import { CityMap } from './CityMap.tsx';
import { Doors } from './Doors.tsx';
import { Entrances } from './Entrances.tsx';
import './landing.css';

type Figures = ReplyOf<typeof cityFigures>;

/** The city at a glance, and the ways in. */
export function LandingPage({ who }: { who: Who }): ReactNode {
  const t = useT();
  const city = useRead(cityRoot, {}, { staleTime: Number.POSITIVE_INFINITY });
  const figures = useRead(cityFigures, {}, { refetchInterval: 30_000 });
  return (
    <div className="landing">
      <section className="hero">
        <div>
          <CityName city={city.data} />
          <p className="sub">
            {figures.data === undefined ? ' ' : t('landing.sub', { ...figures.data.counts })}
          </p>
          {figures.data !== undefined && <SaidFigures figures={figures.data} />}
          <div aria-hidden="true">
            <FigureRow figures={figures.data} />
          </div>
        </div>
        <CityMap city={city.data?.no} districts={figures.data?.districts ?? []} />
      </section>
      <HeldTickets />
      <HeldBookings />
      <HallWay />
      {who.demo ? <Doors who={who} /> : <Entrances who={who} />}
    </div>
  );
}

/** 上海; its reading beside it where the page is English. */
function CityName({ city }: { city: ReplyOf<typeof cityRoot> | undefined }): ReactNode {
  const t = useT();
  const named = city && {
    name: city.name.replace(/市$/, ''),
    pinyin: city.pinyin.replace(/ shi$/, '').replaceAll(' ', ''), // shang hai shi → shanghai
  };
  return <h1>{named === undefined ? t('app.name') : <PlaceName of={named} />}</h1>;
}

/** The same figures as a sentence, for whoever has the page read out. */
function SaidFigures({ figures }: { figures: Figures }): ReactNode {
  const t = useT();
  const { reportedToday, open, late, onTimeShare } = figures;
  return (
    <p className="silent">
      {t('landing.said', { today: reportedToday, open, late })}
      {onTimeShare !== null && t('landing.said-on-time', { share: percent(onTimeShare) })}
    </p>
  );
}
const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

/** Few and large. A figure that cannot be computed yet shows a dash, never a zero. */
function FigureRow({ figures }: { figures: Figures | undefined }): ReactNode {
  const t = useT();
  const language = useLanguage();
  const say = (value: number | undefined) =>
    value === undefined ? '–' : sayNumber(value, language);
  const share = figures?.onTimeShare ?? undefined;
  return (
    <dl className="figures" aria-busy={figures === undefined}>
      <div>
        <dt>{t('landing.today')}</dt>
        <dd>{say(figures?.reportedToday)}</dd>
      </div>
      <div>
        <dt>{t('landing.on-time')}</dt>
        <dd>{share === undefined ? '–' : percent(share)}</dd>
      </div>
      <div>
        <dt>{t('landing.open')}</dt>
        <dd>{say(figures?.open)}</dd>
      </div>
      <div className={(figures?.late ?? 0) > 0 ? 'late' : undefined}>
        <dt>{t('landing.late')}</dt>
        <dd>{say(figures?.late)}</dd>
      </div>
    </dl>
  );
}
