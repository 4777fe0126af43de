// SPDX-License-Identifier: Apache-2.0
import { type BookableTimes, bookableTimes } from '@lilong/contracts/booking';
import { useRead } from '@lilong/ui/client.ts';
import { halfOf } from '@lilong/ui/moment.ts';
import { useWords } from '@lilong/ui/words.tsx';
import { type ReactNode, useId, useState } from 'react';
import { ReadRefused } from '../parts/Refused.tsx';
import { useT } from '../words/use.ts';
import { clockAt, useDayParts } from './when.ts';
import './booking.css';

interface ChooseTimeProps {
  readonly centre: number;
  readonly services: readonly string[];
  /** The start chosen (a moment). */
  readonly at: string | undefined;
  readonly onChange: (at: string | undefined) => void;
}

/** A day, then one of its times; only those with a place can be chosen. */
export function ChooseTime({ centre, services, at, onChange }: ChooseTimeProps): ReactNode {
  const [day, setDay] = useState<string>();
  const asked = { centre, services: [...services], ...(day === undefined ? {} : { day }) };
  const { data, error } = useRead(bookableTimes, asked, {
    refetchInterval: 60_000,
    placeholderData: (before: BookableTimes | undefined) => before,
  });
  if (data === undefined && error !== null) return <ReadRefused refusal={error.problem} />;
  if (data === undefined) return <div className="card bone" />;
  const shown = day ?? data.day;
  return (
    <>
      <Days
        days={data.days}
        chosen={shown}
        onChange={(chosen) => {
          onChange(undefined);
          setDay(chosen);
        }}
      />
      <Times times={data.day === shown ? data.times : []} at={at} onChange={onChange} />
    </>
  );
}

const first = 9;
interface DaysProps {
  readonly days: BookableTimes['days'];
  readonly chosen: string;
  readonly onChange: (day: string) => void;
}
/** Two rows of days; more of them on demand. */
function Days({ days, chosen, onChange }: DaysProps): ReactNode {
  const t = useT();
  const group = useId();
  const [all, setAll] = useState(days.findIndex(({ day }) => day === chosen) >= first);
  return (
    <fieldset className="choices" data-field="day">
      <legend>{t('booking.day')}</legend>
      <div className="book-days">
        {(all ? days : days.slice(0, first)).map((one) => (
          <Day key={one.day} {...{ one, group, onChange }} chosen={one.day === chosen} />
        ))}
      </div>
      {!all && days.length > first && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {t('booking.later-days')}
        </button>
      )}
    </fieldset>
  );
}

interface DayProps {
  readonly one: BookableTimes['days'][number];
  readonly group: string;
  readonly chosen: boolean;
  readonly onChange: (day: string) => void;
}
function Day({ one: { day, open, left }, group, chosen, onChange }: DayProps): ReactNode {
  const t = useT();
  const { name, date } = useDayParts()(day);
  return (
    <label className="book-day">
      <input
        type="radio"
        name={group}
        checked={chosen}
        disabled={left === 0}
        onChange={() => onChange(day)}
      />
      <span>
        <b>{name}</b>
        <small>{date}</small>
        <small>{open ? t('booking.left', { count: left }) : t('booking.shut')}</small>
      </span>
    </label>
  );
}

interface TimesProps {
  readonly times: BookableTimes['times'];
  readonly at: string | undefined;
  readonly onChange: (at: string) => void;
}
function Times({ times, at, onChange }: TimesProps): ReactNode {
  const t = useT();
  const say = useWords();
  const group = useId();
  const free = times.filter(({ left }) => left > 0);
  if (free.length === 0) return <p className="empty">{t('booking.none')}</p>;
  const halves = [...Map.groupBy(free, (one) => halfOf(new Date(one.at)))];
  return (
    <fieldset className="choices" data-field="at">
      <legend>{t('booking.time')}</legend>
      {halves.map(([half, own]) => (
        <fieldset key={half} className="book-half">
          <legend>{say(half)}</legend>
          <div className="book-times">
            {own.map((one) => (
              <label key={one.at} className="book-time">
                <input
                  type="radio"
                  name={group}
                  checked={one.at === at}
                  onChange={() => onChange(one.at)}
                />
                <span>
                  <b>{clockAt(one.at)}</b>
                  <small>{t('booking.places', { count: one.left })}</small>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </fieldset>
  );
}
