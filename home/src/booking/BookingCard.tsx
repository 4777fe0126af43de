// SPDX-License-Identifier: Apache-2.0

import type { CheckedIn, HeldBooking } from '@lilong/contracts/booking';
import type { Problem } from '@lilong/contracts/call';
import { Icon } from '@lilong/ui/Icons.tsx';
import { dateName } from '@lilong/ui/weekday.ts';
import { useLanguage, useMoment } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import '../cases/my.css';
import { useHall } from '../counters/hall.ts';
import { Standing } from '../counters/Standing.tsx';
import { useServiceName } from '../counters/said.ts';
import { useT } from '../words/use.ts';
import { Acts } from './Acts.tsx';
import { Came, CheckIn } from './CheckIn.tsx';
import { movedFrom } from './kept.ts';
import { LeftPhone } from './LeftPhone.tsx';
import { codeShown, useWhen } from './when.ts';

export interface Sending<Reply, Args extends readonly unknown[] = []> {
  /** Undefined when it was refused. */
  readonly send: (...args: Args) => Promise<Reply | undefined>;
  readonly pending: boolean;
  readonly refusal: Problem | undefined;
  readonly reply: Reply | undefined;
}
export interface BookingCardProps {
  readonly booking: HeldBooking;
  /** What is shown was so at that moment, and the network is gone. */
  readonly staleSince: number | undefined;
  /** Where the booking is kept. */
  readonly note: string;
  /** Puts one away that is over. */
  readonly onForget?: () => void;
  readonly cancelling: Sending<HeldBooking>;
  readonly moving: Sending<HeldBooking, [at: string]>;
  readonly coming: Sending<CheckedIn>;
  /** Without an account. */
  readonly leaving?: Sending<HeldBooking, [phone: string | null]>;
}

/** A time that is booked: when, where, the code for the hall, and what to do next. */
export function BookingCard(props: BookingCardProps): ReactNode {
  const { booking, staleSince, note, onForget, coming, leaving } = props;
  const t = useT();
  const when = useWhen();
  const language = useLanguage();
  const say = useMoment();
  const open = booking.state === 'booked';
  const { ticket, centre } = booking;
  const from = movedFrom(booking);
  useHall(ticket === null || ticket.endedAt !== null ? undefined : centre);
  return (
    <article className="card booking" data-state={booking.state}>
      <h2>
        {when(booking)} <small>{dateName(language, booking.day)}</small>
      </h2>
      {staleSince !== undefined && <Stale since={staleSince} />}
      {open && !booking.fits && <p className="notice warn">{t('booking.unfit')}</p>}
      {open && from !== undefined && (
        <p className="notice warn">{t('booking.moved-by-hall', { from: say(from) })}</p>
      )}
      {booking.phonedAt !== null && (
        <p className="hint">{t('booking.phoned', { when: say(booking.phonedAt) })}</p>
      )}
      {open && (
        <p className="booking-code">
          {t('booking.code')} <strong>{codeShown(booking.code)}</strong>
        </p>
      )}
      {coming.reply !== undefined ? <Came came={coming.reply} /> : <Now {...props} />}
      <Facts booking={booking} />
      {open && <Acts {...props} />}
      {booking.can.leavePhone && leaving !== undefined && (
        <LeftPhone booking={booking} leaving={leaving} />
      )}
      {open && <p className="hint">{note}</p>}
      {!open && onForget !== undefined && (
        <button type="button" className="button" onClick={onForget}>
          {t('ticket.forget')}
        </button>
      )}
    </article>
  );
}

const minute = 60_000; // ms

/** What to do now, by the server's clock and what became of it. */
function Now({ booking, coming, staleSince }: BookingCardProps): ReactNode {
  const t = useT();
  const now = staleSince === undefined ? Date.parse(booking.now) : Date.now();
  const { state, at, ahead, grace, can } = booking;
  if (state === 'came') return <InLine booking={booking} />;
  if (state === 'cancelled') return <p>{t('booking.cancelled')}</p>;
  if (state === 'missed') return <p>{t('booking.missed')}</p>;
  const late = Math.floor((now - Date.parse(at)) / minute);
  return (
    <>
      {late > grace && <p className="notice">{t('booking.late', { minutes: late })}</p>}
      {late > 0 && late <= grace && <p className="notice">{t('booking.nearly', { grace })}</p>}
      {late <= 0 && <p>{t('booking.how', { ahead, grace })}</p>}
      {can.checkIn && <CheckIn coming={coming} />}
    </>
  );
}

/** Checked in, perhaps at the kiosk: this page follows the number too. */
function InLine({ booking: { ticket } }: { booking: HeldBooking }): ReactNode {
  const t = useT();
  return (
    <>
      {ticket !== null && <Standing ticket={ticket} />}
      <p className="hint">{t('booking.came')}</p>
    </>
  );
}

function Facts({ booking }: { booking: HeldBooking }): ReactNode {
  const t = useT();
  const name = useServiceName();
  return (
    <div className="ticket-facts">
      <p className="where">
        <Icon name="pin" size="1.2em" />
        <span lang="zh-CN">
          {booking.centreName} · {booking.address}
        </span>
      </p>
      <ul>
        {booking.matters.map((matter) => (
          <li key={matter.service}>{name(matter)}</li>
        ))}
      </ul>
      {booking.priority !== null && <p className="hint">{t(`priority.${booking.priority}`)}</p>}
    </div>
  );
}

function Stale({ since }: { since: number }): ReactNode {
  const t = useT();
  const say = useMoment();
  return (
    <p className="notice" role="status">
      {t('ticket.stale', { when: say(new Date(since).toISOString()) })}
    </p>
  );
}
