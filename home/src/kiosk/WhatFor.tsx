// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import type { CentreCard, ServiceLine } from '@lilong/contracts/counters';
import { asRefused } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { useLanguage, useMoment } from '@lilong/ui/words.tsx';
import { type ReactNode, useState } from 'react';
import { useServiceName, waitWords } from '../counters/said.ts';
import { Refused } from '../parts/Refused.tsx';
import { useT } from '../words/use.ts';
import { readCode, scannedDigits } from './CodeStep.tsx';
import { useFocusOnce } from './use-focus.ts';
import { useScanner } from './use-scanner.ts';
import type { Holder } from './Visit.tsx';

interface WhatForProps {
  readonly hall: CentreCard;
  readonly away: boolean;
  readonly chosen: readonly string[];
  readonly holder: Holder | undefined;
  readonly refusal: Problem | undefined;
  readonly onChange: (chosen: readonly string[]) => void;
  /** Says who they are, or that they have booked. */
  readonly onSay: (how: 'number' | 'code' | 'booked') => void;
  readonly onHolder: (holder: Holder | undefined) => void;
  readonly onNext: () => void;
}

/** The first page: what for. Who somebody is stands below it, for those who wish to say so. */
export function WhatFor(props: WhatForProps): ReactNode {
  const { hall, away, chosen, holder, refusal, onChange, onSay, onHolder, onNext } = props;
  const t = useT();
  const title = useFocusOnce<HTMLHeadingElement>();
  const [lacks, setLacks] = useState(false);
  const unread = useCodeHere(hall.centre, onHolder);
  if (!hall.open && !away) return <Shut hall={hall} />;
  function next(): void {
    setLacks(chosen.length === 0);
    if (chosen.length > 0) onNext();
  }
  return (
    <section className="kiosk-step">
      <h1 ref={title} tabIndex={-1}>
        {t('kiosk.what')}
      </h1>
      <p className="kiosk-hint">{t('kiosk.what-hint')}</p>
      <div className="kiosk-matters">
        {hall.services.map((line) => (
          <Matter
            key={line.service}
            line={line}
            away={away}
            chosen={chosen.includes(line.service)}
            onToggle={() => {
              setLacks(false);
              onChange(toggled(chosen, line.service));
            }}
          />
        ))}
      </div>
      <Who holder={holder} away={away} onSay={onSay} onHolder={onHolder} />
      <Refused refusal={unread ?? refusal} />
      <p className="kiosk-lacks" role="alert">
        {lacks && t('kiosk.choose-first')}
      </p>
      <button type="button" className="kiosk-main" onClick={next}>
        {t(holder?.elderly === true ? 'kiosk.take' : 'kiosk.next')}
      </button>
    </section>
  );
}

const mostMatters = 5;
const toggled = (chosen: readonly string[], service: string): readonly string[] =>
  chosen.includes(service)
    ? chosen.filter((one) => one !== service)
    : [...chosen, service].slice(-mostMatters);

interface MatterProps {
  readonly line: ServiceLine;
  /** What waits there is not known now. */
  readonly away: boolean;
  readonly chosen: boolean;
  readonly onToggle: () => void;
}
function Matter({ line, away, chosen, onToggle }: MatterProps): ReactNode {
  const t = useT();
  const name = useServiceName();
  const english = useLanguage() === 'en';
  return (
    <button type="button" className="kiosk-matter" aria-pressed={chosen} onClick={onToggle}>
      <b>{name(line)}</b>
      <span>{english ? (line.aboutEn ?? '') : line.about}</span>
      {!away && (
        <small>
          {t('hall.waiting', { count: line.waiting })}
          <br />
          {waitWords(t, line.wait)}
        </small>
      )}
    </button>
  );
}

type WhoProps = Pick<WhatForProps, 'holder' | 'away' | 'onSay' | 'onHolder'>;
function Who({ holder, away, onSay, onHolder }: WhoProps): ReactNode {
  const t = useT();
  if (holder !== undefined)
    return (
      <div className="kiosk-who shown">
        <p role="status">
          <Icon name="check" size="1.2em" />
          {t(`kiosk.shown-${holder.by}`)}
          {holder.elderly && <small>{t('kiosk.shown-elderly')}</small>}
        </p>
        <button type="button" className="kiosk-small" onClick={() => onHolder(undefined)}>
          {t('kiosk.shown-drop')}
        </button>
      </div>
    );
  if (away) return null; // numbers and codes are read by the server alone
  return (
    <div className="kiosk-who">
      <p>
        {t('kiosk.who')}
        <small>{t('kiosk.who-hint')}</small>
      </p>
      <div className="kiosk-ways">
        {(['code', 'number', 'booked'] as const).map((how) => (
          <button key={how} type="button" className="kiosk-small" onClick={() => onSay(how)}>
            <Icon name={pictures[how]} size="1.2em" />
            {t(`kiosk.${how}`)}
          </button>
        ))}
      </div>
    </div>
  );
}
const pictures = { code: 'key', number: 'person', booked: 'calendar' } as const;

/** Whoever holds the phone to the scanner need not press anything before. */
function useCodeHere(centre: number, onHolder: (holder: Holder) => void): Problem | undefined {
  const [refusal, setRefusal] = useState<Problem>();
  useScanner(scannedDigits, (code) => {
    setRefusal(undefined);
    readCode(centre, code).then(onHolder, (error) => setRefusal(asRefused(error).problem));
  });
  return refusal;
}

function Shut({ hall: { opens } }: { hall: CentreCard }): ReactNode {
  const t = useT();
  const say = useMoment();
  return (
    <section className="kiosk-step">
      <h1>{t('hall.shut')}</h1>
      <p className="kiosk-hint">
        {opens === null ? t('hall.not-open') : t('hall.opens', { when: say(opens) })}
      </p>
    </section>
  );
}
