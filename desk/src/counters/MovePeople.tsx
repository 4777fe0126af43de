// SPDX-License-Identifier: Apache-2.0
import { moveLine } from '@lilong/contracts/counters-hall';
import { useWrite } from '@lilong/ui/client.ts';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { PickField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import { LineTicks } from './LineTicks.tsx';
import { type Moved, MovedNote } from './MovedNote.tsx';
import { type Hall, openMatters, useServiceName } from './said.ts';

interface MovePeopleProps {
  readonly hall: Hall;
  /** Of which class; nothing while none is chosen. */
  readonly service: string | undefined;
  readonly onService: (service: string | undefined) => void;
}

/** Those who wait for one class are handed to another class or window, one or many; their places stay. */
export function MovePeople({ hall, service, onService }: MovePeopleProps): ReactNode {
  const [moved, setMoved] = useState<Moved>();
  return (
    <>
      {moved !== undefined && (
        <MovedNote moved={moved} centre={hall.centre} onUndone={() => setMoved(undefined)} />
      )}
      {service !== undefined && (
        <Choose
          key={service}
          hall={hall}
          service={service}
          onMoved={(one) => {
            setMoved(one);
            onService(undefined);
          }}
          onClose={() => onService(undefined)}
        />
      )}
    </>
  );
}

interface ChooseProps {
  readonly hall: Hall;
  readonly service: string;
  readonly onMoved: (moved: Moved) => void;
  readonly onClose: () => void;
}
function Choose({ hall, service, onMoved, onClose }: ChooseProps): ReactNode {
  const t = useT();
  const name = useServiceName();
  const move = useWrite(moveLine, { refreshes: ['counters'] });
  const waiting = [...hall.line, ...hall.aside].filter((ticket) =>
    openMatters(ticket).some((one) => one.service === service),
  );
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [to, setTo] = useState<string>();
  const targets = useTargets(hall, service);
  const tickets = waiting.map(({ ticket }) => ticket).filter((one) => ticked.includes(one));
  const of = hall.services.find((one) => one.service === service);
  async function send(): Promise<void> {
    const target = targets.find(({ value }) => value === to);
    if (target === undefined || tickets.length === 0) return;
    const reply = await move.send({ centre: hall.centre, tickets, from: service, ...target.where });
    if (reply === undefined) return;
    const from = 'service' in target.where ? target.where.service : undefined;
    onMoved({ ...reply, to: target.label, from, service });
  }
  return (
    <section className="part sheet-card" aria-labelledby="move-people">
      <h2 id="move-people">{t('shift.of', { service: of === undefined ? service : name(of) })}</h2>
      <LineTicks tickets={waiting} now={hall.now} ticked={ticked} onTick={setTicked} />
      <div className="move-to">
        <PickField label={t('shift.to')} value={to} options={targets} onChange={setTo} />
        <Button
          type="primary"
          loading={move.pending}
          disabled={tickets.length === 0 || to === undefined}
          onClick={() => void send()}
        >
          {t('shift.yes', { count: tickets.length })}
        </Button>
        <Button onClick={onClose}>{t('form.cancel')}</Button>
      </div>
      <p className="field-hint">{t('shift.stays')}</p>
      <Refused problem={move.refusal} />
    </section>
  );
}

type Where = { readonly service: string } | { readonly toWindow: number };
interface Target {
  readonly value: string;
  readonly label: string;
  readonly group: string;
  readonly where: Where;
}
/** Classes that some open window does, and the open windows. */
function useTargets(hall: Hall, service: string): Target[] {
  const t = useT();
  const name = useServiceName();
  const open = hall.windows.filter((one) => one.open);
  const classes = hall.services.filter(
    (one) => one.service !== service && open.some(({ services }) => services.includes(one.service)),
  );
  return [
    ...classes.map((one) => ({
      ...{ value: one.service, label: name(one), group: t('hall.service') },
      where: { service: one.service },
    })),
    ...open.map((one) => ({
      ...{ value: String(one.window), label: one.name, group: t('hall.windows') },
      where: { toWindow: one.window },
    })),
  ];
}
