// SPDX-License-Identifier: Apache-2.0
import { callBackRater } from '@lilong/contracts/ratings';
import { useWrite } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { useT } from '../words.ts';
import type { ActProps } from './Acts.tsx';
import { Choose } from './Choose.tsx';
import { SayForm } from './SayForm.tsx';

const yesNo = ['yes', 'no'] as const;
type YesNo = (typeof yesNo)[number];

interface Told {
  readonly reached?: YesNo;
  readonly solved?: YesNo;
  readonly satisfied?: YesNo;
}
const isWhole = ({ reached, solved, satisfied }: Told): boolean =>
  reached === 'no' || (reached === 'yes' && solved !== undefined && satisfied !== undefined);

/** 回访: what they said on the telephone; their own word, when they write it, stands above this. */
export function CallBackForm({ page, onDone }: ActProps): ReactNode {
  const write = useWrite(callBackRater, { refreshes: ['ratings'] });
  const [told, setTold] = useState<Told>({});
  const { ref, version } = page;
  const { solved, satisfied } = told;
  const reached = told.reached === 'yes';
  const said = reached ? { solved: solved === 'yes', satisfied: satisfied === 'yes' } : {};
  return (
    <SayForm
      title="ratings.act-call_back"
      ask="ratings.words"
      need="may"
      blocked={!isWhole(told)}
      write={write}
      onSend={(words) =>
        write.send({ ref, version, reached, ...said, ...(words === '' ? {} : { words }) })
      }
      onDone={onDone}
    >
      <Asked name="reached" told={told} onTell={setTold} />
      {reached && <Asked name="solved" told={told} onTell={setTold} />}
      {reached && <Asked name="satisfied" told={told} onTell={setTold} />}
    </SayForm>
  );
}

interface AskedProps {
  readonly name: keyof Told;
  readonly told: Told;
  readonly onTell: (told: Told) => void;
}
function Asked({ name, told, onTell }: AskedProps): ReactNode {
  const t = useT();
  return (
    <Choose
      label={t(name === 'reached' ? 'ratings.reached' : `ratings.measure-${name}`)}
      value={told[name]}
      onChange={(value) => onTell({ ...told, [name]: value })}
      options={yesNo.map((value) => ({ value, words: t(`ratings.${name}-${value}`) }))}
    />
  );
}
