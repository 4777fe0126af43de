// SPDX-License-Identifier: Apache-2.0
import { setWindow } from '@lilong/contracts/counters-hall';
import { useWrite } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { useT } from '../words.ts';
import { useSettleFirst } from './SettleFirst.tsx';
import { type Hall, useServiceName } from './said.ts';
import { WindowEdit } from './WindowEdit.tsx';

interface WindowRowProps {
  readonly window: Hall['windows'][number];
  readonly hall: Hall;
}

/** One window: open or closed by one press, and what it does by a tick each; its name behind a pen. */
export function WindowRow({ window, hall }: WindowRowProps): ReactNode {
  const t = useT();
  const set = useWrite(setWindow, { refreshes: ['counters'] });
  const [editing, setEditing] = useState(false);
  const { name, open, number } = window;
  const manages = hall.can.manage;
  return (
    <li className="hall-window">
      <b lang="zh-CN">{name}</b>
      <span className={open ? 'tag tag-done' : 'tag'}>
        {t(open ? 'hall.window-open' : 'hall.window-shut')}
      </span>
      <Does window={window} hall={hall} disabled={!manages} />
      <span className="hall-busy">{number !== null && t('hall.busy', { number })}</span>
      {manages && (
        <span className="hall-acts">
          <Button
            loading={set.pending}
            aria-label={t(open ? 'hall.close-what' : 'hall.open-what', { window: name })}
            onClick={() => void set.send({ window: window.window, open: !open })}
          >
            {t(open ? 'hall.close' : 'hall.open')}
          </Button>
          <Button
            type="text"
            icon={<Icon name="edit" size={18} />}
            aria-label={t('hall.edit', { window: name })}
            aria-expanded={editing}
            onClick={() => setEditing(!editing)}
          />
        </span>
      )}
      <Refused problem={set.refusal} />
      {editing && (
        <WindowEdit centre={hall.centre} window={window} onDone={() => setEditing(false)} />
      )}
    </li>
  );
}

interface DoesProps extends WindowRowProps {
  readonly disabled: boolean;
}
function Does({ window, hall, disabled }: DoesProps): ReactNode {
  const t = useT();
  const name = useServiceName();
  const set = useWrite(setWindow, { refreshes: ['counters'] });
  const [empty, setEmpty] = useState(false);
  const [wanted, setWanted] = useState<readonly string[]>([]);
  const { first, pending, question } = useSettleFirst(hall.centre);
  const busy = set.pending || pending;
  const shown = busy ? wanted : window.services;
  const no = { window: window.window };
  function change(service: string, does: boolean): void {
    if (busy) return;
    const services = does ? [...shown, service] : shown.filter((one) => one !== service);
    setEmpty(services.length === 0);
    setWanted(services);
    if (services.length === 0) return;
    if (does) void set.send({ ...no, services });
    else
      first(
        { window: { ...no, services } },
        (settle) => void set.send({ ...no, services, settle }),
      );
  }
  return (
    <fieldset className="hall-does" disabled={disabled}>
      <legend className="unseen">{t('hall.can', { window: window.name })}</legend>
      {hall.services.map((line) => (
        <label key={line.service}>
          <input
            type="checkbox"
            checked={shown.includes(line.service)}
            onChange={({ target }) => change(line.service, target.checked)}
          />
          {name(line)}
        </label>
      ))}
      {empty && (
        <p className="field-fault" role="alert">
          {t('hall.at-least-one')}
        </p>
      )}
      <Refused problem={set.refusal} />
      {question}
    </fieldset>
  );
}
