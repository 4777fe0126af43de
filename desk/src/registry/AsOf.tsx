// SPDX-License-Identifier: Apache-2.0
import { Icon } from '@lilong/ui/Icons.tsx';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { dayAfter } from '../parts/days.ts';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import { useDay } from './said.ts';

interface AsOfProps {
  /** The older day that is shown; null for today. */
  readonly day: string | null;
}

/** Which day is shown: an old one is said on top, with the way back. */
export function AsOf({ day }: AsOfProps): ReactNode {
  const t = useT();
  const say = useDay();
  const show = useShow();
  if (day === null) return null;
  return (
    <div className="note note-wait reg-old" role="status">
      <Icon name="clock" size={18} />
      <p>{t('asof.shown', { day: say(day) })}</p>
      <Button onClick={() => show(undefined)}>{t('asof.today')}</Button>
    </div>
  );
}

/** A small link at the end of a card; the day is asked for when it is pressed. */
export function ChooseDay({ day }: AsOfProps): ReactNode {
  const t = useT();
  const show = useShow();
  const [typed, setTyped] = useState<string>();
  if (day !== null) return null;
  if (typed === undefined) {
    return (
      <button type="button" className="linkish reg-choose" onClick={() => setTyped(dayAfter(-365))}>
        {t('asof.choose')}
      </button>
    );
  }
  return (
    <form
      className="reg-day"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed !== '') show(typed);
      }}
    >
      <TextField label={t('asof.day')} type="date" value={typed} onChange={setTyped} />
      <Button htmlType="submit">{t('asof.show')}</Button>
      <Button onClick={() => setTyped(undefined)}>{t('form.cancel')}</Button>
    </form>
  );
}

function useShow(): (day: string | undefined) => void {
  const go = useNavigate();
  return (day) =>
    void go({
      to: '.',
      search: ({ at: _, ...rest }: { at?: string }) => ({
        ...rest,
        ...(day === undefined ? {} : { at: day }),
      }),
    });
}
