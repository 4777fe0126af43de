// SPDX-License-Identifier: Apache-2.0
import {
  type CrowdColumn,
  type CrowdConditions,
  type CrowdLine,
  changeCrowd,
  dropCrowd,
  keepCrowd,
} from '@lilong/contracts/registry-crowds';
import { useWrite } from '@lilong/ui/client.ts';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { blames, restOf } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';

interface KeepProps {
  readonly conditions: CrowdConditions;
  readonly columns: readonly CrowdColumn[];
  readonly kept: CrowdLine | undefined;
}

/** Kept under a name; changed, and thrown away, by whoever of the office needs to. */
export function Keep({ conditions, columns, kept }: KeepProps): ReactNode {
  const t = useT();
  const go = useNavigate();
  const [name, setName] = useState(kept?.name ?? '');
  const [day, setDay] = useState(kept?.due === true ? '' : (kept?.lookAgain ?? ''));
  const first = useWrite(keepCrowd, { refreshes: ['registry'] });
  const again = useWrite(changeCrowd, { refreshes: ['registry'] });
  const [done, setDone] = useState(false);
  const write = kept === undefined ? first : again;
  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    const said = { name, conditions, columns: [...columns] };
    const input = { ...said, ...(day === '' ? {} : { lookAgain: day }) };
    if (kept === undefined) {
      const reply = await first.send(input);
      if (reply !== undefined) void go({ to: '/crowds', search: { crowd: reply.crowd } });
    } else {
      setDone((await again.send({ ...input, crowd: kept.crowd })) !== undefined);
    }
  }
  return (
    <form className="form crowd-keep" noValidate onSubmit={(event) => void send(event)}>
      <Refused problem={restOf(write.refusal, 'name', 'lookAgain')} />
      <TextField
        label={t('crowds.name')}
        maxLength={40}
        problem={blames(write.refusal, 'name')}
        value={name}
        onChange={setName}
      />
      <TextField
        label={t('crowds.look-again')}
        need="may"
        type="date"
        problem={blames(write.refusal, 'lookAgain')}
        value={day}
        onChange={setDay}
      />
      <div className="crowd-pages">
        <Button type="primary" size="large" htmlType="submit" loading={write.pending}>
          {t(kept === undefined ? 'crowds.keep' : 'crowds.save')}
        </Button>
        {kept !== undefined && <Drop crowd={kept.crowd} />}
      </div>
      <p role="status">{done ? t('crowds.kept-done') : ''}</p>
    </form>
  );
}

function Drop({ crowd }: { readonly crowd: number }): ReactNode {
  const t = useT();
  const go = useNavigate();
  const [sure, setSure] = useState(false);
  const write = useWrite(dropCrowd, { refreshes: ['registry'] });
  const drop = async () =>
    (await write.send({ crowd })) !== undefined && void go({ to: '/crowds', search: {} });
  return (
    <Button size="large" danger onClick={() => (sure ? void drop() : setSure(true))}>
      {t(sure ? 'crowds.drop-sure' : 'crowds.drop')}
    </Button>
  );
}
