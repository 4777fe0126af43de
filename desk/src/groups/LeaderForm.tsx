// SPDX-License-Identifier: Apache-2.0
import { type GroupCard, setLeader } from '@lilong/contracts/registry-groups';
import { useWrite } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { byName, FoundPeople, useFindsPeople, usePeople } from '../institutions/FoundPeople.tsx';
import { dayAfter } from '../parts/days.ts';
import { blames, restOf } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import type { Finish } from '../registry/CardFrame.tsx';
import { useT } from '../words.ts';

interface LeaderFormProps {
  readonly card: GroupCard;
  readonly finish: Finish;
}

/** 定楼组长: somebody of the own committee is found and linked; anybody else is a name. */
export function LeaderForm({ card, finish }: LeaderFormProps): ReactNode {
  const t = useT();
  const write = useWrite(setLeader, { refreshes: ['registry'] });
  const [typed, setTyped] = useState({ name: '', phone: '', from: dayAfter(0) });
  const [chosen, setChosen] = useState(byName);
  const finds = useFindsPeople();
  const found = usePeople(typed.name);
  const one = found.find(({ person }) => person === chosen);
  const submit = async () => {
    const name = typed.name.trim();
    const who = one === undefined ? { name } : { person: one.person };
    const { phone, from } = typed;
    const sent = await write.send({ group: card.group, ...who, phone, from });
    if (sent !== undefined) finish(t('group.leader-done', { name: one?.name ?? name }));
  };
  const field = (name: keyof typeof typed) => ({
    value: typed[name],
    problem: blames(write.refusal, name),
    onChange: (text: string) => setTyped({ ...typed, [name]: text }),
  });
  return (
    <DockForm
      title={t('group.leader-title')}
      submit={t('group.leader-save')}
      pending={write.pending}
      problem={restOf(write.refusal, 'name', 'phone', 'from')}
      onSubmit={() => void submit()}
      onCancel={() => finish()}
    >
      {card.leader !== null && <p>{t('group.leader-replaces', { name: card.leader.name })}</p>}
      <TextField
        label={t('group.leader-name')}
        {...(finds ? { hint: t('group.leader-hint') } : {})}
        maxLength={60}
        {...field('name')}
      />
      {found.length > 0 && <FoundPeople found={found} chosen={chosen} onChange={setChosen} />}
      <TextField
        label={t('group.leader-phone')}
        hint={t('group.leader-phone-hint')}
        need="may"
        type="tel"
        maxLength={20}
        {...field('phone')}
      />
      <TextField label={t('group.leader-from')} type="date" {...field('from')} />
    </DockForm>
  );
}
