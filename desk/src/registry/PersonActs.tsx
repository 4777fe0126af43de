// SPDX-License-Identifier: Apache-2.0
import { moveOut, type PersonCard, recordDeath } from '@lilong/contracts/registry';
import { useWrite } from '@lilong/ui/client.ts';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { dayAfter } from '../parts/days.ts';
import { blames } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import { ActForm } from './ActForm.tsx';
import { PutLabel } from './PutLabel.tsx';

interface ActProps {
  readonly card: PersonCard;
  readonly onDone: () => void;
}
const acts = ['label', 'out', 'death'] as const;
type Act = (typeof acts)[number];

/** What a worker records of a person: what only she knows, that they left, that they died. */
export function PersonActs({ card }: { readonly card: PersonCard }): ReactNode {
  const t = useT();
  const [act, setAct] = useState<Act>();
  const done = () => setAct(undefined);
  const lives = card.presences.some(({ role }) => role === 'lives');
  if (act === 'label') return <PutLabel card={card} onDone={done} />;
  if (act === 'out') return <MoveOut card={card} onDone={done} />;
  if (act === 'death') return <Death card={card} onDone={done} />;
  return (
    <div className="acts">
      {acts
        .filter((one) => one !== 'out' || lives)
        .map((one) => (
          <Button key={one} onClick={() => setAct(one)}>
            {t(`act.${one}`)}
          </Button>
        ))}
    </div>
  );
}

function MoveOut({ card, onDone }: ActProps): ReactNode {
  const t = useT();
  const [on, setOn] = useState(dayAfter(0));
  const out = useWrite(moveOut, { refreshes: ['registry'] });
  return (
    <ActForm
      title={t('act.out')}
      submit={t('act.out-do')}
      pending={out.pending}
      problem={out.refusal?.field === 'on' ? undefined : out.refusal}
      onSubmit={async () => {
        if ((await out.send({ person: card.person, on })) !== undefined) onDone();
      }}
      onCancel={onDone}
    >
      <p>{t('act.out-follows', { name: card.name })}</p>
      <TextField
        label={t('act.last-day')}
        type="date"
        problem={blames(out.refusal, 'on')}
        value={on}
        onChange={setOn}
      />
    </ActForm>
  );
}

function Death({ card, onDone }: ActProps): ReactNode {
  const t = useT();
  const [on, setOn] = useState('');
  const died = useWrite(recordDeath, { refreshes: ['registry'] });
  return (
    <ActForm
      title={t('act.death')}
      submit={t('act.death-do')}
      grave
      pending={died.pending}
      problem={died.refusal?.field === 'on' ? undefined : died.refusal}
      onSubmit={async () => {
        if ((await died.send({ person: card.person, on })) !== undefined) onDone();
      }}
      onCancel={onDone}
    >
      <p>{t('act.death-follows', { name: card.name })}</p>
      <TextField
        label={t('act.death-day')}
        type="date"
        problem={blames(died.refusal, 'on')}
        value={on}
        onChange={setOn}
      />
    </ActForm>
  );
}
