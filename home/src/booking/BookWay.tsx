// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { Link } from '../shell/nav.tsx';
import { useT } from '../words/use.ts';
import './booking.css';
import { HeldBookings } from './HeldBookings.tsx';

interface BookWayProps {
  readonly centre: number;
  /** While the hall is shut it is the one thing to do. */
  readonly main: boolean;
}

/** In a hall: what is booked there, and the way to a time. */
export function BookWay({ centre, main }: BookWayProps): ReactNode {
  const t = useT();
  return (
    <div className="book-way">
      <HeldBookings centre={centre} />
      <Link className={main ? 'button main wide' : 'button wide'} to={`/hall/${centre}/book`}>
        {t('booking.way')}
      </Link>
    </div>
  );
}
