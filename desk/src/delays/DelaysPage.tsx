// SPDX-License-Identifier: Apache-2.0
import { type Delay, decideDelay, endDelay, listDelays } from '@lilong/contracts/registry-delays';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { useMoment } from '@lilong/ui/words.tsx';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Empty } from '../parts/Empty.tsx';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useDay } from '../registry/said.ts';
import { type Key, useT } from '../words.ts';
import { DelayForm } from './DelayForm.tsx';
import '../keeping/keeping.css';

/** 暂缓告知: what waits for an approval stands first. Nobody’s name but those of the staff is on this page. */
export function DelaysPage(): ReactNode {
  const t = useT();
  const read = useRead(listDelays, {});
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState('');
  const finish = (words = '') => {
    setOpen(false);
    setDone(words);
  };
  return (
    <div className="page page-narrow">
      <header>
        <h1>{t('delays.title')}</h1>
        <p className="page-lead">{t('delays.lead')}</p>
      </header>
      <p role="status" className={done === '' ? 'unseen' : 'note note-done'}>
        {done}
      </p>
      {read.error !== null && <Refused problem={read.error.problem} again={() => read.refetch()} />}
      {read.isPending && <Waiting rows={3} />}
      <section className="sheet-card" aria-label={t('delays.title')}>
        {read.data?.can.ask === true && !open && (
          <Button
            type="primary"
            icon={<Icon name="plus" size={18} />}
            onClick={() => setOpen(true)}
          >
            {t('delays.ask')}
          </Button>
        )}
        {open && <DelayForm latest={read.data?.latest ?? ''} finish={finish} />}
        {read.data?.delays.length === 0 && <Empty icon="check" title={t('delays.none')} />}
        <ul className="keeping-holds">
          {read.data?.delays.map((one) => (
            <One key={one.delay} one={one} onDone={setDone} />
          ))}
        </ul>
      </section>
    </div>
  );
}

interface OneProps {
  readonly one: Delay;
  readonly onDone: (words: string) => void;
}
const tags = {
  ...{ asked: 'tag tag-soon', approved: 'tag tag-done' },
  ...{ refused: 'tag', ended: 'tag', over: 'tag' },
} as const;

function One({ one, onDone }: OneProps): ReactNode {
  const t = useT();
  const say = useMoment();
  const day = useDay();
  const { number, basis, organisationName, role, askerName, askedAt, until, state, approvals } =
    one;
  const roleOf = (of: string) => t(`role.${of}` as Key);
  return (
    <li>
      <div>
        <b>{t('delays.of', { number })}</b>
        <span className={tags[state]}>
          {t(`delays.state.${state}`, { count: approvals.length })}
        </span>
        <p>{basis}</p>
        <small>
          {t('delays.asked-by', {
            ...{ name: askerName, organisation: organisationName, role: roleOf(role) },
            ...{ at: say(askedAt), until: day(until) },
          })}
        </small>
        {approvals.map(({ name, role: of, organisationName: office, at }) => (
          <small key={at + name}>
            {t('delays.approved-by', { name, organisation: office, role: roleOf(of), at: say(at) })}
          </small>
        ))}
        {one.endedAt !== null && <small>{t('delays.ended-at', { at: say(one.endedAt) })}</small>}
      </div>
      <Buttons one={one} onDone={onDone} />
    </li>
  );
}

function Buttons({ one, onDone }: OneProps): ReactNode {
  const t = useT();
  const decide = useWrite(decideDelay, { refreshes: ['registry'] });
  const end = useWrite(endDelay, { refreshes: ['registry'] });
  const { delay, number, can } = one;
  const pending = decide.pending || end.pending;
  async function say(approve: boolean): Promise<void> {
    const made = await decide.send({ delay, approve });
    if (made !== undefined) onDone(t(approve ? 'delays.approved' : 'delays.refused'));
  }
  async function stop(): Promise<void> {
    if ((await end.send({ delay })) !== undefined) onDone(t('delays.ended'));
  }
  return (
    <>
      {(can.decide || can.end) && (
        <fieldset className="bar-buttons" aria-label={t('delays.of', { number })}>
          {can.decide && (
            <>
              <Button disabled={pending} onClick={() => void say(true)}>
                {t('delays.approve')}
              </Button>
              <Button disabled={pending} onClick={() => void say(false)}>
                {t('delays.refuse')}
              </Button>
            </>
          )}
          {can.end && !can.decide && (
            <Button disabled={pending} onClick={() => void stop()}>
              {t('delays.end')}
            </Button>
          )}
        </fieldset>
      )}
      <Refused problem={decide.refusal ?? end.refusal} />
    </>
  );
}
