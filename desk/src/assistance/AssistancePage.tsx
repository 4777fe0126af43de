// SPDX-License-Identifier: Apache-2.0
import {
  approveList,
  listFile,
  listRechecks,
  makeList,
  payLists,
  type Recheck,
  settleRecheck,
} from '@lilong/contracts/assistance-work';
import type { ReplyOf } from '@lilong/contracts/route';
import { ask, useRead, useWrite } from '@lilong/ui/client.ts';
import { useLive } from '@lilong/ui/live.ts';
import { saveFile } from '@lilong/ui/save-file.ts';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { Empty } from '../parts/Empty.tsx';
import { Refused } from '../parts/Refused.tsx';
import { TableBox } from '../parts/TableBox.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import { fenOf, yuan } from './yuan.ts';
import './assistance.css';
import '../cases/dock.css';

/** 救助: whom to look at again, and what is paid by month. */
export function AssistancePage(): ReactNode {
  const t = useT();
  useLive('assistance');
  return (
    <div className="page">
      <header>
        <h1>{t('assistance.page')}</h1>
        <p className="page-lead">{t('assistance.page-lead')}</p>
      </header>
      <Rechecks />
      <Lists />
    </div>
  );
}

function Rechecks(): ReactNode {
  const t = useT();
  const { data, error, refetch } = useRead(listRechecks, {});
  const [open, setOpen] = useState<number>();
  return (
    <section className="part">
      <h2>{t('assistance.rechecks')}</h2>
      {error !== null && <Refused problem={error.problem} again={() => refetch()} />}
      {data?.rechecks.length === 0 && <Empty icon="check" title={t('assistance.rechecks-none')} />}
      {data?.rechecks.map((one) => (
        <article key={one.no} className="note assistance-card">
          <p>
            <b>{one.name}</b> · {t(`assistance.category.${one.category}`)} · {yuan(one.amountFen)} ·{' '}
            {t(`assistance.recheck.${one.why}`, { since: one.since })}
          </p>
          {one.words !== null && <p>{one.words}</p>}
          {open === one.no ? (
            <RecheckForm one={one} onClose={() => setOpen(undefined)} />
          ) : (
            <p>
              <Button onClick={() => setOpen(one.no)}>{t('assistance.recheck-do')}</Button>
            </p>
          )}
        </article>
      ))}
    </section>
  );
}

const sums = ['incomeFen', 'medicalFen', 'educationFen', 'assetsFen'] as const;

function RecheckForm({
  one,
  onClose,
}: {
  readonly one: Recheck;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT();
  const write = useWrite(settleRecheck, { refreshes: ['assistance'] });
  const [said, setSaid] = useState<Record<string, string>>({
    ...Object.fromEntries(sums.map((name) => [name, String(one.reckoning[name] / 100)])),
    ...{ people: String(one.people), reason: '', remedy: t('assistance.usual.remedy') },
  });
  const [fraud, setFraud] = useState(false);
  async function send(): Promise<void> {
    const done = await write.send({ no: one.no, fraud, ...toldOf(one, said) });
    if (done !== undefined) onClose();
  }
  return (
    <DockForm
      title={t('assistance.recheck-do')}
      submit={t('assistance.recheck-do')}
      pending={write.pending}
      problem={write.refusal}
      onSubmit={() => void send()}
      onCancel={onClose}
    >
      {(['people', ...sums, 'reason', 'remedy'] as const).map((name) => (
        <TextField
          key={name}
          label={t(`assistance.again.${name}`)}
          value={said[name] ?? ''}
          onChange={(text) => setSaid({ ...said, [name]: text })}
        />
      ))}
      <label>
        <input
          type="checkbox"
          checked={fraud}
          onChange={({ target }) => setFraud(target.checked)}
        />{' '}
        {t('assistance.fraud')}
      </label>
    </DockForm>
  );
}

function toldOf(one: Recheck, said: Readonly<Record<string, string>>) {
  const fen = (name: (typeof sums)[number]) => fenOf(said[name] ?? '') ?? one.reckoning[name];
  return {
    people: Number(said.people),
    ...{ reason: said.reason?.trim() ?? '', remedy: said.remedy?.trim() ?? '' },
    ...{ incomeFen: fen('incomeFen'), medicalFen: fen('medicalFen') },
    ...{ educationFen: fen('educationFen'), assetsFen: fen('assetsFen') },
  };
}

type Shown = ReplyOf<typeof payLists>;

function Lists(): ReactNode {
  const t = useT();
  const { data, error, refetch } = useRead(payLists, {});
  const make = useWrite(makeList, { refreshes: ['assistance'] });
  return (
    <section className="part">
      <h2>{t('assistance.lists')}</h2>
      <Refused
        problem={error?.problem ?? make.refusal}
        again={error === null ? undefined : () => refetch()}
      />
      {data !== undefined && (
        <>
          <p>
            {data.months.map((month) => (
              <Button
                key={month}
                disabled={data.households === 0}
                loading={make.pending}
                onClick={() => void make.send({ month })}
              >
                {t('assistance.list-make', { month: month.slice(0, 7) })}
              </Button>
            ))}{' '}
            {t('assistance.list-now', { count: data.households, sum: yuan(data.totalFen) })}
          </p>
          {data.lists.length > 0 && <ListTable lists={data.lists} />}
        </>
      )}
    </section>
  );
}

function ListTable({ lists }: Pick<Shown, 'lists'>): ReactNode {
  const t = useT();
  const approve = useWrite(approveList, { refreshes: ['assistance'] });
  const take = async (month: string): Promise<void> => {
    const { name, type, text } = await ask(listFile, { month });
    saveFile(name, type, text);
  };
  return (
    <>
      <Refused problem={approve.refusal} />
      <TableBox label={t('assistance.lists')}>
        <table className="table">
          <tbody>
            {lists.map((one) => (
              <tr key={one.month}>
                <td>{one.month.slice(0, 7)}</td>
                <td>{t('assistance.list-of', { count: one.households, people: one.people })}</td>
                <td>{yuan(one.totalFen)}</td>
                <td>{t('assistance.made-by', { name: one.madeName })}</td>
                <td>
                  {one.approvedName === null
                    ? t('assistance.not-approved')
                    : t('assistance.approved-by', { name: one.approvedName })}
                </td>
                <td>
                  {one.can.approve && (
                    <Button onClick={() => void approve.send({ month: one.month })}>
                      {t('assistance.approve')}
                    </Button>
                  )}
                  {one.can.export && (
                    <Button onClick={() => void take(one.month)}>{t('assistance.export')}</Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </>
  );
}
