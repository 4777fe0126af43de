// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { endLoan, lendPost, listColleagues } from '@lilong/contracts/identity';
import type { InputOf } from '@lilong/contracts/route';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { useMoment } from '@lilong/ui/words.tsx';
import { Button } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { momentOf, typedOf } from '../parts/days.ts';
import { blames, restOf } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import { PickField, TextField } from '../parts/TextField.tsx';
import { useHolder } from '../shell/session.ts';
import { useT } from '../words.ts';

/** 借出岗位: a colleague acts as my post while I am away. The record names both of us. */
export function LendPost(): ReactNode {
  const t = useT();
  const say = useMoment();
  const { post } = useHolder();
  const [lent, setLent] = useState<{ post: number; until: string | null; name: string }>();
  const back = useWrite(endLoan, { refreshes: ['me'] });
  const takeBack = async (no: number) => {
    if ((await back.send({ post: no })) !== undefined) setLent(undefined);
  };
  return (
    <section className="sheet-card" aria-labelledby="lend">
      <h2 id="lend">{t('lend.title')}</h2>
      <p>{t('lend.how', { role: t(`role.${post.role}`) })}</p>
      <Refused problem={back.refusal} />
      {lent === undefined ? (
        <LendForm onLent={(no, until, name) => setLent({ post: no, until, name })} />
      ) : (
        <div className="note note-done" role="status">
          <p>
            {t('lend.lent', { name: lent.name, until: lent.until === null ? '' : say(lent.until) })}
          </p>
          <Button size="small" loading={back.pending} onClick={() => void takeBack(lent.post)}>
            {t('lend.back')}
          </Button>
        </div>
      )}
    </section>
  );
}

interface LendFormProps {
  readonly onLent: (post: number, until: string | null, name: string) => void;
}

interface Loan {
  readonly to: number | undefined;
  readonly from: string;
  readonly until: string;
}

function LendForm({ onLent }: LendFormProps): ReactNode {
  const t = useT();
  const people = useRead(listColleagues, {}).data?.people ?? [];
  const write = useWrite(lendPost);
  const [loan, setLoan] = useState(blankLoan);
  const { to } = loan;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const reply = await write.send(inputOf(loan));
    if (reply !== undefined)
      onLent(reply.no, reply.validTo, people.find(({ account }) => account === to)?.name ?? '');
  }
  return (
    <form className="form" noValidate onSubmit={(event) => void submit(event)}>
      <Refused problem={restOf(write.refusal, 'to', 'from', 'until')} />
      <PickField
        label={t('lend.to')}
        problem={blames(write.refusal, 'to')}
        value={to}
        options={people.map(({ account, name, role }) => ({
          value: account,
          label: `${name} · ${t(`role.${role}`)}`,
        }))}
        onChange={(chosen) => setLoan((now) => ({ ...now, to: chosen }))}
      />
      <LendTimes
        loan={loan}
        problem={write.refusal}
        onChange={(part) => setLoan((now) => ({ ...now, ...part }))}
      />
      <p>
        <Button type="primary" htmlType="submit" loading={write.pending}>
          {t('lend.lend')}
        </Button>
      </p>
    </form>
  );
}

interface LendTimesProps {
  readonly loan: Loan;
  readonly problem: Problem | undefined;
  readonly onChange: (part: Partial<Loan>) => void;
}

function LendTimes({ loan, problem, onChange }: LendTimesProps): ReactNode {
  const t = useT();
  return (
    <>
      <TextField
        label={t('lend.from')}
        problem={blames(problem, 'from')}
        type="datetime-local"
        value={loan.from}
        onChange={(from) => onChange({ from })}
      />
      <TextField
        label={t('lend.until')}
        problem={blames(problem, 'until')}
        type="datetime-local"
        value={loan.until}
        onChange={(until) => onChange({ until })}
      />
    </>
  );
}

const blankLoan = (): Loan => ({
  to: undefined,
  from: typedOf(new Date().toISOString()),
  until: '',
});

const inputOf = ({ to, from, until }: Loan): InputOf<typeof lendPost> => ({
  to: to ?? 0,
  from: from === '' ? '' : momentOf(from),
  until: until === '' ? '' : momentOf(until),
});
