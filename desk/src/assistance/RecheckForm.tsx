// SPDX-License-Identifier: Apache-2.0
import { type Recheck, settleRecheck } from '@lilong/contracts/assistance-work';
import type { ReplyOf } from '@lilong/contracts/route';
import { fenOf } from '@lilong/ui/assistance/yuan.ts';
import { localProblem, useWrite } from '@lilong/ui/client.ts';
import { Checkbox } from 'antd';
import { type ReactNode, useState } from 'react';
import { useWriting } from '../affairs/drafts.ts';
import { SaidField } from '../affairs/SaidField.tsx';
import { DockForm } from '../cases/DockForm.tsx';
import { blames, restOf } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';

export type Settled = ReplyOf<typeof settleRecheck> & Pick<Recheck, 'name'>;

const sums = ['incomeFen', 'medicalFen', 'educationFen', 'assetsFen'] as const;
const numbers = ['people', ...sums] as const;
type Numbers = Readonly<Record<(typeof numbers)[number], string>>;

const toldBefore = ({ people, reckoning }: Recheck): Numbers => ({
  people: String(people),
  incomeFen: String(reckoning.incomeFen / 100),
  medicalFen: String(reckoning.medicalFen / 100),
  educationFen: String(reckoning.educationFen / 100),
  assetsFen: String(reckoning.assetsFen / 100),
});

/** None of what is typed is guessed at: a sum that is none is said at its place. */
function meansOf(said: Numbers) {
  const people = /^\d{1,2}$/.test(said.people.trim()) ? Number(said.people) : 0;
  const fen = sums.map((name) => fenOf(said[name]));
  const wrong: keyof Numbers | undefined = people === 0 ? 'people' : sums[fen.indexOf(undefined)];
  const [incomeFen = 0, medicalFen = 0, educationFen = 0, assetsFen = 0] = fen;
  return { wrong, means: { people, incomeFen, medicalFen, educationFen, assetsFen } };
}

interface RecheckFormProps {
  readonly one: Recheck;
  readonly onSettled: (settled: Settled) => void;
  readonly onCancel: () => void;
}
/** What is so now begins with what was reckoned last; the program reckons again when it is sent. */
export function RecheckForm({ one, onSettled, onCancel }: RecheckFormProps): ReactNode {
  const t = useT();
  const write = useWrite(settleRecheck, { refreshes: ['assistance'] });
  const [said, setSaid] = useState<Numbers>(() => toldBefore(one));
  const [fraud, setFraud] = useState(false);
  const [wrong, setWrong] = useState<keyof Numbers>();
  const writing = useWriting(one.ref, 'recheck', { remedy: t('assistance.usual.remedy') });
  const { reason = '', remedy = '' } = writing.draft;
  const problem =
    wrong === undefined ? write.refusal : localProblem('assistance.no-sum', 400, wrong);
  async function send(): Promise<void> {
    const { means, wrong: not } = meansOf(said);
    setWrong(not);
    if (not !== undefined) return;
    const told = { ...means, fraud, reason: reason.trim(), remedy: remedy.trim() };
    const settled = await write.send({ no: one.no, ...told });
    if (settled === undefined) return;
    writing.forget();
    onSettled({ ...settled, name: one.name });
  }
  return (
    <DockForm
      title={t('assistance.recheck-now')}
      submit={t('assistance.recheck-do')}
      pending={write.pending}
      problem={restOf(problem, ...numbers, 'reason', 'remedy')}
      onSubmit={() => void send()}
      onCancel={onCancel}
    >
      <div className="assistance-numbers">
        {numbers.map((name) => (
          <TextField
            key={name}
            label={t(`assistance.again.${name}`)}
            problem={blames(problem, name)}
            value={said[name]}
            maxLength={12}
            onChange={(text) => {
              setWrong(undefined);
              setSaid({ ...said, [name]: text });
            }}
          />
        ))}
      </div>
      <SaidField name="reason" writing={writing} problem={problem} />
      <SaidField name="remedy" writing={writing} problem={problem} />
      <Checkbox checked={fraud} onChange={({ target }) => setFraud(target.checked)}>
        {t('assistance.fraud')}
      </Checkbox>
    </DockForm>
  );
}
