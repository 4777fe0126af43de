// SPDX-License-Identifier: Apache-2.0
import { type ReactNode, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useT } from '../words/use.ts';
import type { Machine } from './machine.ts';
import { SlipPaper } from './SlipPaper.tsx';
import type { Slip } from './slip.ts';

interface PrintedProps {
  readonly machine: Machine;
  /** All that stands on it has come. */
  readonly ready: boolean;
  readonly slip: Slip;
}

/** Prints by itself, once, and says what came of it as far as a browser can know. */
export function Printed({ machine: { paper, out }, ready, slip }: PrintedProps): ReactNode {
  const t = useT();
  const prints = paper !== 'none' && !out;
  const printed = useRef(false);
  useEffect(() => {
    if (!ready || !prints || printed.current) return;
    printed.current = true;
    void whenDrawn().then(() => print());
  }, [ready, prints]);
  if (!prints) {
    const without = t(paper === 'none' ? 'kiosk.no-printer' : 'kiosk.paper-out');
    const scan = slip.qrSvg === undefined ? '' : t('kiosk.or-scan');
    return <p className="kiosk-paper">{[without, scan].join(' ')}</p>;
  }
  return (
    <div className="kiosk-paper">
      <p>{t('kiosk.printed')}</p>
      <button type="button" className="kiosk-small" onClick={() => print()}>
        {t('kiosk.print-again')}
      </button>
      {createPortal(<SlipPaper paper={paper} slip={slip} />, document.body)}
    </div>
  );
}

/** Once the picture on the slip is there to be printed. */
async function whenDrawn(): Promise<void> {
  const picture = document.querySelector<HTMLImageElement>('.slip img');
  await picture?.decode().catch(() => undefined);
}
