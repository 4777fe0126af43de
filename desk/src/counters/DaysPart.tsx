// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { type HallPlan, planDays, type Settle } from '@lilong/contracts/counters-hall';
import { useWrite } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { dateName } from '@lilong/ui/weekday.ts';
import { useLanguage } from '@lilong/ui/words.tsx';
import { Button } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { blames, restOf } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import type { Draft } from './HoursPage.tsx';
import { readSpans, spansWords } from './hours-said.ts';
import { ByWhom, Withdraw } from './WeekPart.tsx';

interface DaysPartProps {
  readonly plan: HallPlan;
  /** Whom the draft would unsettle. */
  readonly note: ReactNode;
  /** What becomes of them. */
  readonly settle: Settle;
  readonly onDraft: (draft: Draft['days']) => void;
}

/** Single days that are off or have other hours. */
export function DaysPart({ plan, note, settle, onDraft }: DaysPartProps): ReactNode {
  const t = useT();
  const [open, setOpen] = useState(false);
  function close(): void {
    setOpen(false);
    onDraft(undefined);
  }
  return (
    <section className="part" aria-labelledby="hours-single">
      <h2 id="hours-single">{t('hours.single')}</h2>
      <div className="sheet-card">
        {plan.days.length === 0 && !open && <p className="field-hint">{t('hours.single-none')}</p>}
        <ul className="hours-single">
          {plan.days.map((one) => (
            <Single key={one.plan} centre={plan.centre} one={one} />
          ))}
        </ul>
        {!open && (
          <p>
            <Button icon={<Icon name="plus" size={18} />} onClick={() => setOpen(true)}>
              {t('hours.new-days')}
            </Button>
          </p>
        )}
        {open && <DaysForm {...{ plan, note, settle, onDraft }} onDone={close} />}
      </div>
    </section>
  );
}

interface SingleProps {
  readonly centre: number;
  readonly one: HallPlan['days'][number];
}
function Single({ centre, one }: SingleProps): ReactNode {
  const t = useT();
  const language = useLanguage();
  const { from, to, spans, why, plan } = one;
  const said =
    from === to
      ? dateName(language, from)
      : t('hours.to', { from: dateName(language, from), to: dateName(language, to) });
  return (
    <li>
      <div>
        <b>{said}</b> {spansWords(t, spans)} · <span lang="zh-CN">{why}</span>
        <ByWhom plan={one} />
      </div>
      <Withdraw centre={centre} plan={plan} what={said} />
    </li>
  );
}

interface DaysFormProps extends DaysPartProps {
  readonly onDone: () => void;
}
const empty = { from: '', to: '', line: '', why: '' };
type Typed = typeof empty;

/** What is typed; a whole one goes to the preview. */
function useDays(onDraft: DaysPartProps['onDraft']) {
  const [typed, setTyped] = useState<Typed>(empty);
  function write(change: Partial<Typed>): void {
    const next = { ...typed, ...change };
    setTyped(next);
    const { spans, problem } = readSpans(next.line);
    const last = next.to === '' ? next.from : next.to;
    const whole = next.from !== '' && last >= next.from && problem === undefined;
    onDraft(whole ? { from: next.from, to: last, spans, why: next.why } : undefined);
  }
  const read = useMemo(() => readSpans(typed.line), [typed.line]);
  return { typed, write, ...read };
}

function DaysForm({ plan, note, settle, onDraft, onDone }: DaysFormProps): ReactNode {
  const t = useT();
  const send = useWrite(planDays, { refreshes: ['counters'] });
  const { typed, write, spans, problem } = useDays(onDraft);
  const [tried, setTried] = useState(false);
  const { from, to, line, why } = typed;
  async function save(): Promise<void> {
    setTried(true);
    if (problem !== undefined) return;
    const days = { from, to: to === '' ? from : to, spans, why: why.trim() };
    if ((await send.send({ centre: plan.centre, ...days, settle })) !== undefined) onDone();
  }
  return (
    <form
      className="form hours-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <FirstAndLast typed={typed} refusal={send.refusal} onWrite={write} />
      <TextField
        label={t('hours.line')}
        hint={t('hours.how')}
        need="may"
        value={line}
        maxLength={60}
        placeholder={t('hours.off')}
        problem={tried ? (problem ?? blames(send.refusal, 'spans')) : undefined}
        onChange={(text) => write({ line: text })}
      />
      <TextField
        label={t('hours.why')}
        hint={t('hours.why-hint')}
        value={why}
        maxLength={100}
        problem={blames(send.refusal, 'why')}
        onChange={(text) => write({ why: text })}
      />
      {note}
      <p className="bar-buttons">
        <Button type="primary" htmlType="submit" loading={send.pending}>
          {t('hours.save-days')}
        </Button>
        <Button onClick={onDone}>{t('form.cancel')}</Button>
      </p>
      <Refused problem={restOf(send.refusal, 'from', 'to', 'spans', 'why')} />
    </form>
  );
}

interface FirstAndLastProps {
  readonly typed: Typed;
  readonly refusal: Problem | undefined;
  readonly onWrite: (change: Partial<Typed>) => void;
}
function FirstAndLast({ typed, refusal, onWrite }: FirstAndLastProps): ReactNode {
  const t = useT();
  return (
    <div className="hours-two">
      <TextField
        label={t('hours.first-day')}
        type="date"
        value={typed.from}
        problem={blames(refusal, 'from')}
        onChange={(day) => onWrite({ from: day })}
      />
      <TextField
        label={t('hours.last-day')}
        need="may"
        type="date"
        value={typed.to}
        problem={blames(refusal, 'to')}
        onChange={(day) => onWrite({ to: day })}
      />
    </div>
  );
}
