// SPDX-License-Identifier: Apache-2.0
import type { ReplyOf } from '@lilong/contracts/route';
import { closeMonth, settleFile, type settleStatement } from '@lilong/contracts/settlement';
import { ask, asRefused, useWrite } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { saveFile } from '@lilong/ui/save-file.ts';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { useT } from '../words.ts';

interface StatementActsProps {
  readonly statement: ReplyOf<typeof settleStatement>;
}

/** Takes it along, prints it, and closes a month that is over. */
export function StatementActs({ statement }: StatementActsProps): ReactNode {
  const t = useT();
  const { month, can, lines } = statement;
  const [problem, setProblem] = useState<ReturnType<typeof asRefused>['problem']>();
  async function take(): Promise<void> {
    try {
      const { name, type, text } = await ask(settleFile, { month });
      saveFile(name, type, text);
    } catch (error) {
      setProblem(asRefused(error).problem);
    }
  }
  return (
    <div className="settlement-acts">
      <Refused problem={problem} />
      {lines.length > 0 && (
        <>
          <Button onClick={() => void take()}>{t('settlement.export')}</Button>
          <Button icon={<Icon name="printer" size={18} />} onClick={() => window.print()}>
            {t('settlement.print')}
          </Button>
        </>
      )}
      {can.close && <Close month={month} />}
    </div>
  );
}

function Close({ month }: { readonly month: string }): ReactNode {
  const t = useT();
  const [sure, setSure] = useState(false);
  const closing = useWrite(closeMonth, { refreshes: ['settlement'] });
  if (!sure)
    return (
      <Button type="primary" onClick={() => setSure(true)}>
        {t('settlement.close')}
      </Button>
    );
  return (
    <section className="settlement-sure" aria-label={t('settlement.close')}>
      <p>{t('settlement.close-sure')}</p>
      <Refused problem={closing.refusal} />
      <Button type="primary" loading={closing.pending} onClick={() => void closing.send({ month })}>
        {t('settlement.close-yes')}
      </Button>
      <Button onClick={() => setSure(false)}>{t('settlement.close-no')}</Button>
    </section>
  );
}
