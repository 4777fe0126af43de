// SPDX-License-Identifier: Apache-2.0
import { previewPlan } from '@lilong/contracts/counters-hall';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { useRead } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { dateName } from '@lilong/ui/weekday.ts';
import { useLanguage } from '@lilong/ui/words.tsx';
import { type ReactNode, useEffect, useState } from 'react';
import { useT } from '../words.ts';

export type PlanDraft = Omit<InputOf<typeof previewPlan>, 'centre'>;
type Preview = ReplyOf<typeof previewPlan>;

const pauseMs = 300;
/** Whom a plan would unsettle, once nobody has changed it for a moment; nothing while there is none, or while it cannot be. */
export function useUnsettled(centre: number, draft: PlanDraft | undefined): Preview | undefined {
  const typed = draft === undefined ? undefined : JSON.stringify(draft);
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  const isAsked = typed !== undefined && settled === typed;
  const { data } = useRead(previewPlan, { centre, ...draft }, { enabled: isAsked });
  return isAsked ? data : undefined;
}

/** How many bookings would have no room, how many of them cannot be told, and who in line would not get through. */
export function Unsettled({ preview }: { readonly preview: Preview }): ReactNode {
  const t = useT();
  const language = useLanguage();
  const { days, waiting, late } = preview;
  const sum = (of: 'bookings' | 'untold') => days.reduce((all, one) => all + one[of], 0);
  const [count, untold] = [sum('bookings'), sum('untold')];
  const named = days.map(({ day, bookings }) =>
    t('unsettled.day', { day: dateName(language, day), count: bookings }),
  );
  const isWait = count > 0 || late > 0;
  return (
    <div className={isWait ? 'note note-wait' : 'note note-done'} role="status">
      <Icon name={isWait ? 'clock' : 'check'} size={20} />
      <div>
        {count === 0 && <p>{t('unsettled.none')}</p>}
        {count > 0 && (
          <p>
            <b>{t('unsettled.bookings', { count })}</b> {named.join(t('list.join'))}
          </p>
        )}
        {count > 0 && <p>{t('unsettled.after', { count: untold })}</p>}
        {waiting > 0 && <p>{t('unsettled.waiting', { count: waiting, late })}</p>}
      </div>
    </div>
  );
}
