// SPDX-License-Identifier: Apache-2.0
import { followBooking, type HeldBooking, myBookings } from '@lilong/contracts/booking';
import { useRead } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { dayOf } from '@lilong/ui/moment.ts';
import { type ReactNode, useEffect } from 'react';
import { useKeptPlace } from '../parts/kept-place.ts';
import { useWho } from '../session/me.ts';
import { Link } from '../shell/nav.tsx';
import { useT } from '../words/use.ts';
import { type KeptBooking, keepBooking, keptBookings, movedFrom } from './kept.ts';
import { useWhen } from './when.ts';
import '../counters/counters.css';

const most = 2;

/** The next times that are booked, wherever one looks; in a hall only those there. */
export function HeldBookings({ centre }: { centre?: number }): ReactNode {
  const t = useT();
  const signedIn = useWho().state === 'resident';
  const { data, isLoading } = useRead(myBookings, {}, { enabled: signedIn });
  const kept = keptBookings();
  const fresh = data?.bookings ?? [];
  const others = kept
    .map(({ held }) => held)
    .filter((one) => fresh.every(({ booking }) => booking !== one.booking));
  const open = [...fresh, ...others]
    .filter(({ state }) => state === 'booked')
    .filter((one) => centre === undefined || one.centre === centre)
    .sort((one, other) => one.at.localeCompare(other.at));
  const before = useKeptPlace(`lilong.booked${centre ?? ''}`, data && open.length);
  const coming = isLoading && before > open.length;
  if (open.length === 0 && !coming) return null;
  return (
    <section aria-label={t('booking.mine')}>
      {coming && <div className="card held bone" />}
      {open.slice(0, most).map((one) => {
        const here = others.includes(one) && kept.find(({ held }) => held === one);
        if (here) return <HeldHere key={one.booking} kept={here} />;
        return <Held key={one.booking} booking={one} />;
      })}
    </section>
  );
}

/** Without an account nobody is told: this phone asks by its token whether the hall changed something. */
function HeldHere({ kept: { token, held } }: { kept: KeptBooking }): ReactNode {
  const { data = held } = useRead(followBooking, { token });
  useEffect(() => keepBooking(token, data), [token, data]);
  return data.state === 'booked' ? <Held booking={data} /> : null;
}

function Held({ booking }: { booking: HeldBooking }): ReactNode {
  const t = useT();
  const when = useWhen();
  const isToday = booking.day === dayOf(new Date());
  return (
    <Link className="card held" to="/booked">
      <Icon name="calendar" size="1.5em" />
      <span>
        <b>{when(booking)}</b>
        <small lang="zh-CN">{booking.centreName}</small>
        {!booking.fits && <span className="tag soon">{t('booking.unfit-short')}</span>}
        {booking.fits && movedFrom(booking) !== undefined && (
          <span className="tag soon">{t('booking.moved-short')}</span>
        )}
        {booking.fits && isToday && <small>{t('booking.today-what')}</small>}
      </span>
      <Icon name="next" size="1em" />
    </Link>
  );
}
