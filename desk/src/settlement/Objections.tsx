// SPDX-License-Identifier: Apache-2.0
import {
  answerObjection,
  type SettleLine,
  type SettleObjection,
} from '@lilong/contracts/settlement';
import { useWrite } from '@lilong/ui/client.ts';
import { useMoment } from '@lilong/ui/words.tsx';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { blames, restOf } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';

/** What was objected to in a line, and what the other side answered. */
export function Objections({ line }: { readonly line: SettleLine }): ReactNode {
  if (line.objections.length === 0) return null;
  return (
    <ul className="settlement-objections">
      {line.objections.map((one) => (
        <Objection key={one.no} objection={one} count={line.count} />
      ))}
    </ul>
  );
}

interface ObjectionProps {
  readonly objection: SettleObjection;
  readonly count: number;
}
function Objection({ objection, count }: ObjectionProps): ReactNode {
  const t = useT();
  const say = useMoment();
  const [answering, setAnswering] = useState(false);
  const { organisationName: organisation, at, reason, can } = objection;
  return (
    <li>
      <p>{t('settlement.objected', { organisation, day: say(at, 'day'), reason })}</p>
      <Answered objection={objection} />
      {can.answer && !answering && (
        <Button size="small" type="primary" onClick={() => setAnswering(true)}>
          {t('settlement.answer')}
        </Button>
      )}
      {can.answer && answering && (
        <AnswerForm objection={objection.no} count={count} onDone={() => setAnswering(false)} />
      )}
    </li>
  );
}

function Answered({ objection }: Pick<ObjectionProps, 'objection'>): ReactNode {
  const t = useT();
  const { answererName: organisation, takenOff, month } = objection;
  const answer = objection.answer ?? '';
  if (takenOff === null) return <p>{t('settlement.waits', { organisation })}</p>;
  if (takenOff === 0) return <p>{t('settlement.stays', { organisation, answer })}</p>;
  return (
    <p>
      {t('settlement.taken-off', { organisation, count: takenOff, answer })}{' '}
      {month === null
        ? t('settlement.taken-next')
        : t('settlement.taken-in', { month: month.slice(0, 7) })}
    </p>
  );
}

interface AnswerFormProps {
  readonly objection: number;
  readonly count: number;
  readonly onDone: () => void;
}
function AnswerForm({ objection, count, onDone }: AnswerFormProps): ReactNode {
  const t = useT();
  const [takenOff, setTakenOff] = useState('');
  const [answer, setAnswer] = useState('');
  const write = useWrite(answerObjection, { refreshes: ['settlement'] });
  const whole = /^\d+$/.test(takenOff.trim()) ? Number(takenOff) : -1;
  async function send(): Promise<void> {
    const said = { objection, takenOff: whole, answer: answer.trim() };
    if ((await write.send(said)) !== undefined) onDone();
  }
  return (
    <DockForm
      title={t('settlement.answer-title')}
      submit={t('settlement.answer')}
      pending={write.pending}
      problem={restOf(write.refusal, 'takenOff', 'answer')}
      onSubmit={() => void send()}
      onCancel={onDone}
    >
      <TextField
        label={t('settlement.answer-count')}
        hint={t('settlement.answer-count-hint', { count })}
        type="number"
        value={takenOff}
        onChange={setTakenOff}
        problem={blames(write.refusal, 'takenOff')}
      />
      <TextField
        label={t('settlement.answer-words')}
        lines={2}
        maxLength={500}
        value={answer}
        onChange={setAnswer}
        problem={blames(write.refusal, 'answer')}
      />
    </DockForm>
  );
}
