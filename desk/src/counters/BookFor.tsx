// SPDX-License-Identifier: Apache-2.0
import { bookTime } from '@lilong/contracts/booking';
import { useWrite } from '@lilong/ui/client.ts';
import { dateName } from '@lilong/ui/weekday.ts';
import { useLanguage } from '@lilong/ui/words.tsx';
import { Button, Checkbox } from 'antd';
import { type ReactNode, useState } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { useT } from '../words.ts';
import { codeShown } from './BookedList.tsx';
import { type Hall, timeOf, useServiceName } from './said.ts';
import { When } from './When.tsx';

/** A time for somebody who is at the window, or on the telephone: they get the code, and nothing is kept of them. */
export function BookFor({ hall: { centre, services } }: { readonly hall: Hall }): ReactNode {
  const t = useT();
  const name = useServiceName();
  const language = useLanguage();
  const book = useWrite(bookTime, { refreshes: ['counters'] });
  const [chosen, setChosen] = useState<string[]>([]);
  const [at, setAt] = useState<string>();
  async function send(): Promise<void> {
    if (at === undefined) return;
    if ((await book.send({ centre, services: chosen, at })) === undefined) return;
    setChosen([]);
    setAt(undefined);
  }
  const made = book.reply?.booking;
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
        <div className="booked-row">
          <When {...{ centre, services: chosen, at, onChange: setAt }} />
          <Button disabled={at === undefined} loading={book.pending} onClick={() => void send()}>
            {t('booked.book')}
          </Button>
        </div>
      )}
      <Refused problem={book.refusal} />
      <p role="status">
        {made !== undefined && (
          <span className="booked-came">
            <strong>{codeShown(made.code)}</strong>{' '}
            {t('booked.made', { day: dateName(language, made.day), time: timeOf(made.at) })}
          </span>
        )}
      </p>
    </section>
  );
}
