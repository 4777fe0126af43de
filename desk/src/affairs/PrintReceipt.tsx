// SPDX-License-Identifier: Apache-2.0
import { printReceipt, receiptKindOf } from '@lilong/contracts/affair-receipts';
import type { AffairPage } from '@lilong/contracts/affairs';
import { useWrite } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { ReceiptPrinter } from '@lilong/ui/receipt/ReceiptPrinter.tsx';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { useKeys } from '../parts/useKeys.ts';
import { useHolder } from '../shell/session.ts';
import { useT } from '../words.ts';
import { PaperChoice, usePaperHere } from './PaperChoice.tsx';

/** With one key the receipt of how it stands now: accepted, what is missing, refused. Each sheet's code is its own. */
export function PrintReceipt({ page }: { readonly page: AffairPage }): ReactNode {
  const t = useT();
  const { demo } = useHolder();
  const [paper, setPaper] = usePaperHere();
  const [isOut, setOut] = useState(false);
  const write = useWrite(printReceipt);
  const kind = receiptKindOf(page.state);
  const press = (): void => {
    setOut(false);
    void write.send({ ref: page.ref });
  };
  useKeys({ p: kind === undefined || write.pending ? undefined : press });
  if (kind === undefined) return null;
  return (
    <section className="print-receipt">
      <Button icon={<Icon name="printer" size={16} />} loading={write.pending} onClick={press}>
        {t('affairs.print', { sheet: t(`receipt.kind.${kind}`) })}
        <span className="bar-key" aria-hidden="true">
          P
        </span>
      </Button>
      <PaperChoice paper={paper} onChange={setPaper} />
      <span role="status">{isOut && t('affairs.printed')}</span>
      <Refused problem={write.refusal} />
      {write.reply !== undefined && (
        <ReceiptPrinter
          receipt={write.reply}
          paper={paper}
          demo={demo}
          onPrinted={() => setOut(true)}
        />
      )}
    </section>
  );
}
