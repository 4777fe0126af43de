// SPDX-License-Identifier: Apache-2.0
import type { CheckedIn } from '@lilong/contracts/booking';
import type { ReactNode } from 'react';
import { keepTicket } from '../counters/kept.ts';
import { Refused } from '../parts/Refused.tsx';
import { Link } from '../shell/nav.tsx';
import { useT } from '../words/use.ts';
import type { Sending } from './BookingCard.tsx';

/** In the hall: the booking becomes a number, which this phone follows from now on. */
export function CheckIn({ coming }: { coming: Sending<CheckedIn> }): ReactNode {
  const t = useT();
  async function checkIn(): Promise<void> {
    const came = await coming.send();
    if (came !== undefined) keepTicket(came.token, came.ticket.ticket);
  }
  return (
    <>
      <Refused refusal={coming.refusal} />
      <button
        type="button"
        className="button main wide"
        disabled={coming.pending}
        onClick={() => void checkIn()}
      >
        {t('booking.check-in')}
      </button>
      <p className="hint">{t('booking.check-in-hint')}</p>
    </>
  );
}

/** Where they stand, and why there. */
export function Came({ came }: { came: CheckedIn }): ReactNode {
  const t = useT();
  const { ticket, ahead, grace, lateMinutes } = came;
  return (
    <div className="booking-came" role="status">
      <strong>{ticket.number}</strong>
      <p>{t(`booking.came-${came.came}`, { ahead, grace, minutes: lateMinutes })}</p>
      {ticket.ahead !== null && (
        <p className="ticket-now">
          {ticket.ahead === 0
            ? t('ticket.nobody-ahead')
            : t('ticket.ahead', { count: ticket.ahead })}
        </p>
      )}
      <Link className="button main wide" to="/ticket">
        {t('booking.to-ticket')}
      </Link>
    </div>
  );
}
