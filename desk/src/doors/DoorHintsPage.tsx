// SPDX-License-Identifier: Apache-2.0
// What committees have told of their doors: the street answers each with one tap; the committee reads what came of it.
import { type DoorHint, listDoorHints, settleDoorHint } from '@lilong/contracts/registry-doors';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { useMoment } from '@lilong/ui/words.tsx';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { Empty } from '../parts/Empty.tsx';
import { blames, restOf } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import { TextField } from '../parts/TextField.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useRole } from '../shell/session.ts';
import { useT } from '../words.ts';
import { BackToDoors } from './DoorTwinsPage.tsx';
import '../cases/case.css';
import '../cases/dock.css';
import '../registry/registry.css';
import '../registry/cards.css';
import '../registry/merging/merging.css';
import './doors.css';

export function DoorHintsPage(): ReactNode {
  const t = useT();
  const keeps = useRole() === 'street_leader';
  const { data, error, refetch } = useRead(listDoorHints, {});
  return (
    <div className="page">
      <BackToDoors />
      <header>
        <h1>{t('door-hints.title')}</h1>
        <p className="page-lead">{t(keeps ? 'door-hints.lead-street' : 'door-hints.lead')}</p>
      </header>
      {error !== null && <Refused problem={error.problem} again={refetch} />}
      {data === undefined && error === null && <Waiting rows={4} />}
      {data?.hints.length === 0 && (
        <Empty icon="pin" title={t('door-hints.none')}>
          <p>{t('door-hints.none-how')}</p>
        </Empty>
      )}
      {data !== undefined && data.hints.length > 0 && (
        <ul className="reg-people" aria-label={t('door-hints.title')}>
          {data.hints.map((hint) => (
            <Hint key={hint.hint} hint={hint} keeps={keeps} />
          ))}
        </ul>
      )}
    </div>
  );
}

interface HintProps {
  readonly hint: DoorHint;
  readonly keeps: boolean;
}

function Hint({ hint, keeps }: HintProps): ReactNode {
  const t = useT();
  const say = useMoment();
  const { line, otherLine, placeName, at, state, reason } = hint;
  return (
    <li className="door-hint">
      <span className="reg-who">
        <b lang="zh-CN">{line}</b>{' '}
        <span className={state === 'open' ? 'tag tag-soon' : 'tag'}>
          {t(`door-hints.state.${state}`)}
        </span>
      </span>
      <span className="reg-as">
        {otherLine === null ? (
          t('door-hints.is-missing')
        ) : (
          <span lang="zh-CN">{t('door-hints.is-same', { line: otherLine })}</span>
        )}
        {' · '}
        <span lang="zh-CN">{placeName}</span> · {say(at, 'day')}
      </span>
      {reason !== null && <span className="reg-as">{t('objection.why', { reason })}</span>}
      {keeps && state === 'open' && <Answer hint={hint} />}
    </li>
  );
}

interface AnswerProps {
  readonly hint: DoorHint;
}

function Answer({ hint: one }: AnswerProps): ReactNode {
  const t = useT();
  const write = useWrite(settleDoorHint, { refreshes: ['registry'] });
  const [refusing, setRefusing] = useState(false);
  const { hint, line, address, other } = one;
  if (refusing) return <Decline hint={hint} onCancel={() => setRefusing(false)} />;
  return (
    <>
      <Refused problem={write.refusal} />
      <div className="bar-buttons">
        {address === null || other === null ? (
          <Button
            type="primary"
            loading={write.pending}
            aria-label={t('door-hints.add-what', { line })}
            onClick={() => void write.send({ hint, accept: true })}
          >
            {t('doors.add-submit')}
          </Button>
        ) : (
          <Link
            to="/doors/merge/$address/$other"
            params={{ address: String(address), other: String(other) }}
            className="reg-go"
          >
            {t('doors.merge-look')}
          </Link>
        )}
        <Button
          aria-label={t('door-hints.decline-what', { line })}
          onClick={() => setRefusing(true)}
        >
          {t('door-hints.decline')}
        </Button>
      </div>
    </>
  );
}

interface DeclineProps {
  readonly hint: number;
  readonly onCancel: () => void;
}

function Decline({ hint, onCancel }: DeclineProps): ReactNode {
  const t = useT();
  const write = useWrite(settleDoorHint, { refreshes: ['registry'] });
  const [reason, setReason] = useState('');
  return (
    <DockForm
      title={t('door-hints.decline')}
      submit={t('door-hints.decline')}
      pending={write.pending}
      problem={restOf(write.refusal, 'reason')}
      onSubmit={() =>
        void write.send({ hint, accept: false, ...(reason === '' ? {} : { reason }) })
      }
      onCancel={onCancel}
    >
      <TextField
        label={t('objection.reason')}
        maxLength={200}
        problem={blames(write.refusal, 'reason')}
        value={reason}
        onChange={setReason}
      />
    </DockForm>
  );
}
