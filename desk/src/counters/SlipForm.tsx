// SPDX-License-Identifier: Apache-2.0
import { type Priority, priorities, type ServiceLine } from '@lilong/contracts/counters';
import { enterSlip } from '@lilong/contracts/counters-hall';
import { localProblem, useWrite } from '@lilong/ui/client.ts';
import { Button } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { blames, restOf } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import { useServiceName } from './said.ts';
import { numberAfter, readClasses, readTime, type TypedSlip } from './slips.ts';

interface SlipFormProps {
  readonly centre: number;
  readonly services: readonly ServiceLine[];
  readonly onDone: (slip: TypedSlip) => void;
}
interface Typed {
  readonly number: string;
  readonly classes: string;
  readonly time: string;
  readonly priority: Priority | '';
}
const empty: Typed = { number: 'K001', classes: '', time: '', priority: '' };
const fields = ['number', 'services', 'time'] as const;
const needed = {
  number: localProblem('slips.number', 400),
  services: localProblem('slips.services', 400),
  time: localProblem('slips.time', 400),
};

/** What is typed, read, and sent. */
function useSlip({ centre, services, onDone }: SlipFormProps) {
  const t = useT();
  const name = useServiceName();
  const send = useWrite(enterSlip, { refreshes: ['counters'] });
  const [typed, setTyped] = useState(empty);
  const [tried, setTried] = useState(false);
  const { number, classes, time, priority } = typed;
  const keys = readClasses(classes, services);
  const at = readTime(time);
  const missing = { number: number === '', services: keys === undefined, time: at === undefined };
  async function save(): Promise<boolean> {
    setTried(true);
    if (keys === undefined || at === undefined || send.pending) return false;
    const first = priority === '' ? {} : { priority };
    const reply = await send.send({ centre, number, services: keys, time: at, ...first });
    if (reply === undefined) return false;
    const chosen = services.filter(({ service }) => keys.includes(service));
    onDone({ ...reply, time: at, said: chosen.map(name).join(t('list.join')) });
    setTyped({ ...empty, number: numberAfter(number), time });
    setTried(false);
    return true;
  }
  return {
    ...{ typed, save, pending: send.pending, refusal: restOf(send.refusal, ...fields) },
    set: (change: Partial<Typed>) => setTyped({ ...typed, ...change }),
    wrong: (field: (typeof fields)[number]) =>
      tried && missing[field] ? needed[field] : blames(send.refusal, field),
  };
}

/** Number, classes, time, Enter; the next number stands there already, and the cursor at its classes. */
export function SlipForm(props: SlipFormProps): ReactNode {
  const t = useT();
  const slip = useSlip(props);
  const form = useRef<HTMLFormElement>(null);
  const { typed, set, wrong } = slip;
  async function save(): Promise<void> {
    if (await slip.save()) form.current?.querySelectorAll('input')[1]?.focus();
  }
  return (
    <form
      ref={form}
      className="sheet-card"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Letters services={props.services} />
      <div className="slips-row">
        <TextField
          label={t('slips.number')}
          value={typed.number}
          maxLength={5}
          problem={wrong('number')}
          onChange={(number) => set({ number })}
        />
        <TextField
          label={t('slips.classes')}
          value={typed.classes}
          maxLength={9}
          placeholder="A"
          problem={wrong('services')}
          onChange={(classes) => set({ classes })}
        />
        <TextField
          label={t('slips.time')}
          value={typed.time}
          maxLength={5}
          placeholder="0915"
          problem={wrong('time')}
          onChange={(time) => set({ time })}
        />
        <First value={typed.priority} onChange={(priority) => set({ priority })} />
        <Button type="primary" htmlType="submit" loading={slip.pending}>
          {t('slips.enter')}
        </Button>
      </div>
      <Refused problem={slip.refusal} />
    </form>
  );
}

function Letters({ services }: Pick<SlipFormProps, 'services'>): ReactNode {
  const name = useServiceName();
  return (
    <p className="slips-letters">
      {services.map((one) => (
        <span key={one.service}>
          <kbd>{one.letter}</kbd> {name(one)}
        </span>
      ))}
    </p>
  );
}

interface FirstProps {
  readonly value: Typed['priority'];
  readonly onChange: (priority: Typed['priority']) => void;
}
function First({ value, onChange }: FirstProps): ReactNode {
  const t = useT();
  return (
    <label className="field">
      <span className="field-label">{t('slips.priority')}</span>
      <select
        className="slips-first"
        value={value}
        onChange={({ target }) => onChange(priorities.find((one) => one === target.value) ?? '')}
      >
        <option value="">{t('slips.no-priority')}</option>
        {priorities.map((one) => (
          <option key={one} value={one}>
            {t(`priority.${one}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
