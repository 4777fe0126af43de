// SPDX-License-Identifier: Apache-2.0
import {
  type GroupCard,
  revealLeader,
  type Leader as Shape,
} from '@lilong/contracts/registry-groups';
import { registryWords } from '@lilong/contracts/registry-labels';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useDay } from '../registry/said.ts';
import { wordsKept } from '../registry/use-card.ts';
import { Shown, Why } from '../registry/Why.tsx';
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
  const t = useT();
  const words = useRead(registryWords, {}, wordsKept);
  const write = useWrite(revealLeader);
  const [asking, setAsking] = useState(false);
  const value = write.reply?.value;
  return (
    <div className={value === undefined ? 'reg-number' : 'reg-number reg-number-open'}>
      <span className="reg-number-what">{t('office.phone')}</span>
      {value === undefined ? (
        <span className="reg-value">{masked}</span>
      ) : (
        <Shown isPhone value={value} onHide={write.clear} />
      )}
      {value === undefined && !asking && (
        <Button aria-label={t('group.see-phone', { name })} onClick={() => setAsking(true)}>
          {t('person.see')}
        </Button>
      )}
      {asking && (
        <Why
          what={t('office.phone')}
          purposes={words.data?.purposes}
          problem={write.refusal ?? words.error?.problem}
          pending={write.pending}
          onPurpose={async (purpose) => {
            if ((await write.send({ group, purpose })) !== undefined) setAsking(false);
          }}
          onCancel={() => setAsking(false)}
        />
      )}
    </div>
  );
}
