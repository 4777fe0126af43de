// SPDX-License-Identifier: Apache-2.0
import {
  type GroupCard,
  revealLeader,
  type Leader as Shape,
} from '@lilong/contracts/registry-groups';
import { useWrite } from '@lilong/ui/client.ts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { OpenPhone } from '../institutions/OpenPhone.tsx';
import { useDay } from '../registry/said.ts';
import { useHolder } from '../shell/session.ts';
import { useT } from '../words.ts';

/** Who looks after the group now; below, folded, who did. */
export function Leader({ card }: { readonly card: GroupCard }): ReactNode {
  const t = useT();
  const { leader, past } = card;
  return (
    <section className="part">
      <h2>{t('group.leader')}</h2>
      {leader === null ? (
        <p className="reg-none-yet">{t('groups.no-leader')}</p>
      ) : (
        <div className="inst-member">
          <Who leader={leader} />
          {leader.phone !== null && (
            <Phone group={card.group} name={leader.name} masked={leader.phone} />
          )}
        </div>
      )}
      {past.length > 0 && (
        <details>
          <summary>{t('group.past', { count: past.length })}</summary>
          {past.map((one) => (
            <Who key={`${one.from} ${one.name}`} leader={one} />
          ))}
        </details>
      )}
    </section>
  );
}

function Who({ leader: { person, name, from, to } }: { readonly leader: Shape }): ReactNode {
  const t = useT();
  const say = useDay();
  const { role } = useHolder().post;
  const called = <b lang="zh-CN">{name}</b>;
  return (
    <p className="inst-office">
      {person !== null && role === 'committee_worker' ? (
        <Link to="/people/$person" params={{ person: String(person) }} className="reg-go">
          {called}
        </Link>
      ) : (
        called
      )}
      <small>
        {to === null
          ? t('group.since', { day: say(from) })
          : t('group.span', { from: say(from), to: say(to) })}
      </small>
    </p>
  );
}

interface PhoneProps {
  readonly group: string;
  readonly name: string;
  readonly masked: string;
}

function Phone({ group, name, masked }: PhoneProps): ReactNode {
  const write = useWrite(revealLeader);
  return (
    <OpenPhone
      name={name}
      masked={masked}
      write={write}
      onPurpose={(purpose) => write.send({ group, purpose })}
    />
  );
}
