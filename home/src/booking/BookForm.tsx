// SPDX-License-Identifier: Apache-2.0
import { bookTime } from '@lilong/contracts/booking';
import type { Problem } from '@lilong/contracts/call';
import type { CentreCard, Priority } from '@lilong/contracts/counters';
import type { InputOf } from '@lilong/contracts/route';
import { useWrite } from '@lilong/ui/client.ts';
import { dayOf } from '@lilong/ui/moment.ts';
import { type FormEvent, type ReactNode, useState } from 'react';
import { keepHall } from '../counters/kept.ts';
import { First, Matters, Unnamed } from '../counters/TakeForm.tsx';
import { useFocusRefusal } from '../parts/focus-refusal.ts';
import { lacking } from '../parts/local.ts';
import { Refused } from '../parts/Refused.tsx';
import { Submit } from '../parts/Submit.tsx';
import { useWho } from '../session/me.ts';
import { useGo } from '../shell/nav.tsx';
import { useT } from '../words/use.ts';
import { ChooseTime } from './ChooseTime.tsx';
import { keepBooking } from './kept.ts';
import { PhoneField } from './LeftPhone.tsx';
import { useWhen } from './when.ts';
import '../counters/counters.css';

/** What for, and when: the days come once the first is said. Nobody has to say who they are. */
export function BookForm({ hall }: { hall: CentreCard }): ReactNode {
  const t = useT();
  const when = useWhen();
  const signedIn = useWho().state === 'resident';
  const [services, setServices] = useState<readonly string[]>([]);
  const [at, setAt] = useState<string>();
  const [wish, setWish] = useState<Wish>(none);
  const [mistake, setMistake] = useState<'services' | 'at'>();
  const book = useBook();
  const refusal =
    mistake === undefined ? book.refusal : unsaid(mistake, t(`booking.no-${mistake}`));
  useFocusRefusal(refusal);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const lacks = services.length === 0 ? 'services' : 'at';
    setMistake(at === undefined ? lacks : undefined);
    if (at === undefined) return;
    const { centre } = hall;
    await book.send({ centre, services: [...services], at, ...wished(wish, signedIn) });
  }
  function choose(chosen: readonly string[]): void {
    setMistake(undefined);
    setAt(undefined);
    setServices(chosen);
  }
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Matters
        lines={hall.services}
        chosen={services}
        refused={mistake === 'services'}
        onChange={choose}
        later
      />
      {services.length > 0 && (
        <ChooseTime centre={hall.centre} services={services} at={at} onChange={setAt} />
      )}
      {at !== undefined && (
        <Wishes
          {...{ wish, signedIn, refusal }}
          onChange={(part) => setWish({ ...wish, ...part })}
        />
      )}
      <Refused refusal={refusal} except={mistake === 'services' ? ['services'] : ['phone']} />
      <Submit pending={book.pending}>
        {at === undefined
          ? t('booking.book')
          : t('booking.book-at', { when: when({ at, day: dayOf(new Date(at)) }) })}
      </Submit>
    </form>
  );
}

/** What may be said with it, and need not be. */
interface Wish {
  readonly priority: Priority | undefined;
  readonly unnamed: boolean;
  readonly phone: string;
}
const none: Wish = { priority: undefined, unnamed: false, phone: '' };
/** With an account the account has a telephone. */
const asksPhone = ({ unnamed }: Wish, signedIn: boolean): boolean => !signedIn || unnamed;

function wished(wish: Wish, signedIn: boolean): Partial<InputOf<typeof bookTime>> {
  const { priority, unnamed, phone } = wish;
  return {
    ...(priority === undefined ? {} : { priority }),
    ...(signedIn && unnamed ? { unnamed } : {}),
    ...(asksPhone(wish, signedIn) && phone.trim() !== '' ? { phone } : {}),
  };
}

interface WishesProps {
  readonly wish: Wish;
  readonly signedIn: boolean;
  readonly refusal: Problem | undefined;
  readonly onChange: (part: Partial<Wish>) => void;
}
function Wishes({ wish, signedIn, refusal, onChange }: WishesProps): ReactNode {
  const t = useT();
  const { priority, unnamed, phone } = wish;
  return (
    <>
      <First priority={priority} onChange={(chosen) => onChange({ priority: chosen })} />
      {signedIn && (
        <Unnamed unnamed={unnamed} onChange={(chosen) => onChange({ unnamed: chosen })} />
      )}
      {asksPhone(wish, signedIn) && (
        <PhoneField
          note={t('field.optional')}
          phone={phone}
          onChange={(typed) => onChange({ phone: typed })}
          refusal={refusal}
        />
      )}
    </>
  );
}

/** Books, keeps it on this phone, and shows it. */
function useBook() {
  const go = useGo();
  const { send, pending, refusal } = useWrite(bookTime, { refreshes: ['counters', 'my'] });
  async function book(input: InputOf<typeof bookTime>): Promise<void> {
    const made = await send(input);
    if (made === undefined) return;
    keepBooking(made.token, made.booking);
    keepHall(input.centre);
    await go('/booked');
  }
  return { send: book, pending, refusal };
}

/** What the form itself misses, in words of its own. */
const unsaid = (field: string, detail: string) => ({ ...lacking(field), detail });
