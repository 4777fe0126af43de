// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import type { lendPost, listColleagues } from '@lilong/contracts/identity';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { localProblem } from '@lilong/ui/client.ts';
import { Button } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { momentOf, typedOf } from '../parts/days.ts';
import { blames, restOf } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import { PickField, TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';

type Input = InputOf<typeof lendPost>;

interface LendFormProps {
  /** Undefined until they come. */
  readonly people: ReplyOf<typeof listColleagues>['people'] | undefined;
  readonly problem: Problem | undefined;
  readonly pending: boolean;
  /** Of the button. */
  readonly label: string;
  /** True when it was lent. */
  readonly onLend: (loan: Input) => Promise<boolean>;
  readonly onCancel?: () => void;
}

interface Typed {
  readonly to: number | undefined;
  readonly from: string;
  readonly until: string;
}
const blank = (): Typed => ({
  to: undefined,
  from: typedOf(new Date().toISOString()),
  until: '',
});

const inputOf = ({ to, from, until }: Typed): Input => ({
  to: to ?? 0,
  from: momentOf(from),
  until: momentOf(until),
});

/** The first that is empty, from above. */
function missingIn(typed: Typed): Problem | undefined {
  const empty = (['to', 'from', 'until'] as const).find((name) => !typed[name]);
  if (empty === undefined) return undefined;
  return localProblem('input.invalid', 400, empty, { field: empty, rule: 'required' });
}

/** What is typed and sent; what is empty is said before it goes. */
function useLending({ problem, onLend }: LendFormProps) {
  const [typed, setTyped] = useState(blank);
  const [missing, setMissing] = useState<Problem>();
  function change(part: Partial<Typed>): void {
    setTyped((now) => ({ ...now, ...part }));
    setMissing(undefined);
  }
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const lack = missingIn(typed);
    setMissing(lack);
    if (lack === undefined && (await onLend(inputOf(typed)))) setTyped(blank());
  }
  return { typed, problem: missing ?? problem, change, submit };
}

/** To whom a post is lent, from when until when. */
export function LendForm(props: LendFormProps): ReactNode {
  const { people, pending, label, onCancel } = props;
  const t = useT();
  const { typed, problem, change, submit } = useLending(props);
  return (
    <form className="form" noValidate onSubmit={(event) => void submit(event)}>
      <Refused problem={restOf(problem, 'to', 'from', 'until')} />
      <PickField
        label={t('lend.to')}
        problem={blames(problem, 'to')}
        value={typed.to}
        options={people?.map(({ account, name, role }) => ({
          value: account,
          label: `${name} · ${t(`role.${role}`)}`,
        }))}
        onChange={(to) => change({ to })}
      />
      {(['from', 'until'] as const).map((name) => (
        <TextField
          key={name}
          label={t(`lend.${name}`)}
          problem={blames(problem, name)}
          type="datetime-local"
          value={typed[name]}
          onChange={(text) => change({ [name]: text })}
        />
      ))}
      <div className="bar-buttons">
        <Button type="primary" htmlType="submit" loading={pending}>
          {label}
        </Button>
        {onCancel !== undefined && <Button onClick={onCancel}>{t('form.cancel')}</Button>}
      </div>
    </form>
  );
}
