// SPDX-License-Identifier: Apache-2.0
import type { ReplyOf } from '@lilong/contracts/route';
import type { SettleLine, settleStatement } from '@lilong/contracts/settlement';
import { yuan } from '@lilong/ui/assistance/yuan.ts';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { TableBox } from '../parts/TableBox.tsx';
import { useT } from '../words.ts';
import { ObjectForm } from './ObjectForm.tsx';
import { Objections } from './Objections.tsx';
import { References } from './References.tsx';

interface LinesProps {
  readonly statement: ReplyOf<typeof settleStatement>;
}

const columns = ['doer', 'on-behalf', 'what', 'count', 'units'] as const;

/** Who did what for whom, in the order of the organisations. */
export function Lines({ statement }: LinesProps): ReactNode {
  const t = useT();
  const { lines, month } = statement;
  const money = lines.some(({ fen }) => fen !== 0);
  return (
    <TableBox label={t('settlement.table')}>
      <table className="table">
        <thead>
          <tr>
            {columns.map((one) => (
              <th key={one} scope="col" className={isNumber(one) ? 'num' : undefined}>
                {t(`settlement.${one}`)}
              </th>
            ))}
            {money && (
              <th scope="col" className="num">
                {t('settlement.money')}
              </th>
            )}
            <th scope="col">{t('settlement.acts')}</th>
          </tr>
        </thead>
        {lines.map((line) => (
          <Line
            key={`${line.line ?? 0} ${line.doer} ${line.onBehalf} ${line.what}`}
            {...{ line, month, money }}
          />
        ))}
      </table>
    </TableBox>
  );
}

const isNumber = (column: (typeof columns)[number]): boolean =>
  column === 'count' || column === 'units';

interface LineProps {
  readonly line: SettleLine;
  readonly month: string;
  readonly money: boolean;
}
/** One line, and beneath it what is open of it. */
function Line({ line, month, money }: LineProps): ReactNode {
  const t = useT();
  const [open, setOpen] = useState<'references' | 'object'>();
  const toggle = (what: 'references' | 'object') => setOpen(open === what ? undefined : what);
  const wide = columns.length + (money ? 2 : 1);
  return (
    <tbody>
      <tr>
        <th scope="row" lang="zh-CN">
          {line.doerName}
        </th>
        <td lang="zh-CN">{line.onBehalfName}</td>
        <td>
          {t(`settlework.${line.what}`)}
          {line.corrects !== null && (
            <small>{t('settlement.corrects', { month: line.corrects.slice(0, 7) })}</small>
          )}
        </td>
        <td className="num">{line.count}</td>
        <td className="num">{line.units}</td>
        {money && <td className="num">{yuan(line.fen)}</td>}
        <td className="settlement-line-acts">
          {line.corrects === null && (
            <Button
              size="small"
              aria-expanded={open === 'references'}
              onClick={() => toggle('references')}
            >
              {t(open === 'references' ? 'settlement.references-hide' : 'settlement.references')}
            </Button>
          )}
          {line.can.object && (
            <Button size="small" aria-expanded={open === 'object'} onClick={() => toggle('object')}>
              {t('settlement.object')}
            </Button>
          )}
        </td>
      </tr>
      {(open !== undefined || line.objections.length > 0) && (
        <tr className="settlement-below">
          <td colSpan={wide}>
            <Objections line={line} />
            {open === 'references' && <References line={line} month={month} />}
            {open === 'object' && line.line !== null && (
              <ObjectForm line={line.line} onDone={() => setOpen(undefined)} />
            )}
          </td>
        </tr>
      )}
    </tbody>
  );
}
