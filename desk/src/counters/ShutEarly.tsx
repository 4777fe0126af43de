// SPDX-License-Identifier: Apache-2.0
import { closeEarly, sendHome, withdrawPlan } from '@lilong/contracts/counters-hall';
import { useWrite } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { blames, restOf } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import { spansWords } from './hours-said.ts';
import { type Hall, timeOf } from './said.ts';
import { useSettling } from './Unsettled.tsx';

/** When the hall is open today; it shuts early, and who remains is told. */
export function ShutEarly({ hall }: { readonly hall: Hall }): ReactNode {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const canShut = hall.closing === null && hall.open;
  return (
    <section className="part" aria-label={t('early.title')}>
      <p className="hall-today">
        <span className={hall.open ? 'tag tag-done' : 'tag'}>
          {t(hall.open ? 'hall.open-now' : 'hall.shut-now')}
        </span>
        {t('hall.today', { spans: spansWords(t, hall.today) })}
        {canShut && !asking && (
          <Button size="small" onClick={() => setAsking(true)}>
            {t('early.ask')}
          </Button>
        )}
      </p>
      {asking && canShut && <Ask hall={hall} onDone={() => setAsking(false)} />}
      {hall.closing !== null && <Shut hall={hall} closing={hall.closing} />}
    </section>
  );
}

interface AskProps {
  readonly hall: Hall;
  readonly onDone: () => void;
}
function Ask({ hall, onDone }: AskProps): ReactNode {
  const t = useT();
  const close = useWrite(closeEarly, { refreshes: ['counters'] });
  /** Nothing is now, however long the reason takes to be written. */
  const [time, setTime] = useState<string>();
  const [why, setWhy] = useState('');
  const when = time === undefined ? {} : { time };
  const { settle, note } = useSettling(hall.centre, time === '' ? undefined : { early: when });
  async function send(): Promise<void> {
    const input = { centre: hall.centre, why: why.trim(), ...when, settle };
    if ((await close.send(input)) !== undefined) onDone();
  }
  return (
    <form
      className="hall-early sheet-card"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label className="field">
        <span className="field-label">{t('early.time')}</span>
        <input
          type="time"
          className="hall-time"
          value={time ?? timeOf(hall.now)}
          required
          onChange={({ target }) => setTime(target.value)}
        />
        {blames(close.refusal, 'time') !== undefined && <Refused problem={close.refusal} />}
      </label>
      <TextField
        label={t('early.why')}
        hint={t('early.why-hint')}
        value={why}
        maxLength={100}
        problem={blames(close.refusal, 'why')}
        onChange={setWhy}
      />
      <p className="field-hint">{t('early.what')}</p>
      {note}
      <p className="bar-buttons">
        <Button type="primary" htmlType="submit" loading={close.pending}>
          {t('early.yes')}
        </Button>
        <Button onClick={onDone}>{t('form.cancel')}</Button>
      </p>
      <Refused problem={restOf(close.refusal, 'time', 'why')} />
    </form>
  );
}

interface ShutProps {
  readonly hall: Hall;
  readonly closing: NonNullable<Hall['closing']>;
}
/** Who remains: they may still be called, or are told that it is over for today. */
function Shut({ hall, closing: { at, why, plan } }: ShutProps): ReactNode {
  const t = useT();
  const back = useWrite(withdrawPlan, { refreshes: ['counters'] });
  const home = useWrite(sendHome, { refreshes: ['counters'] });
  const [asked, setAsked] = useState(false);
  const left = [...hall.line, ...hall.aside];
  const send = () => home.send({ centre: hall.centre, tickets: left.map(({ ticket }) => ticket) });
  return (
    <div className="note note-wait hall-shut" role="status">
      <Icon name="clock" size={20} />
      <div>
        <p>
          <b>{t('early.set', { at })}</b> <span lang="zh-CN">{why}</span>
        </p>
        <p>{t('early.left', { count: left.length })}</p>
        {left.length > 0 && (
          <p className="hall-left">{left.map(({ number }) => number).join(' ')}</p>
        )}
        {home.reply !== undefined && <p>{t('early.sent', { count: home.reply.moved.length })}</p>}
        <p className="bar-buttons">
          {left.length > 0 && (
            <Button
              danger={asked}
              loading={home.pending}
              onClick={() => (asked ? void send() : setAsked(true))}
            >
              {t(asked ? 'early.home-yes' : 'early.home', { count: left.length })}
            </Button>
          )}
          <Button loading={back.pending} onClick={() => void back.send({ plan })}>
            {t('early.undo')}
          </Button>
        </p>
        <Refused problem={home.refusal ?? back.refusal} />
      </div>
    </div>
  );
}
