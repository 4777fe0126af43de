// SPDX-License-Identifier: Apache-2.0
import { shownAt } from '@lilong/ui/moment.ts';
import { useDrawnLength } from '@lilong/ui/receipt/use-drawn-length.ts';
import { type ReactNode, useRef } from 'react';
import { useServiceName } from '../counters/said.ts';
import { useWho } from '../session/me.ts';
import { useT } from '../words/use.ts';
import { pictureOf, type Slip } from './slip.ts';
import './slip.css';

interface SlipPaperProps {
  readonly paper: '58' | '80';
  readonly slip: Slip;
}

/** The slip as it is printed: off the screen until then, and the sheet as long as it is. */
export function SlipPaper({ paper, slip }: SlipPaperProps): ReactNode {
  const t = useT();
  const name = useServiceName();
  const { demo } = useWho();
  const at = useRef<HTMLElement>(null);
  const lengthMm = useDrawnLength(at, TAIL_MM) ?? USUAL_MM;
  return (
    <aside ref={at} className="slip" data-paper={paper} aria-hidden="true">
      <style>{`@page { size: ${paper}mm ${lengthMm}mm; margin: 0 }`}</style>
      <p className="slip-hall" lang="zh-CN">
        {slip.hall}
      </p>
      {demo && <p className="slip-mark">{t('kiosk.slip-demo')}</p>}
      {slip.provisional && <p className="slip-mark">{t('kiosk.slip-provisional')}</p>}
      <strong>{slip.number}</strong>
      <p>{t('kiosk.slip-for', { matters: slip.matters.map(name).join('、') })}</p>
      <p>
        {t('kiosk.slip-at', {
          when: shownAt(new Date(slip.takenAt)).slice(0, 16).replace('T', ' '),
        })}
      </p>
      {slip.ahead !== null && <p>{t('kiosk.slip-ahead', { count: slip.ahead })}</p>}
      {slip.wait !== null && (
        <p>
          {slip.wait.minutes === null || slip.wait.basis === 'none'
            ? t('kiosk.slip-none')
            : t(`kiosk.slip-${slip.wait.basis}`, { minutes: slip.wait.minutes })}
        </p>
      )}
      {slip.qrSvg !== undefined && (
        <>
          <img src={pictureOf(slip.qrSvg)} alt="" />
          <p>{t('kiosk.slip-follow')}</p>
        </>
      )}
      <p className="slip-foot">
        {t(slip.provisional ? 'kiosk.slip-provisional-what' : 'kiosk.slip-missed')}
      </p>
    </aside>
  );
}

/** White at the end, for the knife. */
const TAIL_MM = 6;
/** Until it is drawn. */
const USUAL_MM = 120;
