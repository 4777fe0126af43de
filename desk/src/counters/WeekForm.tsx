// SPDX-License-Identifier: Apache-2.0
import { type HallPlan, planWeek, type Settle } from '@lilong/contracts/counters-hall';
import type { Week } from '@lilong/contracts/opening-hours';
import type { InputOf } from '@lilong/contracts/route';
import { useWrite } from '@lilong/ui/client.ts';
import { weekdayName } from '@lilong/ui/weekday.ts';
import { useLanguage } from '@lilong/ui/words.tsx';
import { Button } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { blames, restOf } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import type { Draft } from './HoursPage.tsx';
import { readSpans, writeSpans } from './hours-said.ts';

interface WeekFormProps {
  readonly plan: HallPlan;
  /** Begins with the week that holds now. */
  readonly start: Week;
  /** Whom the draft would unsettle. */
  readonly note: ReactNode;
  /** What becomes of them. */
  readonly settle: Settle;
  readonly onDraft: (draft: Draft['week']) => void;
  readonly onDone: () => void;
}
/** Lines as they are typed; what can be read of them goes to the preview. */
function useWeek({ plan, start, onDraft }: Omit<WeekFormProps, 'onDone' | 'note' | 'settle'>) {
  const [from, setFrom] = useState(plan.calendar[1]?.date ?? plan.today);
  const [lines, setLines] = useState(() =>
    [...start.days, start.worked, start.holiday].map(writeSpans),
  );
  function write(next: readonly string[], day: string): void {
    setLines([...next]);
    setFrom(day);
    const read = next.map(readSpans);
    const wrong = day === '' || read.some(({ problem }) => problem !== undefined);
    onDraft(wrong ? undefined : { from: day, week: weekOf(read) });
  }
  return {
    ...{ from, lines },
    setFrom: (day: string) => write(lines, day),
    setLine: (at: number, line: string) => write(lines.with(at, line), from),
    asMonday: () =>
      write(
        lines.map((line, at) => (at > 0 && at < 5 ? (lines[0] ?? line) : line)),
        from,
      ),
  };
}

type Lines = readonly ReturnType<typeof readSpans>[];
function weekOf(read: Lines): InputOf<typeof planWeek>['week'] {
  const [days, [worked = [], holiday = []]] = [read.slice(0, 7), read.slice(7).map(onlySpans)];
  return { days: days.map(onlySpans), worked, holiday };
}
const onlySpans = ({ spans }: Lines[number]): Lines[number]['spans'] => spans;

/** One line a day, written as it is said; empty is shut all day. */
export function WeekForm(props: WeekFormProps): ReactNode {
  const { plan, start, note, settle, onDraft, onDone } = props;
  const t = useT();
  const send = useWrite(planWeek, { refreshes: ['counters'] });
  const typed = useWeek({ plan, start, onDraft });
  const [tried, setTried] = useState(false);
  const read = typed.lines.map(readSpans);
  async function save(): Promise<void> {
    setTried(true);
    if (read.some(({ problem }) => problem !== undefined)) return;
    const input = { centre: plan.centre, from: typed.from, week: weekOf(read), settle };
    if ((await send.send(input)) !== undefined) onDone();
  }
  return (
    <form
      className="form hours-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={t('hours.from-day')}
        type="date"
        value={typed.from}
        problem={blames(send.refusal, 'from')}
        onChange={typed.setFrom}
      />
      <p className="field-hint">{t('hours.how')}</p>
      <DayLines lines={typed.lines} tried={tried} onLine={typed.setLine} />
      {note}
      <p className="bar-buttons">
        <Button type="primary" htmlType="submit" loading={send.pending}>
          {t('hours.save-week')}
        </Button>
        <Button onClick={typed.asMonday}>{t('hours.as-monday')}</Button>
        <Button onClick={onDone}>{t('form.cancel')}</Button>
      </p>
      <Refused problem={restOf(send.refusal, 'from')} />
    </form>
  );
}

interface DayLinesProps {
  readonly lines: readonly string[];
  readonly tried: boolean;
  readonly onLine: (at: number, line: string) => void;
}
function DayLines({ lines, tried, onLine }: DayLinesProps): ReactNode {
  const t = useT();
  const language = useLanguage();
  const names = [
    ...Array.from({ length: 7 }, (_, day) => weekdayName(language, day)),
    ...[t('hours.worked'), t('hours.holiday')],
  ];
  return (
    <div className="hours-lines">
      {names.map((name, at) => (
        <DayLine
          key={name}
          name={name}
          line={lines[at] ?? ''}
          tried={tried}
          onLine={(line) => onLine(at, line)}
        />
      ))}
    </div>
  );
}

interface DayLineProps {
  readonly name: string;
  readonly line: string;
  readonly tried: boolean;
  readonly onLine: (line: string) => void;
}
function DayLine({ name, line, tried, onLine }: DayLineProps): ReactNode {
  const t = useT();
  const { problem } = useMemo(() => readSpans(line), [line]);
  return (
    <TextField
      label={name}
      need="may"
      value={line}
      maxLength={60}
      placeholder={t('hours.off')}
      problem={tried ? problem : undefined}
      onChange={onLine}
    />
  );
}
