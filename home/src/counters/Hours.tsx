// SPDX-License-Identifier: Apache-2.0
import type { CentreCard } from '@lilong/contracts/counters';
import { alikeDays } from '@lilong/contracts/opening-hours';
import { dateName, weekdayName } from '@lilong/ui/weekday.ts';
import { useLanguage } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { useT } from '../words/use.ts';
import { spansWords } from './said.ts';

/** When a hall is open: the week, holidays, and days that differ. */
export function Hours({ hall: { week, otherDays } }: { hall: CentreCard }): ReactNode {
  const t = useT();
  const language = useLanguage();
  const named = (day: number): string => weekdayName(language, day);
  const days = alikeDays(week).map(({ from, to, spans }) => {
    const said = from === to ? named(from) : t('hall.days', { from: named(from), to: named(to) });
    return `${said} ${spansWords(t, spans)}`;
  });
  return (
    <>
      <p>
        {[...days, `${t('hall.holidays')} ${spansWords(t, week.holiday)}`].join(t('hall.then'))}
      </p>
      {otherDays.map(({ from, to, spans, why }) => (
        <p key={from}>
          <b>
            {from === to
              ? dateName(language, from)
              : t('hall.days', { from: dateName(language, from), to: dateName(language, to) })}{' '}
            {spansWords(t, spans)}
          </b>{' '}
          <span lang="zh-CN">{why}</span>
        </p>
      ))}
    </>
  );
}

/** The hall shuts early today. */
export function Early({ closing }: { closing: { at: string; why: string } }): ReactNode {
  const t = useT();
  return (
    <p className="notice" role="status">
      {t('hall.early', { at: closing.at })} <span lang="zh-CN">{closing.why}</span>
    </p>
  );
}
