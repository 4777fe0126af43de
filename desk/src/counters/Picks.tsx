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
      groups={[
        {
          choices: services.map((one) => ({
            ...{ named: one.letter, label: name(one) },
            onPress: () => onPick(one.service),
          })),
        },
      ]}
      onClose={onClose}
    />
  );
}

/** Another class, which the first free window takes, or one window that is open. */
export function PickTarget({ hall, ticket, onPick, onClose }: PickProps<Target>): ReactNode {
  const t = useT();
  const name = useServiceName();
  const there = openMatters(ticket).map(({ service }) => service);
  const services = hall.services.filter(({ service }) => !there.includes(service));
  const windows = hall.windows.filter(({ open, seat }) => open && seat !== 'mine');
  return (
    <Choices
      title={t('counters.where')}
      groups={[
        {
          label: t('counters.where-class'),
          choices: services.map((one) => ({
            ...{ named: one.letter, label: name(one), disabled: one.windows === 0 },
            note:
              one.windows === 0
                ? t('counters.no-window')
                : t('counters.people', { count: one.waiting }),
            onPress: () => onPick({ service: one.service }),
          })),
        },
        {
          label: t('counters.where-window'),
          choices: windows.map(({ name: label, window, number }) => ({
            ...{ named: label, label, onPress: () => onPick({ toWindow: window }) },
            ...(number === null ? {} : { note: t('hall.busy', { number }) }),
          })),
        },
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
  readonly groups: readonly Group[];
  readonly onClose: () => void;
}
interface Group {
  readonly label?: string;
  readonly choices: readonly Choice[];
}
function Choices({ title, groups, onClose }: ChoicesProps): ReactNode {
  const t = useT();
  const all = keyed(
    groups.flatMap(({ choices }) => choices),
    ({ named }) => named,
  );
  const open = all.filter(({ one }) => one.disabled !== true);
  useKeys(Object.fromEntries(open.map(({ key, one }) => [key, once(one.onPress)])));
  return (
    <section className="counter-picks" aria-label={title}>
      <h2>{title}</h2>
      {groups.map(
        ({ label, choices }) =>
          choices.length > 0 && (
            <div key={label ?? title} className="counter-group">
              {label !== undefined && <h3>{label}</h3>}
              <div className="counter-acts">
                {all
                  .filter(({ one }) => choices.includes(one))
                  .map((keyedOne) => (
                    <ChoiceButton key={keyedOne.one.label} hot={keyedOne.key} one={keyedOne.one} />
                  ))}
              </div>
            </div>
          ),
      )}
      <div className="counter-acts">
        <ActButton hot="Escape" label={t('form.cancel')} disabled={false} onPress={onClose} />
      </div>
    </section>
  );
}

function ChoiceButton({ hot, one }: { readonly hot: string; readonly one: Choice }): ReactNode {
  const { label, note, disabled, onPress } = one;
  return (
    <ActButton
      {...{ hot, label, onPress, disabled: disabled === true }}
      {...(note === undefined ? {} : { note })}
    />
  );
}
