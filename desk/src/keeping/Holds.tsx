// SPDX-License-Identifier: Apache-2.0
import { type Hold, liftHold, listHolds } from '@lilong/contracts/registry-keeping';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { useDay } from '../registry/said.ts';
import { useRole } from '../shell/session.ts';
import { type Key, useT } from '../words.ts';
import { HoldForm } from './HoldForm.tsx';

/** 保全: what is kept by an order, however old it is. */
export function Holds(): ReactNode {
  const t = useT();
  const role = useRole();
  const read = useRead(listHolds, {});
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState('');
  const holds = read.data?.holds ?? [];
  const finish = (words = '') => {
    setOpen(false);
    setDone(words);
  };
  return (
    <section className="sheet-card" aria-labelledby="keeping-holds">
      <h2 id="keeping-holds">{t('hold.title')}</h2>
      <p className="page-lead">{t('hold.lead')}</p>
      <Refused problem={read.error?.problem} />
      <p role="status" className={done === '' ? 'unseen' : 'note note-done'}>
        {done}
      </p>
      {read.data !== undefined && holds.length === 0 && <p>{t('hold.none')}</p>}
      <ul className="keeping-holds">
        {holds.map((one) => (
          <One key={one.hold} one={one} onDone={setDone} />
        ))}
      </ul>
      {role === 'safety_admin' && !open && read.data !== undefined && (
        <Button type="primary" icon={<Icon name="plus" size={18} />} onClick={() => setOpen(true)}>
          {t('hold.make')}
        </Button>
      )}
      {open && <HoldForm sources={read.data?.sources ?? []} finish={finish} />}
    </section>
  );
}

interface OneProps {
  readonly one: Hold;
  readonly onDone: (words: string) => void;
}

function One({ one, onDone }: OneProps): ReactNode {
  const t = useT();
  const day = useDay();
  const [asking, setAsking] = useState(false);
  const lift = useWrite(liftHold, { refreshes: ['registry'] });
  const { hold, number, source, reason, organisationName, role, from, until, holds } = one;
  const what = number ?? source ?? '';
  async function submit(): Promise<void> {
    if ((await lift.send({ hold })) !== undefined) onDone(t('hold.lifted', { what }));
  }
  return (
    <li>
      <div>
        <b>{t(number === null ? 'hold.of-source' : 'hold.of-person', { what })}</b>
        <span className={holds ? 'tag tag-soon' : 'tag'}>{t(holds ? 'hold.on' : 'hold.over')}</span>
        <p>{reason}</p>
        <small>
          {t('hold.by', {
            ...{ organisation: organisationName, role: t(`role.${role}` as Key) },
            ...{ from: day(from.slice(0, 10)), until: day(until) },
          })}
        </small>
      </div>
      {one.can.lift && !asking && (
        <Button aria-label={t('hold.lift-of', { what })} onClick={() => setAsking(true)}>
          {t('hold.lift')}
        </Button>
      )}
      {asking && one.can.lift && (
        <fieldset className="bar-buttons" aria-label={t('hold.lift-of', { what })}>
          <p>{t('hold.lift-why')}</p>
          <Button danger disabled={lift.pending} onClick={() => void submit()}>
            {t('hold.lift')}
          </Button>
          <Button onClick={() => setAsking(false)}>{t('hold.keep')}</Button>
        </fieldset>
      )}
      <Refused problem={lift.refusal} />
    </li>
  );
}
