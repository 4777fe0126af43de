// SPDX-License-Identifier: Apache-2.0
import type { Receipt } from '@lilong/contracts/affair-receipts';
import type { ReactNode } from 'react';
import { type Paper, ReceiptSheet } from './ReceiptSheet.tsx';
import { SheetPrinter } from './SheetPrinter.tsx';

interface ReceiptPrinterProps {
  readonly receipt: Receipt;
  readonly paper: Paper;
  readonly demo: boolean;
  readonly onPrinted?: () => void;
}

/** 受理凭证 at the printer. */
export function ReceiptPrinter({ onPrinted, ...of }: ReceiptPrinterProps): ReactNode {
  return (
    <SheetPrinter of={of.receipt} paper={of.paper} onPrinted={onPrinted}>
      <ReceiptSheet {...of} />
    </SheetPrinter>
  );
}
