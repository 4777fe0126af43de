// SPDX-License-Identifier: Apache-2.0
import { type GroupLine, listGroups, putGroup } from '@lilong/contracts/registry-groups';
import type { ReplyOf } from '@lilong/contracts/route';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { Empty } from '../parts/Empty.tsx';
import { blames, restOf } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import { PickField, TextField } from '../parts/TextField.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useRole } from '../shell/session.ts';
import { useT } from '../words.ts';
import '../cases/dock.css';
import '../institutions/institutions.css';
import '../registry/registry.css';
import '../staff/staff.css';

type Reply = ReplyOf<typeof listGroups>;

/** 楼组 of the committee: how many doors and people each has, and who looks after it. */
export function GroupsPage(): ReactNode {
  const t = useT();
  const read = useRead(listGroups, {});
  const [adding, setAdding] = useState(false);
  const places = read.data?.places ?? [];
  return (
    <div className="page">
      <header>
        <h1>{t('groups.title')}</h1>
        <p className="page-lead">{t('groups.lead')}</p>
        {places.length > 0 && !adding && (
          <div className="page-acts">
            <Button
              type="primary"
              icon={<Icon name="plus" size={18} />}
              onClick={() => setAdding(true)}
            >
              {t('groups.add')}
            </Button>
          </div>
        )}
      </header>
      {adding && <MakeForm places={places} onCancel={() => setAdding(false)} />}
      {read.error !== null && <Refused problem={read.error.problem} again={() => read.refetch()} />}
      {read.isPending && <Waiting rows={4} />}
      {read.data !== undefined && <Rows found={read.data} />}
    </div>
  );
}

function Rows({ found: { groups, free } }: { readonly found: Reply }): ReactNode {
  const t = useT();
  return (
    <div className="inst-rows">
      {free !== null && free > 0 && <p>{t('groups.free', { count: free })}</p>}
      {groups.length === 0 ? (
        <Empty icon="home" title={t('groups.none')}>
          <p>{t('groups.none-how')}</p>
        </Empty>
      ) : (
        <ul aria-label={t('groups.rows')}>
          {groups.map((line) => (
            <Row key={line.group} line={line} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Row({ line }: { readonly line: GroupLine }): ReactNode {
  const t = useT();
  const { group, name, placeName, leader } = line;
  return (
    <li className="inst-row">
      <Link to="/groups/$group" params={{ group }} className="inst-name">
        <b lang="zh-CN">{name}</b>
        <small>
          <span lang="zh-CN">{placeName}</span> · <Counts of={line} /> ·{' '}
          {leader === null ? t('groups.no-leader') : t('groups.leader', { name: leader.name })}
        </small>
      </Link>
    </li>
  );
}

/** Above the committee nobody is told how many live there. */
export function Counts({
  of: { doors, homes, people },
}: {
  readonly of: Pick<GroupLine, 'doors' | 'homes' | 'people'>;
}): ReactNode {
  const t = useT();
  const parts = [
    t('groups.doors', { count: doors }),
    ...(homes === null ? [] : [t('groups.homes', { count: homes })]),
    ...(people === null ? [] : [t('groups.people', { count: people })]),
  ];
  return <>{parts.join(t('list.join'))}</>;
}

interface MakeFormProps {
  readonly places: Reply['places'];
  readonly onCancel: () => void;
}

function MakeForm({ places, onCancel }: MakeFormProps): ReactNode {
  const t = useT();
  const navigate = useNavigate();
  const write = useWrite(putGroup, { refreshes: ['registry'] });
  const [name, setName] = useState('');
  const isStreet = useRole() === 'street_leader';
  const [place, setPlace] = useState(isStreet ? undefined : places[0]?.place);
  const submit = async () => {
    const at = place === undefined ? {} : { place };
    const made = await write.send({ name: name.trim(), ...at });
    if (made !== undefined) void navigate({ to: '/groups/$group', params: made });
  };
  return (
    <section className="inst-new">
      <DockForm
        title={t('groups.add')}
        submit={t('groups.save')}
        pending={write.pending}
        problem={restOf(write.refusal, 'name', 'place')}
        onSubmit={() => void submit()}
        onCancel={onCancel}
      >
        <TextField
          label={t('groups.name')}
          hint={t('groups.name-hint')}
          maxLength={40}
          problem={blames(write.refusal, 'name')}
          value={name}
          onChange={setName}
        />
        {places.length > 1 && (
          <PickField
            label={t('groups.place')}
            problem={blames(write.refusal, 'place')}
            value={place}
            options={places.map((one) => ({ value: one.place, label: one.name }))}
            onChange={setPlace}
          />
        )}
      </DockForm>
    </section>
  );
}
