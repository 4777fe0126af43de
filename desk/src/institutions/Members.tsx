// SPDX-License-Identifier: Apache-2.0
import {
  endMember,
  type InstitutionCard,
  type Member,
  revealMember,
} from '@lilong/contracts/registry-institutions';
import { useWrite } from '@lilong/ui/client.ts';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { dayAfter } from '../parts/days.ts';
import { blames, restOf } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import { InOffice } from './InOffice.tsx';
import { OpenPhone } from './OpenPhone.tsx';

interface MembersProps {
  readonly card: InstitutionCard;
}

/** Who holds office now; below, folded, who did. */
export function Members({ card }: MembersProps): ReactNode {
  const t = useT();
  return (
    <section className="part">
      <h2>{t('institution.members')}</h2>
      {card.members.length === 0 && <p className="reg-none-yet">{t('institution.members-none')}</p>}
      <ul className="inst-members">
        {card.members.map((member) => (
          <OneMember key={member.no} member={member} card={card} />
        ))}
      </ul>
      {card.past.length > 0 && (
        <details>
          <summary>{t('institution.past', { count: card.past.length })}</summary>
          <ul className="inst-members">
            {card.past.map((member) => (
              <li key={member.no} className="inst-member">
                <InOffice of={member} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

interface OneMemberProps extends MembersProps {
  readonly member: Member;
}

function OneMember({ member, card }: OneMemberProps): ReactNode {
  const t = useT();
  const [leaving, setLeaving] = useState(false);
  return (
    <li className="inst-member">
      <InOffice of={member} />
      {member.phone !== null && <Phone member={member} card={card} masked={member.phone} />}
      {card.can.change && !leaving && (
        <Button
          aria-label={t('institution.leave', { name: member.name })}
          onClick={() => setLeaving(true)}
        >
          {t('institution.leave-short')}
        </Button>
      )}
      {leaving && <Leave member={member} card={card} onEnd={() => setLeaving(false)} />}
    </li>
  );
}

function Phone({ member, card, masked }: OneMemberProps & { readonly masked: string }): ReactNode {
  const write = useWrite(revealMember);
  const about = { institution: card.institution, member: member.no };
  return (
    <OpenPhone
      name={member.name}
      masked={masked}
      write={write}
      onPurpose={(purpose) => write.send({ ...about, purpose })}
    />
  );
}

function Leave({
  member,
  card,
  onEnd,
}: OneMemberProps & { readonly onEnd: () => void }): ReactNode {
  const t = useT();
  const write = useWrite(endMember, { refreshes: ['registry'] });
  const [on, setOn] = useState(dayAfter(0));
  const submit = async () => {
    const sent = { institution: card.institution, member: member.no, on };
    if ((await write.send(sent)) !== undefined) onEnd();
  };
  return (
    <DockForm
      title={t('institution.leave-title', { name: member.name })}
      submit={t('institution.leave-submit')}
      pending={write.pending}
      problem={restOf(write.refusal, 'on')}
      onSubmit={() => void submit()}
      onCancel={onEnd}
    >
      <TextField
        label={t('institution.leave-on')}
        type="date"
        problem={blames(write.refusal, 'on')}
        value={on}
        onChange={setOn}
      />
    </DockForm>
  );
}
