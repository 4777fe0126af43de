// SPDX-License-Identifier: Apache-2.0
import type { CheckedIn } from '@lilong/contracts/booking';
import { ticketCode } from '@lilong/contracts/kiosk';
import { ask } from '@lilong/ui/client.ts';
import { useMoment } from '@lilong/ui/words.tsx';
import { type ReactNode, useEffect, useState } from 'react';
import { waitLine } from '../counters/Standing.tsx';
import { useServiceName } from '../counters/said.ts';
import { useT } from '../words/use.ts';
import type { Machine } from './machine.ts';
import { Printed } from './Printed.tsx';
import { pictureOf, slipOf } from './slip.ts';
import type { Taken } from './taking.ts';
import { useFocusOnce } from './use-focus.ts';
import type { Holder } from './Visit.tsx';

const PATIENCE_MS = 5_000;

interface TakenStepProps {
  readonly taken: Taken;
  /** What became of a booked time. */
  readonly came?: CheckedIn;
  /** How somebody said who they are. Of a number the same is said whether it is known or not. */
  readonly shown: Holder['by'] | undefined;
  readonly machine: Machine;
  readonly onEnd: () => void;
}

/** The number, large, and all that its holder needs to wait. */
export function TakenStep({ taken, came, shown, machine, onEnd }: TakenStepProps): ReactNode {
  const t = useT();
  const say = useMoment();
  const name = useServiceName();
  const title = useFocusOnce<HTMLHeadingElement>();
  const code = useCode(taken.token);
  const { ticket } = taken;
  return (
    <section className="kiosk-step kiosk-taken">
      <h1 ref={title} tabIndex={-1} aria-describedby="taken-facts">
        {t('kiosk.yours')} <strong>{ticket.number}</strong>
      </h1>
      <p className="kiosk-facts" id="taken-facts">
        {ticket.ahead !== null && (
          <b>
            {ticket.ahead === 0
              ? t('ticket.nobody-ahead')
              : t('ticket.ahead', { count: ticket.ahead })}
          </b>
        )}
        {ticket.wait !== null && <span>{waitLine(t, ticket.wait)}</span>}
        <small>
          {ticket.matters.map(name).join(' · ')} · {t('ticket.at', { when: say(ticket.takenAt) })}
        </small>
      </p>
      <Code code={code} />
      {came !== undefined && (
        <p className="kiosk-hint">{t(`kiosk.came-${came.came}`, { late: came.lateMinutes })}</p>
      )}
      {came?.fits === false && <p className="kiosk-hint">{t('kiosk.came-unfit')}</p>}
      {shown !== undefined && <p className="kiosk-hint">{t(`kiosk.to-phone-${shown}`)}</p>}
      <Printed
        machine={machine}
        ready={code.state !== 'asked'}
        slip={slipOf(taken.ticket, code.state === 'drawn' ? code.qrSvg : undefined)}
      />
      <button type="button" className="kiosk-main" onClick={onEnd}>
        {t('kiosk.done')}
      </button>
    </section>
  );
}

type Drawn =
  | { readonly state: 'asked' | 'none' }
  | { readonly state: 'drawn'; readonly qrSvg: string };

/** Asked for directly: nothing with a token in it stays in what the page has read. */
function useCode(token: string): Drawn {
  const [drawn, setDrawn] = useState<Drawn>({ state: 'asked' });
  useEffect(() => {
    let shown = true;
    ask(ticketCode, { token }, {}, PATIENCE_MS).then(
      ({ qrSvg }) => shown && setDrawn({ state: 'drawn', qrSvg }),
      () => shown && setDrawn({ state: 'none' }),
    );
    return () => {
      shown = false;
    };
  }, [token]);
  return drawn;
}

function Code({ code }: { code: Drawn }): ReactNode {
  const t = useT();
  if (code.state === 'none') return <p className="kiosk-hint">{t('kiosk.no-scan')}</p>;
  return (
    <div className="kiosk-code">
      {code.state === 'drawn' && <img src={pictureOf(code.qrSvg)} alt={t('kiosk.scan')} />}
      <p aria-hidden="true">{t('kiosk.scan')}</p>
    </div>
  );
}
