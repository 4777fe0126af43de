// SPDX-License-Identifier: Apache-2.0
import { settleMonths, settleStatement } from '@lilong/contracts/settlement';
import { useRead } from '@lilong/ui/client.ts';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useId } from 'react';
import { Empty } from '../parts/Empty.tsx';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useT } from '../words.ts';
import { Lines } from './Lines.tsx';
import { StatementActs } from './StatementActs.tsx';
import { StatementHead } from './StatementHead.tsx';
import './settlement.css';

/** 结算: a month of what one's organisation did for others and others for it; above it of a range. */
export function SettlementPage(): ReactNode {
  const t = useT();
  const { month } = useSearch({ from: '/settlement' });
  const { data, error, refetch } = useRead(settleMonths, {});
  const shown = month ?? data?.months[0]?.month;
  return (
    <div className="page settlement">
      <header>
        <h1>{t('settlement.title')}</h1>
        <p className="page-lead">{t('settlement.lead')}</p>
      </header>
      <Refused problem={error?.problem} again={() => refetch()} />
      {data === undefined && error === null && <Waiting rows={6} />}
      {data !== undefined && shown !== undefined && (
        <>
          <Months
            months={data.months.map((one) => one.month)}
            shown={shown}
            toAnswer={data.toAnswer}
          />
          <Statement key={shown} month={shown} />
        </>
      )}
    </div>
  );
}

interface MonthsProps {
  readonly months: readonly string[];
  readonly shown: string;
  readonly toAnswer: readonly string[];
}
function Months({ months, shown, toAnswer }: MonthsProps): ReactNode {
  const t = useT();
  const id = useId();
  const go = useNavigate();
  const all = months.includes(shown) ? months : [shown, ...months];
  const open = (month: string) => void go({ to: '/settlement', search: { month } });
  return (
    <div className="settlement-months">
      <label htmlFor={id}>{t('settlement.month')}</label>
      <select id={id} value={shown} onChange={({ target }) => open(target.value)}>
        {all.map((one) => (
          <option key={one} value={one}>
            {one.slice(0, 7)}
          </option>
        ))}
      </select>
      {toAnswer
        .filter((one) => one !== shown)
        .map((one) => (
          <Button key={one} onClick={() => open(one)}>
            {t('settlement.to-answer', { month: one.slice(0, 7) })}
          </Button>
        ))}
    </div>
  );
}

function Statement({ month }: { readonly month: string }): ReactNode {
  const t = useT();
  const { data, error, refetch } = useRead(settleStatement, { month });
  if (error !== null) return <Refused problem={error.problem} again={() => refetch()} />;
  if (data === undefined) return <Waiting rows={6} />;
  return (
    <>
      <StatementHead statement={data} />
      <StatementActs statement={data} />
      {data.lines.length === 0 ? (
        <Empty icon="note" title={t('settlement.none-title')}>
          <p>{t('settlement.none')}</p>
        </Empty>
      ) : (
        <Lines statement={data} />
      )}
    </>
  );
}
