// SPDX-License-Identifier: Apache-2.0
import type { CasePage } from '@lilong/contracts/case-shapes';
import { revealContact } from '@lilong/contracts/case-work';
import { useWrite } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { useRole } from '../shell/session.ts';
import { useT } from '../words.ts';

const purposes = ['call_back', 'clarify', 'on_site', 'complaint'] as const;

interface ContactProps {
  readonly report: CasePage['reports'][number];
  readonly page: CasePage;
}

/** Name and phone: in sight for the receiving desk, behind a stated purpose for everybody else. */
export function Contact({ report, page }: ContactProps): ReactNode {
  const t = useT();
  const role = useRole();
  const write = useWrite(revealContact);
  const [asking, setAsking] = useState(false);
  const known = write.reply ?? { name: report.contactName, phone: report.contactPhone };
  if (known.name !== null || known.phone !== null)
    return <Known name={known.name} phone={known.phone} />;
  if (write.reply !== undefined) return <p className="report-contact">{t('contact.none')}</p>;
  // The receiving desk sees contacts at once: where it sees none, none was left.
  if (role === 'dispatcher') return <p className="report-contact">{t('contact.none')}</p>;
  if (page.line.can.reveal !== true) return null;
  if (!asking) {
    return (
      <Button size="small" onClick={() => setAsking(true)}>
        {t('act.reveal')}
      </Button>
    );
  }
  return (
    <fieldset className="contact-why">
      <legend>{t('contact.why')}</legend>
      <Refused problem={write.refusal} />
      <div className="bar-buttons">
        {purposes.map((purpose) => (
          <Button
            key={purpose}
            size="small"
            disabled={write.pending}
            onClick={() => void write.send({ ref: page.line.ref, report: report.ref, purpose })}
          >
            {t(`purpose.${purpose}`)}
          </Button>
        ))}
      </div>
      <p className="field-hint">{t('contact.logged')}</p>
    </fieldset>
  );
}

function Known({
  name,
  phone,
}: {
  readonly name: string | null;
  readonly phone: string | null;
}): ReactNode {
  return (
    <p className="report-contact">
      <Icon name="phone" size={16} />
      {name} {phone !== null && <a href={`tel:${phone}`}>{phone}</a>}
    </p>
  );
}
