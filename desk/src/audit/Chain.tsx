// SPDX-License-Identifier: Apache-2.0
import { auditHead, checkAudit } from '@lilong/contracts/audit';
import { LONG_PATIENCE_MS, useRead, useWrite } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { useMoment } from '@lilong/ui/words.tsx';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { useT } from '../words.ts';

/** The sealed chain: how far it reaches, and the button that proves it. */
export function Chain(): ReactNode {
  const t = useT();
  const say = useMoment();
  const head = useRead(auditHead, {});
  const check = useWrite(checkAudit, {
    refreshes: ['audit/head'],
    patienceMs: LONG_PATIENCE_MS,
  });
  return (
    <section className="sheet-card chain" aria-label={t('audit.chain')}>
      {head.data !== undefined && (
        <p>
          {t('audit.chain-state', {
            blocks: head.data.blocks,
            sealed: head.data.sealed,
            unsealed: head.data.unsealed,
          })}{' '}
          {head.data.at !== null && t('audit.chain-at', { at: say(head.data.at) })}
          {head.data.head !== null && <code>{head.data.head}</code>}
        </p>
      )}
      <Refused problem={head.error?.problem ?? check.refusal} />
      <p>
        <Button loading={check.pending} onClick={() => void check.send({})}>
          {t('audit.verify')}
        </Button>
      </p>
      {check.reply !== undefined && (
        <div role="status">
          <p className={check.reply.good ? 'note note-done' : 'refused'}>
            <Icon name={check.reply.good ? 'check' : 'warning'} size={20} />
            {t(check.reply.good ? 'audit.good' : 'audit.broken', {
              blocks: check.reply.blocks,
              rows: check.reply.rows,
              faults: check.reply.faults.length,
            })}
          </p>
          <ul className="chain-faults">
            {check.reply.faults.map((fault) => (
              <li key={`${fault.kind} ${fault.block} ${fault.row}`}>{fault.detail}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
