// SPDX-License-Identifier: Apache-2.0
import type { Collection } from '@lilong/contracts/doorstep';
import { Icon } from '@lilong/ui/Icons.tsx';
import { SheetPrinter } from '@lilong/ui/receipt/SheetPrinter.tsx';
import { SlipSheet } from '@lilong/ui/receipt/SlipSheet.tsx';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { PaperChoice, usePaperHere } from '../affairs/PaperChoice.tsx';
import { useHolder } from '../shell/session.ts';
import { useT } from '../words.ts';

/** The slip on paper, for whoever has no phone. */
export function PrintSlip({ slip }: { readonly slip: Collection }): ReactNode {
  const t = useT();
  const { demo } = useHolder();
  const [paper, setPaper] = usePaperHere();
  const [out, setOut] = useState<Collection>();
  const [isOut, setIsOut] = useState(false);
  return (
    <section className="print-receipt">
      <Button
        icon={<Icon name="printer" size={16} />}
        onClick={() => {
          setIsOut(false);
          setOut({ ...slip });
        }}
      >
        {t('doorstep.print')}
      </Button>
      <PaperChoice paper={paper} onChange={setPaper} />
      <span role="status">{isOut && t('doorstep.printed')}</span>
      {out !== undefined && (
        <SheetPrinter of={out} paper={paper} onPrinted={() => setIsOut(true)}>
          <SlipSheet slip={out} paper={paper} demo={demo} />
        </SheetPrinter>
      )}
    </section>
  );
}
