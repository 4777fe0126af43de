// SPDX-License-Identifier: Apache-2.0
import { demoDoors, signInDemo } from '@lilong/contracts/identity';
import { useWrite } from '@lilong/ui/client.ts';
import { Icon, type IconName } from '@lilong/ui/Icons.tsx';
import { type ReactNode, useState } from 'react';
import { Refused } from '../parts/Refused.tsx';
import type { Who } from '../session/me.ts';
import { useT } from '../words/use.ts';
import { StaffNote } from './Entrances.tsx';

type Door = (typeof demoDoors)[number];
/** A second office behind the same kind of door: the first has cases to settle, this one labels to supply. */
const civil = '黄浦区民政局';
const icons: Record<Door, IconName> = {
  resident: 'home',
  committee_worker: 'people',
  dispatcher: 'case',
  department_officer: 'wrench',
  crew: 'street',
  checker: 'check',
  street_leader: 'flag',
  counter_clerk: 'list',
  centre_manager: 'clock',
  district: 'figures',
  city: 'city',
  item_owner: 'note',
  system_admin: 'settings',
  safety_admin: 'key',
  auditor: 'shield',
};

/** One click signs in as one of the invented people. */
export function Doors({ who }: { who: Who }): ReactNode {
  const t = useT();
  const signIn = useWrite(signInDemo, { refreshes: ['me', 'my'] });
  const [opening, setOpening] = useState<Door | typeof civil>();
  async function open(door: Door, office?: typeof civil): Promise<void> {
    setOpening(office ?? door);
    const me = await signIn.send({ as: door, ...(office === undefined ? {} : { office }) });
    if (me?.kind === 'staff') location.assign('/desk/');
    else setOpening(undefined);
  }
  return (
    <section className="doors" aria-labelledby="doors">
      {who.state === 'staff' && <StaffNote me={who.me} />}
      <h2 id="doors">{t('door.title')}</h2>
      <Refused refusal={signIn.refusal} />
      <ul>
        {demoDoors.map((door) => (
          <li key={door}>
            <DoorButton
              busy={opening === door}
              disabled={signIn.pending}
              icon={icons[door]}
              lit={door === 'resident'}
              name={t(`role.${door}`)}
              what={t(`door.${door}`)}
              onOpen={() => void open(door)}
            />
          </li>
        ))}
        <li>
          <DoorButton
            busy={opening === civil}
            disabled={signIn.pending}
            icon="document"
            name={t('door.civil-name')}
            what={t('door.civil')}
            onOpen={() => void open('department_officer', civil)}
          />
        </li>
      </ul>
    </section>
  );
}

interface DoorButtonProps {
  readonly busy: boolean;
  readonly disabled: boolean;
  readonly icon: IconName;
  readonly lit?: boolean;
  readonly name: string;
  readonly what: string;
  readonly onOpen: () => void;
}

function DoorButton({ busy, disabled, icon, lit, name, what, onOpen }: DoorButtonProps): ReactNode {
  return (
    <button type="button" aria-busy={busy} disabled={disabled} onClick={onOpen}>
      <i className={lit === true ? 'arch on' : 'arch'}>
        <Icon name={icon} />
      </i>
      <b>{name}</b>
      <span>{what}</span>
    </button>
  );
}
