// SPDX-License-Identifier: Apache-2.0
import { type CheckedIn, checkInByCode } from '@lilong/contracts/booking';
import { useWrite } from '@lilong/ui/client.ts';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { blames, restOf } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';

/** Somebody at the window says their code; they are told their number and where they stand. */
export function CheckInCode({ centre }: { readonly centre: number }): ReactNode {
  const t = useT();
  const checkIn = useWrite(checkInByCode, { refreshes: ['counters'] });
  const [code, setCode] = useState('');
  async function send(): Promise<void> {
    if (code.replace(/\D/g, '').length < 6 || checkIn.pending) return;
    if ((await checkIn.send({ centre, code })) !== undefined) setCode('');
  }
  return (
    <form
      className="sheet-card"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div className="booked-row">
        <TextField
          label={t('booked.code')}
          value={code}
          maxLength={8}
          problem={blames(checkIn.refusal, 'code')}
          onChange={setCode}
        />
        <Button type="primary" htmlType="submit" loading={checkIn.pending}>
          {t('booked.check-in')}
        </Button>
      </div>
      <Refused problem={restOf(checkIn.refusal, 'code')} />
      <p role="status">{checkIn.reply !== undefined && <Came came={checkIn.reply} />}</p>
    </form>
  );
}

function Came({ came: { came, ticket, lateMinutes } }: { readonly came: CheckedIn }): ReactNode {
  const t = useT();
  return (
    <span className="booked-came">
      <strong>{ticket.number}</strong>{' '}
      {t(`booked.came-${came}`, { minutes: lateMinutes, count: ticket.ahead ?? 0 })}
    </span>
  );
}
