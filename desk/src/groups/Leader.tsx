// SPDX-License-Identifier: Apache-2.0
import { type GroupCard, revealLeader } from '@lilong/contracts/registry-groups';
import { useWrite } from '@lilong/ui/client.ts';
import type { ReactNode } from 'react';
import { InOffice } from '../institutions/InOffice.tsx';
import { OpenPhone } from '../institutions/OpenPhone.tsx';
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
          <InOffice of={leader} />
          {leader.phone !== null && (
            <Phone group={card.group} name={leader.name} masked={leader.phone} />
          )}
        </div>
      )}
      {past.length > 0 && (
        <details>
          <summary>{t('group.past', { count: past.length })}</summary>
          {past.map((one) => (
            <InOffice key={`${one.from} ${one.name}`} of={one} />
          ))}
        </details>
      )}
    </section>
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
