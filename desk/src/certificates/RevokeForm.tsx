// SPDX-License-Identifier: Apache-2.0
import { type CertificateLine, revokeCertificate } from '@lilong/contracts/certificates';
import { useWrite } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { blames, restOf } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import '../cases/dock.css';

interface RevokeFormProps {
  readonly line: Pick<CertificateLine, 'ref' | 'name'>;
  /** With words when it was done. */
  readonly finish: (done?: string) => void;
}

export function RevokeForm({ line, finish }: RevokeFormProps): ReactNode {
  const t = useT();
  const write = useWrite(revokeCertificate, { refreshes: ['certificates'] });
  const [reason, setReason] = useState('');
  async function submit(): Promise<void> {
    const sent = await write.send({ ref: line.ref, reason: reason.trim() });
    if (sent !== undefined) finish(t('certificates.revoked', { ref: line.ref }));
  }
  return (
    <DockForm
      title={t('certificates.revoke-one', { name: line.name, ref: line.ref })}
      submit={t('certificates.revoke')}
      pending={write.pending}
      problem={restOf(write.refusal, 'reason')}
      onSubmit={() => void submit()}
      onCancel={() => finish()}
    >
      <TextField
        label={t('certificates.reason')}
        hint={t('certificates.reason-hint')}
        problem={blames(write.refusal, 'reason')}
        maxLength={300}
        lines={2}
        value={reason}
        onChange={setReason}
      />
    </DockForm>
  );
}
