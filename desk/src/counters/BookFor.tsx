// SPDX-License-Identifier: Apache-2.0
import { bookTime, type HeldBooking } from '@lilong/contracts/booking';
import type { Problem } from '@lilong/contracts/call';
import { useWrite } from '@lilong/ui/client.ts';
import { dateName } from '@lilong/ui/weekday.ts';
import { useLanguage } from '@lilong/ui/words.tsx';
import { Button, Checkbox } from 'antd';
import { type ReactNode, useState } from 'react';
import { blames, restOf } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import { codeShown } from './BookedList.tsx';
import { type Hall, timeOf, useServiceName } from './said.ts';
import { When } from './When.tsx';

/** A time for somebody who is at the window, or on the telephone: they get the code; nothing is kept of them but a telephone, if they wish, until they came. */
export function BookFor({ hall: { centre, services } }: { readonly hall: Hall }): ReactNode {
  const t = useT();
  const name = useServiceName();
  const book = useWrite(bookTime, { refreshes: ['counters'] });
  const [chosen, setChosen] = useState<string[]>([]);
  const [at, setAt] = useState<string>();
  const [phone, setPhone] = useState('');
  async function send(): Promise<void> {
    if (at === undefined) return;
    const left = phone.trim() === '' ? {} : { phone };
    if ((await book.send({ centre, services: chosen, at, ...left })) === undefined) return;
    setPhone('');
    setChosen([]);
    setAt(undefined);
  }
  return (
    <section className="part" aria-labelledby="book-for">
      <h2 id="book-for">{t('booked.for')}</h2>
      <Checkbox.Group
        className="booked-classes"
        aria-label={t('booked.matters')}
        value={chosen}
        options={services.map((one) => ({ value: one.service, label: name(one) }))}
        onChange={(values) => {
          setChosen(values.slice(-5));
          setAt(undefined);
        }}
      />
      {chosen.length > 0 && (
        <div className="booked-row booked-for">
          <When {...{ centre, services: chosen, at, onChange: setAt }} />
          <LeftPhone phone={phone} problem={book.refusal} onChange={setPhone} />
          <Button disabled={at === undefined} loading={book.pending} onClick={() => void send()}>
            {t('booked.book')}
          </Button>
        </div>
      )}
      <Refused problem={restOf(book.refusal, 'phone')} />
      <Made booking={book.reply?.booking} />
    </section>
  );
}

interface LeftPhoneProps {
  readonly phone: string;
  readonly problem: Problem | undefined;
  readonly onChange: (phone: string) => void;
}
function LeftPhone({ phone, problem, onChange }: LeftPhoneProps): ReactNode {
  const t = useT();
  return (
    <div className="booked-left">
      <TextField
        label={t('booked.left-phone')}
        need="may"
        type="tel"
        hint={t('booked.left-phone-hint')}
        problem={blames(problem, 'phone')}
        maxLength={20}
        value={phone}
        onChange={onChange}
      />
    </div>
  );
}

function Made({ booking }: { readonly booking: HeldBooking | undefined }): ReactNode {
  const t = useT();
  const language = useLanguage();
  return (
    <p role="status">
      {booking !== undefined && (
        <span className="booked-came">
          <strong>{codeShown(booking.code)}</strong>{' '}
          {t('booked.made', { day: dateName(language, booking.day), time: timeOf(booking.at) })}
        </span>
      )}
    </p>
  );
}
