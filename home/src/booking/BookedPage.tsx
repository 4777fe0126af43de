// SPDX-License-Identifier: Apache-2.0
import { myBookings } from '@lilong/contracts/booking';
import { useRead } from '@lilong/ui/client.ts';
import { useLive } from '@lilong/ui/live.ts';
import { type ReactNode, useState } from 'react';
import { useWho } from '../session/me.ts';
import { Link } from '../shell/nav.tsx';
import { useT } from '../words/use.ts';
import { BookedHere, BookedOnAccount } from './Booked.tsx';
import { forgetBooking, keptBookings } from './kept.ts';
import '../counters/counters.css';
import './booking.css';

/** Times that are booked: those of this phone, and those of the account that were booked elsewhere. */
export function BookedPage(): ReactNode {
  const t = useT();
  const [kept, setKept] = useState(keptBookings);
  const signedIn = useWho().state === 'resident';
  useLive('my');
  const { data, isLoading } = useRead(
    myBookings,
    {},
    { enabled: signedIn, refetchInterval: 60_000 },
  );
  const here = kept.map(({ held }) => held.booking);
  const others = (data?.bookings ?? []).filter(
    ({ booking, state }) => state !== 'cancelled' && !here.includes(booking),
  );
  return (
    <div className="page narrow">
      <h1>{t('booking.mine')}</h1>
      {kept.map((one) => (
        <BookedHere
          key={one.token}
          kept={one}
          known={data?.bookings.find(({ booking }) => booking === one.held.booking)}
          onForget={() => {
            forgetBooking(one.token);
            setKept(keptBookings());
          }}
        />
      ))}
      {others.map((one) => (
        <BookedOnAccount key={one.booking} booking={one} />
      ))}
      {!isLoading && kept.length + others.length === 0 && (
        <p className="empty">{t('booking.empty')}</p>
      )}
      <Link className="button wide" to="/hall">
        {t('booking.another')}
      </Link>
    </div>
  );
}
