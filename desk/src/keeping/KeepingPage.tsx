// SPDX-License-Identifier: Apache-2.0
import { listDeletions } from '@lilong/contracts/registry-keeping';
import type { ReplyOf } from '@lilong/contracts/route';
import { useRead } from '@lilong/ui/client.ts';
import { useMoment } from '@lilong/ui/words.tsx';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Empty } from '../parts/Empty.tsx';
import { Refused } from '../parts/Refused.tsx';
import { TableBox } from '../parts/TableBox.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useDay } from '../registry/said.ts';
import { useT } from '../words.ts';
import { Holds } from './Holds.tsx';
import './keeping.css';

type Listed = ReplyOf<typeof listDeletions>;

/** 保存: what is held by an order, what was deleted, and how long each kind is kept. Nobody’s name is on this page. */
export function KeepingPage(): ReactNode {
  const t = useT();
  const [befores, setBefores] = useState<readonly number[]>([]);
  const before = befores.at(-1);
  const read = useRead(listDeletions, before === undefined ? {} : { before });
  return (
    <div className="page">
      <header>
        <h1>{t('keeping.title')}</h1>
        <p className="page-lead">{t('keeping.lead')}</p>
      </header>
      <Holds />
      {read.error !== null && <Refused problem={read.error.problem} again={() => read.refetch()} />}
      {read.isPending && <Waiting rows={4} />}
      {read.data !== undefined && (
        <>
          <Register deletions={read.data.deletions} />
          <p className="bar-buttons">
            {befores.length > 0 && (
              <Button onClick={() => setBefores(befores.slice(0, -1))}>{t('audit.newer')}</Button>
            )}
            {read.data.more && (
              <Button onClick={() => setBefores([...befores, read.data.deletions.at(-1)?.no ?? 0])}>
                {t('audit.older')}
              </Button>
            )}
          </p>
          <Periods periods={read.data.periods} />
        </>
      )}
    </div>
  );
}

function Register({ deletions }: Pick<Listed, 'deletions'>): ReactNode {
  const t = useT();
  const say = useMoment();
  const day = useDay();
  return (
    <section className="sheet-card" aria-labelledby="keeping-register">
      <h2 id="keeping-register">{t('keeping.register')}</h2>
      {deletions.length === 0 && <Empty icon="check" title={t('keeping.register-none')} />}
      {deletions.length > 0 && (
        <TableBox label={t('keeping.register')}>
          <table className="table">
            <thead>
              <tr>
                {(['at', 'kind', 'count', 'held', 'why', 'source'] as const).map((name) => (
                  <th key={name} scope="col">
                    {t(`keeping.column.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {deletions.map((one) => (
                <tr key={one.no}>
                  <td className="day">{say(one.at)}</td>
                  <td>{t(`keeping.kind.${one.kind}`)}</td>
                  <td>{one.count}</td>
                  <td>{one.held}</td>
                  <td>
                    {t(`keeping.why.${one.why}`, { day: day(one.before), days: one.keptDays })}
                  </td>
                  <td>{one.source ?? '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
    </section>
  );
}

function Periods({ periods }: Pick<Listed, 'periods'>): ReactNode {
  const t = useT();
  return (
    <details className="sheet-card">
      <summary>{t('keeping.periods')}</summary>
      <p>{t('keeping.periods-lead')}</p>
      <ul className="keeping-periods">
        {periods.map(({ kind, keptDays, source }) => (
          <li key={kind}>
            <b>{t(`keeping.kind.${kind}`)}</b> {t('keeping.days', { days: keptDays })}
            <small>{source}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}
