// SPDX-License-Identifier: Apache-2.0
import {
  endLoan,
  type LoanCard,
  lendPost,
  listColleagues,
  listLoans,
} from '@lilong/contracts/identity';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { useMoment } from '@lilong/ui/words.tsx';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { useHolder } from '../shell/session.ts';
import { useT } from '../words.ts';
import { LendForm } from './LendForm.tsx';

const fresh = { refreshes: ['me/loans'] };
const keepTheirs = ['system_admin', 'safety_admin', 'auditor'];

/** 借出岗位: a colleague acts as my post while I am away. The record names both of us. */
export function LendPost(): ReactNode {
  const t = useT();
  const { post } = useHolder();
  const loans = useRead(listLoans, {});
  const lent = loans.data?.loans ?? [];
  const mayLend = post.lentBy === null && !keepTheirs.includes(post.role);
  if (!mayLend && lent.length === 0) return null;
  return (
    <section className="sheet-card" aria-labelledby="lend">
      <h2 id="lend">{t('lend.title')}</h2>
      {mayLend && <p>{t('lend.how', { role: t(`role.${post.role}`) })}</p>}
      {loans.error !== null && (
        <Refused problem={loans.error.problem} again={() => loans.refetch()} />
      )}
      {lent.length > 0 && (
        <ul className="loans" aria-label={t('lend.given')}>
          {lent.map((loan) => (
            <Loan key={loan.no} loan={loan} />
          ))}
        </ul>
      )}
      {mayLend && <Lend />}
    </section>
  );
}

function Loan({ loan }: { readonly loan: LoanCard }): ReactNode {
  const t = useT();
  const say = useMoment();
  const back = useWrite(endLoan, fresh);
  const { no, role, status, toName, validFrom, validTo } = loan;
  const name = toName;
  return (
    <li className="note note-done">
      <p>
        <b>{t('lend.lent', { name, role: t(`role.${role}`) })}</b>{' '}
        {t('lend.period', { from: say(validFrom), until: validTo === null ? '' : say(validTo) })}
        {status === 'proposed' && <> · {t('staff.status.proposed')}</>}
      </p>
      <Button
        loading={back.pending}
        aria-label={t('lend.back-from', { name })}
        onClick={() => void back.send({ post: no })}
      >
        {t('lend.back')}
      </Button>
      <Refused problem={back.refusal} />
    </li>
  );
}

function Lend(): ReactNode {
  const t = useT();
  const people = useRead(listColleagues, {}).data?.people;
  const { send, refusal, pending } = useWrite(lendPost, fresh);
  return (
    <LendForm
      people={people}
      problem={refusal}
      pending={pending}
      label={t('lend.lend')}
      onLend={async (loan) => (await send(loan)) !== undefined}
    />
  );
}
