// SPDX-License-Identifier: Apache-2.0
import { approveList, listFile, makeList, payLists } from '@lilong/contracts/assistance-work';
import type { ReplyOf } from '@lilong/contracts/route';
import { yuan } from '@lilong/ui/assistance/yuan.ts';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { saveFile } from '@lilong/ui/save-file.ts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { TableBox } from '../parts/TableBox.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useT } from '../words.ts';

/** 发放名册: what would be paid, and what each month's list came to. */
export function PayLists(): ReactNode {
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
      {data === undefined && error === null && <Waiting rows={3} />}
      {data !== undefined && (
        <>
          <p>{t('assistance.list-now', { count: data.households, sum: yuan(data.totalFen) })}</p>
          <div className="assistance-acts">
            {data.months.map((month) => (
              <Button
                key={month}
                disabled={data.households === 0}
                loading={make.pending}
                onClick={() => void make.send({ month })}
              >
                {t('assistance.list-make', { month: month.slice(0, 7) })}
              </Button>
            ))}
          </div>
          {data.lists.length > 0 && <ListTable lists={data.lists} />}
        </>
      )}
    </section>
  );
}

type List = ReplyOf<typeof payLists>['lists'][number];

function ListTable({ lists }: { readonly lists: readonly List[] }): ReactNode {
  const t = useT();
  return (
    <TableBox label={t('assistance.lists')} more="assistance-lists">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('assistance.list.month')}</th>
            <th scope="col">{t('assistance.list.who')}</th>
            <th scope="col" className="num">
              {t('assistance.list.sum')}
            </th>
            <th scope="col">{t('assistance.list.made')}</th>
            <th scope="col">{t('assistance.list.approved')}</th>
          </tr>
        </thead>
        <tbody>
          {lists.map((one) => (
            <ListRow key={one.month} one={one} />
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

/** Whoever may approve it does so here; once that is done it is taken out. */
function ListRow({ one }: { readonly one: List }): ReactNode {
  const t = useT();
  const approve = useWrite(approveList, { refreshes: ['assistance'] });
  const taking = useWrite(listFile);
  const { month } = one;
  async function take(): Promise<void> {
    const file = await taking.send({ month });
    if (file !== undefined) saveFile(file.name, file.type, file.text);
  }
  return (
    <tr>
      <th scope="row">{month.slice(0, 7)}</th>
      <td>{t('assistance.list-of', { count: one.households, people: one.people })}</td>
      <td className="num">{yuan(one.totalFen)}</td>
      <td>{one.madeName}</td>
      <td>
        <div className="assistance-approved">
          {one.approvedName ?? <span className="tag">{t('assistance.not-approved')}</span>}
          {one.can.approve && (
            <Button
              type="primary"
              loading={approve.pending}
              onClick={() => void approve.send({ month })}
            >
              {t('assistance.approve')}
            </Button>
          )}
          {one.can.export && (
            <Button loading={taking.pending} onClick={() => void take()}>
              {t('assistance.export')}
            </Button>
          )}
        </div>
        <Refused problem={approve.refusal ?? taking.refusal} />
      </td>
    </tr>
  );
}
