// SPDX-License-Identifier: Apache-2.0
import { bookingPhone, type DeskBooking, moveBooking } from '@lilong/contracts/booking';
import { useWrite } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { useT } from '../words.ts';
import { BookedList, codeShown } from './BookedList.tsx';
import { timeOf } from './said.ts';
import { When } from './When.tsx';

interface CallListProps {
  readonly centre: number;
  /** Bookings without room, soonest first. */
  readonly unfit: readonly DeskBooking[];
}

/** Whoever has no room any more: those who can be telephoned, with the number and another time, then those whom nobody can tell. */
export function CallList({ centre, unfit }: CallListProps): ReactNode {
  const t = useT();
  const reachable = unfit.filter(({ told }) => told);
  const others = unfit.filter(({ told }) => !told);
  if (unfit.length === 0) return null;
  return (
    <section className="part" aria-labelledby="booked-unfit">
      <h2 id="booked-unfit">{t('booked.unfit', { count: unfit.length })}</h2>
      <p className="field-hint">{t('booked.unfit-how')}</p>
      {reachable.length > 0 && (
        <>
          <h3>{t('booked.call', { count: reachable.length })}</h3>
          <BookedList
            bookings={reachable}
            unfit={(one) => <Call centre={centre} booking={one} />}
          />
        </>
      )}
      {others.length > 0 && (
        <>
          <h3>{t('booked.no-call', { count: others.length })}</h3>
          <BookedList bookings={others} unfit={(one) => <Call centre={centre} booking={one} />} />
        </>
      )}
    </section>
  );
}

interface CallProps {
  readonly centre: number;
  readonly booking: DeskBooking;
}
/** The telephone, opened for this and noted; and another time while they are on it. */
function Call({ centre, booking }: CallProps): ReactNode {
  const t = useT();
  const open = useWrite(bookingPhone, { refreshes: ['counters'] });
  const [moving, setMoving] = useState(false);
  const code = codeShown(booking.code);
  return (
    <div className="call">
      {booking.told && open.reply === undefined && (
        <Button
          icon={<Icon name="phone" size={16} />}
          aria-label={t('booked.phone-what', { code })}
          loading={open.pending}
          onClick={() => void open.send({ booking: booking.booking })}
        >
          {t('booked.phone')}
        </Button>
      )}
      {open.reply !== undefined && <Phone phone={open.reply.phone} />}
      {!moving && (
        <Button aria-label={t('booked.move-what', { code })} onClick={() => setMoving(true)}>
          {t('booked.move')}
        </Button>
      )}
      {booking.phonedAt !== null && (
        <small>{t('booked.phoned', { at: timeOf(booking.phonedAt) })}</small>
      )}
      <Refused problem={open.refusal} />
      {moving && <Move centre={centre} booking={booking} onDone={() => setMoving(false)} />}
    </div>
  );
}

function Phone({ phone }: { readonly phone: string | null }): ReactNode {
  const t = useT();
  if (phone === null) return <span>{t('booked.phone-none')}</span>;
  return (
    <a className="call-phone" href={`tel:${phone}`}>
      {phone}
    </a>
  );
}

interface MoveProps extends CallProps {
  readonly onDone: () => void;
}
function Move({ centre, booking: { booking, matters }, onDone }: MoveProps): ReactNode {
  const t = useT();
  const move = useWrite(moveBooking, { refreshes: ['counters'] });
  const [at, setAt] = useState<string>();
  const services = matters.map(({ service }) => service);
  async function send(): Promise<void> {
    if (at === undefined) return;
    if ((await move.send({ booking, at })) !== undefined) onDone();
  }
  return (
    <div className="booked-row">
      <When {...{ centre, services, at, onChange: setAt }} />
      <p className="bar-buttons">
        <Button
          type="primary"
          disabled={at === undefined}
          loading={move.pending}
          onClick={() => void send()}
        >
          {t('booked.move-yes')}
        </Button>
        <Button onClick={onDone}>{t('form.cancel')}</Button>
      </p>
      <Refused problem={move.refusal} />
    </div>
  );
}
