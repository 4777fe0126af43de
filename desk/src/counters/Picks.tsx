// SPDX-License-Identifier: Apache-2.0
import type { DeskTicket } from '@lilong/contracts/counters';
import type { ReactNode } from 'react';
import { useKeys } from '../parts/useKeys.ts';
import { useT } from '../words.ts';
import { ActButton } from './ActButton.tsx';
import { keyed } from './keys.ts';
import { once } from './NextOne.tsx';
import { type Hall, openMatters, useServiceName } from './said.ts';
import type { Target } from './use-acts.ts';

interface PickProps<T> {
  readonly hall: Hall;
  readonly ticket: DeskTicket;
  readonly onPick: (picked: T) => void;
  readonly onClose: () => void;
}

/** One more matter on the same number. */
export function PickMatter({ hall, ticket, onPick, onClose }: PickProps<string>): ReactNode {
  const t = useT();
  const name = useServiceName();
  const there = openMatters(ticket).map(({ service }) => service);
  const services = hall.services.filter(({ service }) => !there.includes(service));
  return (
    <Choices
      title={t('counters.which')}
      choices={services.map((one) => ({
        ...{ named: one.letter, label: name(one) },
        onPress: () => onPick(one.service),
      }))}
      onClose={onClose}
    />
  );
}

/** Another class, or one window that is open. */
export function PickTarget({ hall, ticket, onPick, onClose }: PickProps<Target>): ReactNode {
  const t = useT();
  const name = useServiceName();
  const there = openMatters(ticket).map(({ service }) => service);
  const services = hall.services.filter(({ service }) => !there.includes(service));
  const windows = hall.windows.filter(({ open, seat }) => open && seat !== 'mine');
  return (
    <Choices
      title={t('counters.where')}
      choices={[
        ...windows.map(({ name: label, window, number }) => ({
          ...{ named: label, label, onPress: () => onPick({ toWindow: window }) },
          ...(number === null ? {} : { note: t('hall.busy', { number }) }),
        })),
        ...services.map((one) => ({
          ...{ named: one.letter, label: name(one), disabled: one.windows === 0 },
          note:
            one.windows === 0
              ? t('counters.no-window')
              : t('counters.people', { count: one.waiting }),
          onPress: () => onPick({ service: one.service }),
        })),
      ]}
      onClose={onClose}
    />
  );
}

interface Choice {
  /** What its key is taken from. */
  readonly named: string;
  readonly label: string;
  readonly note?: string;
  /** It stands there all the same, and says why. */
  readonly disabled?: boolean;
  readonly onPress: () => void;
}
interface ChoicesProps {
  readonly title: string;
  readonly choices: readonly Choice[];
  readonly onClose: () => void;
}
function Choices({ title, choices, onClose }: ChoicesProps): ReactNode {
  const t = useT();
  const all = keyed(choices, ({ named }) => named);
  const open = all.filter(({ one }) => one.disabled !== true);
  useKeys(Object.fromEntries(open.map(({ key, one }) => [key, once(one.onPress)])));
  return (
    <section className="counter-picks" aria-label={title}>
      <h2>{title}</h2>
      <div className="counter-acts">
        {all.map(({ key, one }) => (
          <ActButton
            key={one.label}
            hot={key}
            disabled={one.disabled === true}
            label={one.label}
            onPress={one.onPress}
            {...(one.note === undefined ? {} : { note: one.note })}
          />
        ))}
        <ActButton hot="Escape" label={t('form.cancel')} disabled={false} onPress={onClose} />
      </div>
    </section>
  );
}
