// SPDX-License-Identifier: Apache-2.0
import type { HallPlan } from '@lilong/contracts/counters-hall';
import { type Hours, hoursOn } from '@lilong/contracts/opening-hours';
import { weekdayName } from '@lilong/ui/weekday.ts';
import { useLanguage } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';
import type { Draft } from './HoursPage.tsx';
import { spansWords } from './hours-said.ts';
import type { Preview } from './Unsettled.tsx';

interface HoursPreviewProps {
  readonly plan: HallPlan;
  readonly hours: Hours;
  readonly drafted: Draft;
  readonly unsettled: Preview | undefined;
}
type Day = HallPlan['calendar'][number];

/** Today and the next four weeks as a calendar, Mondays below each other. */
export function HoursPreview({ plan, hours, drafted, unsettled }: HoursPreviewProps): ReactNode {
  const t = useT();
  const language = useLanguage();
  const { calendar } = plan;
  const before = calendar[0]?.weekday ?? 0;
  const unsaved = drafted.week !== undefined || drafted.days !== undefined;
  const saved = { ...hours, weeks: plan.weeks, days: plan.days };
  return (
    <section className="part hours-preview" aria-labelledby="hours-preview">
      <h2 id="hours-preview">{t('hours.preview')}</h2>
      <p className="field-hint" role="status">
        {t(unsaved ? 'hours.unsaved' : 'hours.as-planned')}
      </p>
      <ol className="hours-days">
        {Array.from({ length: 7 }, (_, day) => (
          <li key={weekdayName(language, day)} className="hours-head" aria-hidden="true">
            {weekdayName(language, day)}
          </li>
        ))}
        {before > 0 && (
          <li className="hours-head" aria-hidden="true" style={{ gridColumn: `span ${before}` }} />
        )}
        {calendar.map((day) => (
          <PreviewDay
            key={day.date}
            day={day}
            now={hoursOn(hours, day)}
            before={hoursOn(saved, day)}
            bookings={unsettled?.bookings.filter((one) => one.day === day.date).length}
          />
        ))}
      </ol>
      {calendar.some(({ assumed }) => assumed) && (
        <p className="field-hint">{t('hours.assumed')}</p>
      )}
    </section>
  );
}

type DayHours = ReturnType<typeof hoursOn>;
/** Shut, or open round the clock. */
const isOneWord = ({ spans }: DayHours): boolean =>
  spans.length === 0 || String(spans) === '00:00,24:00';

interface PreviewDayProps {
  readonly day: Day;
  readonly now: DayHours;
  readonly before: DayHours;
  /** Those that it would unsettle. */
  readonly bookings: number | undefined;
}
function PreviewDay({ day, now, before, bookings }: PreviewDayProps): ReactNode {
  const t = useT();
  const language = useLanguage();
  const changed = String(now.spans) !== String(before.spans);
  const classes = [
    'hours-day',
    now.spans.length === 0 ? 'hours-off' : '',
    changed ? 'hours-changed' : '',
  ];
  return (
    <li className={classes.join(' ')}>
      <b>
        <span className="hours-narrow">{weekdayName(language, day.weekday)} </span>
        {day.date.slice(5).replace('-', '/')}
      </b>
      {day.kind !== 'plain' && (
        <span className="tag" lang="zh-CN">
          {day.kind === 'worked' ? t('hours.worked-tag') : (day.named ?? t('hours.holiday'))}
        </span>
      )}
      <span className="hours-spans">
        {isOneWord(now)
          ? spansWords(t, now.spans)
          : now.spans.map(([from, to]) => <span key={from}>{`${from}–${to}`}</span>)}
      </span>
      {now.why !== undefined && <small lang="zh-CN">{now.why}</small>}
      {changed && <small className="hours-new">{t('hours.changed')}</small>}
      {bookings !== undefined && bookings > 0 && (
        <span className="tag tag-soon">{t('unsettled.mark', { count: bookings })}</span>
      )}
    </li>
  );
}
