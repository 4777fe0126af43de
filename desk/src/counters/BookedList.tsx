// SPDX-License-Identifier: Apache-2.0
import { cancelBooking, checkInBooking, type DeskBooking } from '@lilong/contracts/booking';
import { useWrite } from '@lilong/ui/client.ts';
import { dayOf } from '@lilong/ui/moment.ts';
import { dateName } from '@lilong/ui/weekday.ts';
import { useLanguage } from '@lilong/ui/words.tsx';
import { Button, Popconfirm } from 'antd';
import type { ReactNode } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { useT } from '../words.ts';
import { timeOf, useServiceName } from './said.ts';

interface BookedListProps {
  readonly bookings: readonly DeskBooking[];
  /** They are of many days and have no room: how each is reached. */
  readonly unfit?: (booking: DeskBooking) => ReactNode;
}

/** Times, codes and matters; nobody's name. */
export function BookedList({ bookings, unfit }: BookedListProps): ReactNode {
  return (
    <ul className={unfit === undefined ? 'booked-list' : 'booked-list booked-calls'}>
      {bookings.map((one) => (
        <Line key={one.booking} booking={one} unfit={unfit} />
      ))}
    </ul>
  );
}

interface LineProps {
  readonly booking: DeskBooking;
  readonly unfit: BookedListProps['unfit'];
}
function Line({ booking: one, unfit }: LineProps): ReactNode {
  const t = useT();
  const name = useServiceName();
  const language = useLanguage();
  const day = dayOf(new Date(one.at));
  return (
    <li>
      <b>
        {unfit !== undefined && `${dateName(language, day)} `}
        {timeOf(one.at)}
      </b>
      <span>
        {one.matters.map(name).join(t('list.join'))}
        {one.priority !== null && (
          <span className="tag tag-soon">{t(`priority.${one.priority}`)}</span>
        )}
      </span>
      <span className="booked-code">{codeShown(one.code)}</span>
      {unfit === undefined && (
        <span className={one.state === 'came' ? 'tag tag-done' : 'tag'}>
          {t(`booked.${one.state}`)}
        </span>
      )}
      {unfit?.(one)}
      {one.state === 'booked' && <Acts booking={one} isToday={day === dayOf(new Date())} />}
    </li>
  );
}

/** 482 913. */
export const codeShown = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;

interface ActsProps {
  readonly booking: DeskBooking;
  readonly isToday: boolean;
}
function Acts({ booking: { booking, code }, isToday }: ActsProps): ReactNode {
  const t = useT();
  const refreshes = { refreshes: ['counters'] };
  const checkIn = useWrite(checkInBooking, refreshes);
  const cancel = useWrite(cancelBooking, refreshes);
  return (
    <span className="booked-acts">
      {isToday && (
        <Button
          aria-label={t('booked.check-in-what', { code: codeShown(code) })}
          loading={checkIn.pending}
          onClick={() => void checkIn.send({ booking })}
        >
          {t('booked.check-in')}
        </Button>
      )}
      <Popconfirm
        title={t('booked.cancel-ask')}
        okText={t('booked.cancel')}
        cancelText={t('booked.keep')}
        onConfirm={() => void cancel.send({ booking })}
      >
        <Button type="text" aria-label={t('booked.cancel-what', { code: codeShown(code) })}>
          {t('booked.cancel')}
        </Button>
      </Popconfirm>
      <Refused problem={checkIn.refusal ?? cancel.refusal} />
    </span>
  );
}
