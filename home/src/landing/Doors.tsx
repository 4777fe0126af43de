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
const icons: Record<Door, IconName> = {
  resident: 'home',
  committee_worker: 'people',
  dispatcher: 'case',
  department_officer: 'wrench',
  crew: 'street',
  checker: 'check',
  street_leader: 'flag',
  district: 'figures',
  city: 'city',
  system_admin: 'settings',
  safety_admin: 'key',
  auditor: 'shield',
};

/** One click signs in as one of the invented people. */
export function Doors({ who }: { who: Who }): ReactNode {
  const t = useT();
  const signIn = useWrite(signInDemo, { refreshes: ['me', 'my'] });
  const [opening, setOpening] = useState<Door>();
  async function open(door: Door): Promise<void> {
    setOpening(door);
    const me = await signIn.send({ as: door });
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
            <button
              type="button"
              aria-busy={opening === door}
              disabled={signIn.pending}
              onClick={() => void open(door)}
            >
              <i className={door === 'resident' ? 'arch on' : 'arch'}>
                <Icon name={icons[door]} />
              </i>
              <b>{t(`role.${door}`)}</b>
              <span>{t(`door.${door}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
