// SPDX-License-Identifier: Apache-2.0
import type { ReplyOf } from '@lilong/contracts/route';
import type { SettleSums, settleStatement } from '@lilong/contracts/settlement';
import { yuan } from '@lilong/ui/assistance/yuan.ts';
import { useMoment } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';

interface StatementHeadProps {
  readonly statement: ReplyOf<typeof settleStatement>;
}

/** What it comes to, how far it is, and what each is worth. */
export function StatementHead({ statement }: StatementHeadProps): ReactNode {
  const t = useT();
  const say = useMoment();
  const { did, had, closedAt, worth, fenPerUnit, source } = statement;
  const of = worth.map(({ what, units }) =>
    t('settlement.worth-one', { what: t(`settlework.${what}`), units }),
  );
  return (
    <>
      <p className={closedAt === null ? 'settlement-state' : 'settlement-state settlement-closed'}>
        {closedAt === null
          ? t('settlement.running')
          : t('settlement.closed', { at: say(closedAt, 'day') })}
      </p>
      <dl className="settlement-sums">
        <Sum name={t(had === null ? 'settlement.all' : 'settlement.did')} sums={did} />
        {had !== null && <Sum name={t('settlement.had')} sums={had} />}
      </dl>
      <p className="field-hint">
        {t('settlement.worth', { of: of.join(' · '), money: yuan(fenPerUnit) })}{' '}
        <span lang="zh-CN">{source}</span>
      </p>
    </>
  );
}

function Sum({ name, sums }: { readonly name: string; readonly sums: SettleSums }): ReactNode {
  const t = useT();
  const { count, units, fen } = sums;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{t('settlement.sum', { count, units })}</dd>
      {fen !== 0 && <dd className="settlement-money">{yuan(fen)}</dd>}
    </div>
  );
}
