// SPDX-License-Identifier: Apache-2.0
import type { Receipt } from '@lilong/contracts/affair-receipts';
import { type ReactNode, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { type Paper, ReceiptSheet } from './ReceiptSheet.tsx';
import { useDrawnLength } from './use-drawn-length.ts';

interface ReceiptPrinterProps {
  readonly receipt: Receipt;
  readonly paper: Paper;
  readonly demo: boolean;
  readonly onPrinted?: () => void;
}

/** Off the screen, and at the printer once: as soon as the picture on it is there. Another receipt prints anew. */
export function ReceiptPrinter({ onPrinted, ...of }: ReceiptPrinterProps): ReactNode {
  const at = useRef<HTMLDivElement>(null);
  const lengthMm = useDrawnLength(at, TAIL_MM);
  const printed = useRef<Receipt>(undefined);
  useEffect(() => {
    if (lengthMm === undefined || printed.current === of.receipt) return;
    printed.current = of.receipt;
    const picture = at.current?.querySelector('img');
    const drawn = picture?.decode().catch(() => undefined) ?? Promise.resolve();
    void drawn.then(() => {
      print();
      onPrinted?.();
    });
  }, [lengthMm, of.receipt, onPrinted]);
  return createPortal(
    <div ref={at} className="receipt-out" aria-hidden="true">
      <style>{`@page { ${pageOf(of.paper, lengthMm ?? 200)} }`}</style>
      <ReceiptSheet {...of} />
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
