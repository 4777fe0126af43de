// SPDX-License-Identifier: Apache-2.0
import { type ReactNode, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { Paper } from './ReceiptSheet.tsx';
import { useDrawnLength } from './use-drawn-length.ts';

interface SheetPrinterProps {
  /** What is printed: another one prints anew. */
  readonly of: object;
  readonly paper: Paper;
  readonly onPrinted?: (() => void) | undefined;
  /** The sheet. */
  readonly children: ReactNode;
}

/** Off the screen, and at the printer once: as soon as the picture on it is there. */
export function SheetPrinter({ of, paper, onPrinted, children }: SheetPrinterProps): ReactNode {
  const at = useRef<HTMLDivElement>(null);
  const lengthMm = useDrawnLength(at, TAIL_MM);
  const printed = useRef<object>(undefined);
  useEffect(() => {
    if (lengthMm === undefined || printed.current === of) return;
    printed.current = of;
    const picture = at.current?.querySelector('img');
    const drawn = picture?.decode().catch(() => undefined) ?? Promise.resolve();
    void drawn.then(() => {
      print();
      onPrinted?.();
    });
  }, [lengthMm, of, onPrinted]);
  return createPortal(
    <div ref={at} className="receipt-out" aria-hidden="true">
      <style>{`@page { ${pageOf(paper, lengthMm ?? 200)} }`}</style>
      {children}
    </div>,
    document.body,
  );
}

const pageOf = (paper: Paper, lengthMm: number): string =>
  paper === '80'
    ? `size: 80mm ${lengthMm}mm; margin: 3mm 4mm 0`
    : `size: ${paper.toUpperCase()} portrait; margin: 10mm`;

/** White at the end of the roll, for the knife. */
const TAIL_MM = 9;
