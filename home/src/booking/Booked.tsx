// SPDX-License-Identifier: Apache-2.0
// A booking by its token, and one of the account: the same card with other ways to the server.
import {
  cancelBooking,
  cancelHeldBooking,
  checkInBooking,
  checkInHeld,
  followBooking,
  type HeldBooking,
  leavePhone,
  moveBooking,
  moveHeldBooking,
} from '@lilong/contracts/booking';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { type ReactNode, useEffect } from 'react';
import { useT } from '../words/use.ts';
import { BookingCard } from './BookingCard.tsx';
import { type KeptBooking, keepBooking } from './kept.ts';

const refreshes = { refreshes: ['counters', 'my'] };

interface BookedHereProps {
  readonly kept: KeptBooking;
  /** The same as the account has it, which hears at once when the hall changes something. */
  readonly known: HeldBooking | undefined;
  readonly onForget: () => void;
}
/** Of this phone. Without a network it shows what was last read: the code is what the hall asks for. */
export function BookedHere({ kept, known, onForget }: BookedHereProps): ReactNode {
  const { token, held } = kept;
  const t = useT();
  const { data, error, dataUpdatedAt } = useRead(
    followBooking,
    { token },
    { refetchInterval: 60_000 },
  );
  const cancel = useWrite(cancelHeldBooking, refreshes);
  const move = useWrite(moveHeldBooking, refreshes);
  const checkIn = useWrite(checkInHeld, refreshes);
  const leave = useWrite(leavePhone, refreshes);
  useEffect(() => {
    if (data !== undefined) keepBooking(token, data);
  }, [token, data]);
  const isGone = error?.problem.status === 404;
  return (
    <BookingCard
      booking={newest(data ?? held, known)}
      staleSince={error === null ? undefined : dataUpdatedAt || Date.parse(held.now)}
      note={isGone ? t('booking.forgotten') : t('booking.kept')}
      onForget={onForget}
      cancelling={{ ...cancel, send: () => cancel.send({ token }) }}
      moving={{ ...move, send: (at) => move.send({ token, at }) }}
      coming={{ ...checkIn, send: () => checkIn.send({ token }) }}
      leaving={{ ...leave, send: (phone) => leave.send({ token, phone }) }}
    />
  );
}

const newest = (one: HeldBooking, other: HeldBooking | undefined): HeldBooking =>
  other !== undefined && other.now > one.now ? other : one;

export function BookedOnAccount({ booking: held }: { booking: HeldBooking }): ReactNode {
  const t = useT();
  const { booking } = held;
  const cancel = useWrite(cancelBooking, refreshes);
  const move = useWrite(moveBooking, refreshes);
  const checkIn = useWrite(checkInBooking, refreshes);
  return (
    <BookingCard
      booking={held}
      staleSince={undefined}
      note={t('booking.on-account')}
      cancelling={{ ...cancel, send: () => cancel.send({ booking }) }}
      moving={{ ...move, send: (at) => move.send({ booking, at }) }}
      coming={{ ...checkIn, send: () => checkIn.send({ booking }) }}
    />
  );
}
