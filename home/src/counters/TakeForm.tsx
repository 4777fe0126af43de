// SPDX-License-Identifier: Apache-2.0
import {
  type CentreCard,
  type Priority,
  priorities,
  type ServiceLine,
  takeTicket,
} from '@lilong/contracts/counters';
import { useWrite } from '@lilong/ui/client.ts';
import { useLanguage } from '@lilong/ui/words.tsx';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useFocusRefusal } from '../parts/focus-refusal.ts';
import { lacking } from '../parts/local.ts';
import { FieldRefused, Refused } from '../parts/Refused.tsx';
import { Submit } from '../parts/Submit.tsx';
import { useWho } from '../session/me.ts';
import { useGo } from '../shell/nav.tsx';
import { useT } from '../words/use.ts';
import { keepHall, keepTicket } from './kept.ts';
import { useServiceName, waitWords } from './said.ts';

/** What for, whether first, and no more: nobody has to say who they are. */
export function TakeForm({ hall }: { hall: CentreCard }): ReactNode {
  const t = useT();
  const go = useGo();
  const signedIn = useWho().state === 'resident';
  const [services, setServices] = useState<readonly string[]>([]);
  const [priority, setPriority] = useState<Priority>();
  const [unnamed, setUnnamed] = useState(false);
  const [mistake, setMistake] = useState(false);
  const take = useWrite(takeTicket, { refreshes: ['counters', 'my'] });
  const refusal = mistake ? lacking('services') : take.refusal;
  useFocusRefusal(refusal);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setMistake(services.length === 0);
    if (services.length === 0) return;
    const taken = await take.send({
      ...{ centre: hall.centre, services: [...services], by: 'phone' },
      ...(priority === undefined ? {} : { priority }),
      ...(signedIn && unnamed ? { unnamed } : {}),
    });
    if (taken === undefined) return;
    keepTicket(taken.token, taken.ticket.ticket);
    keepHall(hall.centre);
    await go('/ticket');
  }
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Matters
        lines={hall.services}
        chosen={services}
        refused={mistake}
        onChange={(chosen) => {
          setMistake(false);
          setServices(chosen);
        }}
      />
      <First priority={priority} onChange={setPriority} />
      {signedIn && <Unnamed unnamed={unnamed} onChange={setUnnamed} />}
      <Refused refusal={mistake ? undefined : take.refusal} />
      <Submit pending={take.pending}>{t('hall.take')}</Submit>
    </form>
  );
}

interface MattersProps {
  readonly lines: readonly ServiceLine[];
  readonly chosen: readonly string[];
  readonly refused: boolean;
  readonly onChange: (chosen: readonly string[]) => void;
  /** For another time, so who waits now does not matter. */
  readonly later?: true;
}
export function Matters({ lines, chosen, refused, onChange, later }: MattersProps): ReactNode {
  const t = useT();
  const name = useServiceName();
  const english = useLanguage() === 'en';
  return (
    <fieldset className="field matters" data-field="services">
      <legend>
        {t('hall.what')}
        <small>{t('hall.what-hint')}</small>
      </legend>
      <FieldRefused
        id="services-refused"
        refusal={
          refused
            ? { ...lacking('services'), facts: { field: t('hall.what'), rule: 'enum' } }
            : undefined
        }
        field="services"
      />
      {lines.map((line) => (
        <label key={line.service} className="matter">
          <input
            type="checkbox"
            checked={chosen.includes(line.service)}
            onChange={({ target }) =>
              onChange(
                target.checked
                  ? [...chosen, line.service].slice(-5)
                  : chosen.filter((one) => one !== line.service),
              )
            }
          />
          <span>
            <b>{name(line)}</b>
            <small>{english ? (line.aboutEn ?? '') : line.about}</small>
            {later !== true && (
              <small>
                {t('hall.waiting', { count: line.waiting })} · {waitWords(t, line.wait)}
              </small>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface FirstProps {
  readonly priority: Priority | undefined;
  readonly onChange: (priority: Priority | undefined) => void;
}
export function First({ priority, onChange }: FirstProps): ReactNode {
  const t = useT();
  return (
    <fieldset className="choices">
      <legend>{t('hall.priority')}</legend>
      <p className="hint">{t('hall.priority-hint')}</p>
      {[undefined, ...priorities].map((one) => (
        <label key={one ?? 'no'} className="choice">
          <input
            type="radio"
            name="priority"
            checked={priority === one}
            onChange={() => onChange(one)}
          />
          <span>{t(one === undefined ? 'hall.priority-no' : `priority.${one}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface UnnamedProps {
  readonly unnamed: boolean;
  readonly onChange: (unnamed: boolean) => void;
}
export function Unnamed({ unnamed, onChange }: UnnamedProps): ReactNode {
  const t = useT();
  return (
    <label className="matter">
      <input
        type="checkbox"
        checked={unnamed}
        onChange={({ target }) => onChange(target.checked)}
      />
      <span>
        <b>{t('hall.unnamed')}</b>
        <small>{t('hall.unnamed-hint')}</small>
      </span>
    </label>
  );
}
