// SPDX-License-Identifier: Apache-2.0
import {
  endGroup,
  groupCard,
  renameGroup,
  type GroupCard as Shape,
} from '@lilong/contracts/registry-groups';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { BackLink } from '../parts/BackLink.tsx';
import { blames, restOf } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import { type Act, CardFrame, type Finish, NotYet } from '../registry/CardFrame.tsx';
import { useDay } from '../registry/said.ts';
import { useT } from '../words.ts';
import { DoorsForm } from './DoorsForm.tsx';
import { Counts } from './GroupsPage.tsx';
import { Leader } from './Leader.tsx';
import { LeaderForm } from './LeaderForm.tsx';
import '../cases/case.css';
import '../cases/dock.css';
import '../registry/registry.css';
import '../registry/cards.css';
import '../institutions/institutions.css';
import './groups.css';

/** One 楼组: its doors, who looks after it. */
export function GroupPage(): ReactNode {
  const { group } = useParams({ from: '/groups/$group' });
  const read = useRead(groupCard, { group });
  if (read.data !== undefined) return <Card key={group} card={read.data} />;
  return <NotYet back={<Back />} problem={read.error?.problem} again={read.refetch} />;
}

function Back(): ReactNode {
  const t = useT();
  return <BackLink to="/groups">{t('group.back')}</BackLink>;
}

interface CardProps {
  readonly card: Shape;
}

function Card({ card }: CardProps): ReactNode {
  const t = useT();
  const say = useDay();
  return (
    <div className="inst-card">
      <CardFrame
        acts={card.can.change ? ['doors', 'leader', 'rename', 'dissolve'] : []}
        form={(act, finish) => <GroupAct act={act} card={card} finish={finish} />}
        back={<Back />}
      >
        <header className="case-head">
          <h1 className="case-title reg-title" lang="zh-CN">
            {card.name}
          </h1>
          <p className="reg-facts">
            <span lang="zh-CN">{card.placeName}</span>
            <span>
              <Counts of={card} />
            </span>
            {card.to !== null && (
              <span className="tag">{t('group.ended', { day: say(card.to) })}</span>
            )}
          </p>
        </header>
        <Leader card={card} />
        <Doors card={card} />
      </CardFrame>
    </div>
  );
}

/** Doors by lane, as they are written on letters. */
function Doors({ card }: CardProps): ReactNode {
  const t = useT();
  const lanes = [...Map.groupBy(card.own, ({ lane }) => lane)];
  return (
    <section className="part">
      <h2>{t('group.own')}</h2>
      {lanes.length === 0 && <p className="reg-none-yet">{t('group.own-none')}</p>}
      {lanes.map(([lane, doors]) => (
        <p key={lane} className="group-lane" lang="zh-CN">
          <b>{lane}</b> {doors.map(({ line }) => line.slice(lane.length)).join('、')}
        </p>
      ))}
    </section>
  );
}

interface ActProps extends CardProps {
  readonly act: Act;
  readonly finish: Finish;
}

function GroupAct({ act, card, finish }: ActProps): ReactNode {
  if (act === 'doors') return <DoorsForm card={card} finish={finish} />;
  if (act === 'leader') return <LeaderForm card={card} finish={finish} />;
  if (act === 'dissolve') return <EndForm card={card} finish={finish} />;
  return <RenameForm card={card} finish={finish} />;
}

type FormProps = Omit<ActProps, 'act'>;

function RenameForm({ card, finish }: FormProps): ReactNode {
  const t = useT();
  const write = useWrite(renameGroup, { refreshes: ['registry'] });
  const [name, setName] = useState(card.name);
  const submit = async () =>
    (await write.send({ group: card.group, name: name.trim() })) !== undefined &&
    finish(t('group.renamed'));
  return (
    <DockForm
      title={t('group.rename-title')}
      submit={t('group.doors-save')}
      pending={write.pending}
      problem={restOf(write.refusal, 'name')}
      onSubmit={() => void submit()}
      onCancel={() => finish()}
    >
      <TextField
        label={t('groups.name')}
        maxLength={40}
        problem={blames(write.refusal, 'name')}
        value={name}
        onChange={setName}
      />
    </DockForm>
  );
}

function EndForm({ card, finish }: FormProps): ReactNode {
  const t = useT();
  const write = useWrite(endGroup, { refreshes: ['registry'] });
  const submit = async () =>
    (await write.send({ group: card.group })) !== undefined && finish(t('group.end-done'));
  return (
    <DockForm
      title={t('group.end-title', { name: card.name })}
      submit={t('group.end-submit')}
      grave
      pending={write.pending}
      problem={write.refusal}
      onSubmit={() => void submit()}
      onCancel={() => finish()}
    >
      <p>{t('group.end-why')}</p>
    </DockForm>
  );
}
