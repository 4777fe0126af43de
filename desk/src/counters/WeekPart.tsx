// SPDX-License-Identifier: Apache-2.0
import { type HallPlan, type Settle, withdrawPlan } from '@lilong/contracts/counters-hall';
import { alikeDays, plainWeek, type Week } from '@lilong/contracts/opening-hours';
import { useWrite } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { weekdayName } from '@lilong/ui/weekday.ts';
import { useLanguage, useMoment } from '@lilong/ui/words.tsx';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { useT } from '../words.ts';
import type { Draft } from './HoursPage.tsx';
import { spansWords } from './hours-said.ts';
import { useSettleFirst } from './SettleFirst.tsx';
import { WeekForm } from './WeekForm.tsx';

interface WeekPartProps {
  readonly plan: HallPlan;
  /** Whom the draft would unsettle. */
  readonly note: ReactNode;
  /** What becomes of them. */
  readonly settle: Settle;
  readonly onDraft: (draft: Draft['week']) => void;
}

/** The regular week now, those that follow, and a new one from a day on. */
export function WeekPart({ plan, note, settle, onDraft }: WeekPartProps): ReactNode {
  const t = useT();
  const [open, setOpen] = useState(false);
  const { weeks, today, working, rest } = plan;
  const begun = weeks.findLast(({ from }) => from <= today);
  const now = begun?.week ?? plainWeek(working, rest);
  function close(): void {
    setOpen(false);
    onDraft(undefined);
  }
  return (
    <section className="part" aria-labelledby="hours-week">
      <h2 id="hours-week">{t('hours.week')}</h2>
      <div className="sheet-card">
        <WeekWords week={now} />
        {begun !== undefined && <ByWhom plan={begun} />}
        {weeks
          .filter(({ from }) => from > today)
          .map((one) => (
            <Later key={one.plan} centre={plan.centre} plan={one} />
          ))}
        {!open && (
          <p>
            <Button icon={<Icon name="plus" size={18} />} onClick={() => setOpen(true)}>
              {t('hours.new-week')}
            </Button>
          </p>
        )}
        {open && <WeekForm {...{ plan, note, settle, onDraft }} start={now} onDone={close} />}
      </div>
    </section>
  );
}

/** 周一至周五 08:30–16:30, each on its line. */
export function WeekWords({ week }: { readonly week: Week }): ReactNode {
  const t = useT();
  const language = useLanguage();
  const named = (day: number): string => weekdayName(language, day);
  return (
    <dl className="hours-week">
      {alikeDays(week).map(({ from, to, spans }) => (
        <div key={from}>
          <dt>{from === to ? named(from) : t('hours.to', { from: named(from), to: named(to) })}</dt>
          <dd>{spansWords(t, spans)}</dd>
        </div>
      ))}
      <div>
        <dt>{t('hours.worked')}</dt>
        <dd>{spansWords(t, week.worked)}</dd>
      </div>
      <div>
        <dt>{t('hours.holiday')}</dt>
        <dd>{spansWords(t, week.holiday)}</dd>
      </div>
    </dl>
  );
}

interface Planned {
  readonly from: string;
  readonly by: string | null;
  readonly at: string;
}
export function ByWhom({ plan: { from, by, at } }: { readonly plan: Planned }): ReactNode {
  const t = useT();
  const say = useMoment();
  return <small className="hours-by">{t('hours.by', { from, by: by ?? '—', at: say(at) })}</small>;
}

interface LaterProps {
  readonly centre: number;
  readonly plan: HallPlan['weeks'][number];
}
function Later({ centre, plan }: LaterProps): ReactNode {
  const t = useT();
  return (
    <div className="hours-later">
      <b>{t('hours.from', { day: plan.from })}</b>
      <WeekWords week={plan.week} />
      <ByWhom plan={plan} />
      <Withdraw centre={centre} plan={plan.plan} what={t('hours.from', { day: plan.from })} />
    </div>
  );
}

interface WithdrawProps {
  readonly centre: number;
  readonly plan: number;
  readonly what: string;
}
/** Takes back what was planned, which may take room away as well. */
export function Withdraw({ centre, plan, what }: WithdrawProps): ReactNode {
  const t = useT();
  const back = useWrite(withdrawPlan, { refreshes: ['counters'] });
  const { first, pending, question } = useSettleFirst(centre);
  return (
    <>
      <Button
        size="small"
        icon={<Icon name="undo" size={16} />}
        aria-label={t('hours.withdraw-what', { what })}
        loading={pending || back.pending}
        onClick={() => first({ withdraw: plan }, (settle) => void back.send({ plan, settle }))}
      >
        {t('hours.withdraw')}
      </Button>
      {question}
      <Refused problem={back.refusal} />
    </>
  );
}
