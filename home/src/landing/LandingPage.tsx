// SPDX-License-Identifier: Apache-2.0
import { cityFigures } from '@lilong/contracts/cases';
import { cityRoot } from '@lilong/contracts/places';
import type { ReplyOf } from '@lilong/contracts/route';
import { useRead } from '@lilong/ui/client.ts';
import { sayNumber } from '@lilong/ui/moment.ts';
import { useLanguage } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
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
          <h1>{city.data?.name.replace(/市$/, '') ?? ' '}</h1>
          <p className="sub">
            {figures.data === undefined ? ' ' : t('landing.sub', { ...figures.data.counts })}
          </p>
          <FigureRow figures={figures.data} />
        </div>
        <CityMap city={city.data?.no} districts={figures.data?.districts ?? []} />
      </section>
      {who.demo ? <Doors who={who} /> : <Entrances who={who} />}
    </div>
  );
}

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
        <dd>{share === undefined ? '–' : `${(share * 100).toFixed(1)}%`}</dd>
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
