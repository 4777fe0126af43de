// SPDX-License-Identifier: Apache-2.0
import type { CentreCard } from '@lilong/contracts/counters';
import { shownAt } from '@lilong/ui/moment.ts';
import { type ReactNode, useState } from 'react';
import { createPortal } from 'react-dom';
import { useServiceName } from '../counters/said.ts';
import { useT } from '../words/use.ts';
import { clearProvisionals, type Machine, papers, provisionals } from './machine.ts';
import { SlipPaper } from './SlipPaper.tsx';
import { provisionalSlip } from './slip.ts';
import { useFocusOnce } from './use-focus.ts';

interface SettingProps {
  readonly hall: CentreCard;
  readonly machine: Machine;
  readonly onChange: (machine: Machine) => void;
}

export function Setting({ hall, machine, onChange }: SettingProps): ReactNode {
  const t = useT();
  const first = useFocusOnce<HTMLInputElement>();
  return (
    <>
      <fieldset className="choices">
        <legend>{t('kiosk.paper')}</legend>
        {papers.map((paper) => (
          <label key={paper} className="choice">
            <input
              ref={paper === machine.paper ? first : undefined}
              type="radio"
              name="paper"
              checked={machine.paper === paper}
              onChange={() => onChange({ ...machine, paper })}
            />
            <span>{t(`kiosk.paper-${paper}`)}</span>
          </label>
        ))}
      </fieldset>
      {machine.paper !== 'none' && (
        <label className="matter">
          <input
            type="checkbox"
            checked={machine.out}
            onChange={({ target }) => onChange({ ...machine, out: target.checked })}
          />
          <span>
            <b>{t('kiosk.out')}</b>
            <small>{t('kiosk.out-hint')}</small>
          </span>
        </label>
      )}
      <Which machine={machine} onChange={onChange} />
      <TryPrint hall={hall} machine={machine} />
      <Slips hall={hall} />
    </>
  );
}

function Which({ machine, onChange }: Omit<SettingProps, 'hall'>): ReactNode {
  const t = useT();
  return (
    <fieldset className="choices">
      <legend>{t('kiosk.which')}</legend>
      <p className="kiosk-count">{t('kiosk.which-hint')}</p>
      {[1, 2, 3, 4, 5, 6, 7, 8, 9].map((which) => (
        <label key={which} className="choice">
          <input
            type="radio"
            name="which"
            checked={machine.which === which}
            onChange={() => onChange({ ...machine, which })}
          />
          <span>{which}</span>
        </label>
      ))}
    </fieldset>
  );
}

function TryPrint({ hall, machine: { paper } }: Omit<SettingProps, 'onChange'>): ReactNode {
  const t = useT();
  if (paper === 'none') return null;
  const services = hall.services.slice(0, 1).map(({ service }) => service);
  const sample = { number: 'K0000', services, priority: null, takenAt: new Date().toISOString() };
  return (
    <>
      <button type="button" className="kiosk-small" onClick={() => print()}>
        {t('kiosk.try-print')}
      </button>
      {createPortal(
        <SlipPaper paper={paper} slip={provisionalSlip(hall, sample)} />,
        document.body,
      )}
    </>
  );
}

/** They are entered by hand; the machine keeps them for that, with nobody in them. */
function Slips({ hall }: Pick<SettingProps, 'hall'>): ReactNode {
  const t = useT();
  const name = useServiceName();
  const [given, setGiven] = useState(() => provisionals(new Date()));
  function clear(): void {
    clearProvisionals(new Date());
    setGiven([]);
  }
  return (
    <section className="kiosk-slips">
      <h3>{t('kiosk.slips')}</h3>
      {given.length === 0 && <p>{t('kiosk.slips-none')}</p>}
      {given.length > 0 && (
        <>
          <p>{t('kiosk.slips-what')}</p>
          <ol>
            {given.map(({ number, takenAt, services, priority }) => (
              <li key={number}>
                <b>{number}</b> {shownAt(new Date(takenAt)).slice(11, 16)}{' '}
                {hall.services
                  .filter(({ service }) => services.includes(service))
                  .map(name)
                  .join(' · ')}
                {priority !== null && ` · ${t(`priority.${priority}`)}`}
              </li>
            ))}
          </ol>
          <button type="button" className="kiosk-small" onClick={clear}>
            {t('kiosk.slips-clear')}
          </button>
        </>
      )}
    </section>
  );
}
