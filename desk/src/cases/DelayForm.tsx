// SPDX-License-Identifier: Apache-2.0
import type { CasePage } from '@lilong/contracts/case-shapes';
import { askDelay } from '@lilong/contracts/case-work';
import { useWrite } from '@lilong/ui/client.ts';
import { useMoment } from '@lilong/ui/words.tsx';
import { type ReactNode, useState } from 'react';
import { dayOf, endOfDay, momentOf, typedOf } from '../parts/days.ts';
import { blames, restOf } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import type { ActFormProps } from './ActionForm.tsx';
import { DockForm } from './DockForm.tsx';

interface DelayFormProps extends ActFormProps {
  readonly kind: 'extension' | 'suspension';
}

/** Asks for more time (延期), or for the clock to stop until a day (挂账). What may be asked at most stands there already. */
export function DelayForm({ page, kind, onDone }: DelayFormProps): ReactNode {
  const t = useT();
  const say = useMoment();
  const write = useWrite(askDelay, { refreshes: ['cases'] });
  const longest = kind === 'extension' ? page.extension : null;
  const byHour = longest?.byHour === true;
  const [typed, setTyped] = useState(() => proposed(longest));
  const [reason, setReason] = useState('');
  const submit = async () => {
    const until = untilOf(typed, longest);
    if ((await write.send({ ref: page.line.ref, kind, until, reason })) !== undefined) onDone();
  };
  return (
    <DockForm
      title={t(`act.ask_${kind}`)}
      submit={t('delay.send')}
      pending={write.pending}
      problem={restOf(write.refusal, 'until', 'reason')}
      onSubmit={() => void submit()}
      onCancel={onDone}
    >
      <TextField
        label={t(byHour ? 'delay.until-hour' : 'need.until')}
        hint={
          longest === null
            ? t(`delay.hint.${kind}`)
            : t('delay.hint.latest', { until: say(longest.latest) })
        }
        problem={blames(write.refusal, 'until')}
        type={byHour ? 'datetime-local' : 'date'}
        value={typed}
        onChange={setTyped}
      />
      <TextField
        label={t('need.reason')}
        problem={blames(write.refusal, 'reason')}
        lines={2}
        maxLength={500}
        value={reason}
        onChange={setReason}
      />
    </DockForm>
  );
}

type Longest = CasePage['extension'];

/** The longest that is allowed: an hour limit as an hour, a day limit as the day that ends then. */
function proposed(longest: Longest): string {
  if (longest === null) return '';
  return longest.byHour ? typedOf(longest.latest) : lastDay(longest);
}

/** A day's limit ends at 24:00, the first moment of the next. */
const lastDay = ({ latest }: NonNullable<Longest>): string =>
  dayOf(new Date(Date.parse(latest) - 1));

/** What was typed as a moment: a day to its end, and the proposed hour to its very second. */
function untilOf(typed: string, longest: Longest): string {
  if (typed === '') return '';
  if (longest?.byHour !== true) return endOfDay(typed);
  return typed === typedOf(longest.latest) ? longest.latest : momentOf(typed);
}
