// SPDX-License-Identifier: Apache-2.0
import type { HeldBooking } from '@lilong/contracts/booking';
import { Icon } from '@lilong/ui/Icons.tsx';
import { saveFile } from '@lilong/ui/save-file.ts';
import { type ReactNode, useState } from 'react';
import { useServiceName } from '../counters/said.ts';
import { Refused } from '../parts/Refused.tsx';
import { Sheet } from '../parts/Sheet.tsx';
import { useT } from '../words/use.ts';
import type { BookingCardProps } from './BookingCard.tsx';
import { ChooseTime } from './ChooseTime.tsx';
import { calendarFile } from './calendar-file.ts';
import { codeShown, useWhen } from './when.ts';

/** Another time, into the calendar, or not coming. */
export function Acts({ booking, moving, cancelling }: BookingCardProps): ReactNode {
  const t = useT();
  const [asking, setAsking] = useState<'move' | 'cancel'>();
  const close = () => setAsking(undefined);
  const calendar = useCalendar(booking);
  return (
    <div className="booking-acts">
      {booking.can.move && (
        <button type="button" className="button" onClick={() => setAsking('move')}>
          <Icon name="clock" size="1.25em" />
          {t('booking.move')}
        </button>
      )}
      <button type="button" className="button" onClick={calendar}>
        <Icon name="calendar" size="1.25em" />
        {t('booking.calendar')}
      </button>
      {booking.can.cancel && (
        <button type="button" className="link" onClick={() => setAsking('cancel')}>
          {t('booking.cancel')}
        </button>
      )}
      {asking === 'move' && <Move booking={booking} moving={moving} onClose={close} />}
      {asking === 'cancel' && <Cancel booking={booking} cancelling={cancelling} onClose={close} />}
    </div>
  );
}

type MoveProps = Pick<BookingCardProps, 'booking' | 'moving'> & { readonly onClose: () => void };
function Move({ booking, moving, onClose }: MoveProps): ReactNode {
  const t = useT();
  const [at, setAt] = useState<string>();
  async function move(): Promise<void> {
    if (at !== undefined && (await moving.send(at)) !== undefined) onClose();
  }
  return (
    <Sheet title={t('booking.move-title')} size="work" onClose={onClose}>
      <p>{t('booking.move-how')}</p>
      <ChooseTime
        centre={booking.centre}
        services={booking.matters.map(({ service }) => service)}
        at={at}
        onChange={setAt}
      />
      <Refused refusal={moving.refusal} />
      <button
        type="button"
        className="button main wide"
        disabled={moving.pending || at === undefined}
        onClick={() => void move()}
      >
        {t('booking.move-yes')}
      </button>
    </Sheet>
  );
}

type CancelProps = Pick<BookingCardProps, 'booking' | 'cancelling'> & {
  readonly onClose: () => void;
};
function Cancel({ booking, cancelling, onClose }: CancelProps): ReactNode {
  const t = useT();
  const when = useWhen();
  async function cancel(): Promise<void> {
    if ((await cancelling.send()) !== undefined) onClose();
  }
  return (
    <Sheet
      title={t('booking.cancel-ask', { when: when(booking) })}
      size="question"
      onClose={onClose}
    >
      <p>{t('booking.cancel-why')}</p>
      <Refused refusal={cancelling.refusal} />
      <button
        type="button"
        className="button main wide"
        disabled={cancelling.pending}
        onClick={() => void cancel()}
      >
        {t('booking.cancel-yes')}
      </button>
    </Sheet>
  );
}

/** The file for the calendar, made here: no address holds the token. */
function useCalendar(booking: HeldBooking): () => void {
  const t = useT();
  const name = useServiceName();
  const { booking: ref, at, until, madeAt, centre, centreName, address, code } = booking;
  const matters = booking.matters.map(name).join(t('hall.and'));
  return () =>
    saveFile(
      'lilong-booking.ics',
      'text/calendar',
      calendarFile({
        ...{ uid: `${ref}@lilong`, from: at, to: until, madeAt },
        title: t('booking.calendar-title', { matters }),
        where: `${centreName} ${address}`,
        words: t('booking.calendar-words', { code: codeShown(code) }),
        url: `${location.origin}/hall/${centre}`,
      }),
    );
}
