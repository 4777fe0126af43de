// SPDX-License-Identifier: Apache-2.0
import type { CentreCard } from '@lilong/contracts/counters';
import { type ReactNode, useState } from 'react';
import { useT } from '../words/use.ts';
import type { Machine } from './machine.ts';
import { Pad } from './Pad.tsx';
import { Setting } from './Setting.tsx';
import { useFocusOnce } from './use-focus.ts';

interface CornerProps {
  readonly hall: CentreCard;
  readonly machine: Machine;
  readonly onChange: (machine: Machine) => void;
  readonly onClose: () => void;
}

/** What the staff of the hall set at the machine itself, behind four digits that they chose. */
export function Corner({ hall, machine, onChange, onClose }: CornerProps): ReactNode {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <div className="kiosk-veil">
      <div
        className="kiosk-ask kiosk-corner"
        role="dialog"
        aria-modal="true"
        aria-labelledby="corner"
        onKeyDown={({ key }) => key === 'Escape' && onClose()}
      >
        <h2 id="corner">{t('kiosk.corner')}</h2>
        {open ? (
          <Setting hall={hall} machine={machine} onChange={onChange} />
        ) : (
          <Lock
            pin={machine.pin}
            onOpen={(pin) => {
              if (machine.pin === null) onChange({ ...machine, pin });
              setOpen(true);
            }}
          />
        )}
        <button type="button" className="kiosk-other" onClick={onClose}>
          {t('kiosk.leave')}
        </button>
      </div>
    </div>
  );
}

const digits = 4;

interface LockProps {
  readonly pin: string | null;
  readonly onOpen: (pin: string) => void;
}
function Lock({ pin, onOpen }: LockProps): ReactNode {
  const t = useT();
  const field = useFocusOnce<HTMLInputElement>();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  function type(to: string): void {
    const now = to.replace(/\D/g, '').slice(0, digits);
    setWrong(false);
    setTyped(now);
    if (now.length < digits) return;
    const opens = pin === null || pin === now;
    setWrong(!opens);
    setTyped('');
    if (opens) onOpen(now);
  }
  return (
    <>
      <p>{t(pin === null ? 'kiosk.pin-new' : 'kiosk.pin')}</p>
      <input
        ref={field}
        className="kiosk-typed hidden"
        type="text"
        inputMode="none"
        autoComplete="off"
        aria-label={t('kiosk.pin-field')}
        value={typed}
        onChange={({ target }) => type(target.value)}
      />
      <p className="kiosk-lacks" role="alert">
        {wrong && t('kiosk.pin-wrong')}
      </p>
      <Pad typed={typed} onType={type} most={digits} />
      <p className="kiosk-count">{t('kiosk.pin-what')}</p>
    </>
  );
}
