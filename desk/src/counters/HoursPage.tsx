// SPDX-License-Identifier: Apache-2.0
import { type HallPlan, hallPlan } from '@lilong/contracts/counters-hall';
import type { Hours, OtherDays } from '@lilong/contracts/opening-hours';
import { useRead } from '@lilong/ui/client.ts';
import { useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { BackLink } from '../parts/BackLink.tsx';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useT } from '../words.ts';
import { DaysPart } from './DaysPart.tsx';
import { HoursPreview } from './HoursPreview.tsx';
import { type PlanDraft, useSettling } from './Unsettled.tsx';
import { useOwnCentre } from './use-own-centre.ts';
import { WeekPart } from './WeekPart.tsx';
import './hours.css';

/** 开放时间: the week, single days, and what comes of it in the next four weeks, also of what is not saved yet. */
export function HoursPage(): ReactNode {
  const t = useT();
  const { centre: asked } = useSearch({ from: '/hall/hours' });
  const centre = useOwnCentre(asked);
  const read = useRead(hallPlan, { centre: centre ?? 0 }, { enabled: centre !== undefined });
  return (
    <div className="page">
      <BackLink to="/hall">{t('hall.title')}</BackLink>
      <header>
        <h1>{t('hours.title')}</h1>
        <p className="page-lead">
          <span lang="zh-CN">{read.data?.name}</span>
        </p>
      </header>
      <Refused problem={read.error?.problem} again={() => read.refetch()} />
      {read.data === undefined && read.error === null && <Waiting rows={8} />}
      {read.data !== undefined && <Plan key={read.data.centre} plan={read.data} />}
    </div>
  );
}

/** What is being written, before it is saved. */
export interface Draft {
  readonly week?: NonNullable<PlanDraft['week']>;
  readonly days?: NonNullable<PlanDraft['days']> & Pick<OtherDays, 'why'>;
}

function Plan({ plan }: { readonly plan: HallPlan }): ReactNode {
  const [draft, setDraft] = useState<Draft>({});
  const { preview: unsettled, settle, note } = useSettling(plan.centre, asked(draft));
  return (
    <div className="hours-parts">
      <div className="hours-forms">
        <WeekPart
          plan={plan}
          note={note}
          settle={settle}
          onDraft={(week) => setDraft(week === undefined ? {} : { week })}
        />
        <DaysPart
          plan={plan}
          note={note}
          settle={settle}
          onDraft={(days) => setDraft(days === undefined ? {} : { days })}
        />
      </div>
      <HoursPreview
        plan={plan}
        hours={hoursOf(plan, draft)}
        unsettled={unsettled}
        drafted={draft}
      />
    </div>
  );
}

/** What is asked of the server about it; nothing while nothing is written. */
function asked({ week, days }: Draft): PlanDraft | undefined {
  if (week !== undefined) return { week };
  if (days === undefined) return undefined;
  const { why: _, ...rest } = days;
  return { days: rest };
}

/** What holds, with the draft as if it were saved. */
function hoursOf({ working, rest, weeks, days }: HallPlan, draft: Draft): Hours {
  const others =
    draft.week === undefined ? weeks : weeks.filter(({ from }) => from !== draft.week?.from);
  const all = draft.week === undefined ? others : [...others, draft.week];
  return {
    ...{ working, rest },
    weeks: all.toSorted((one, other) => one.from.localeCompare(other.from)),
    days: draft.days === undefined ? days : [draft.days, ...days],
  };
}
