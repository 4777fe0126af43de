// SPDX-License-Identifier: Apache-2.0
import type { HeldBooking } from '@lilong/contracts/booking';
import type { Problem } from '@lilong/contracts/call';
import { type ReactNode, useState } from 'react';
import { Field } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import { Sheet } from '../parts/Sheet.tsx';
import { useT } from '../words/use.ts';
import type { Sending } from './BookingCard.tsx';

interface PhoneFieldProps {
  readonly note?: string;
  readonly phone: string;
  readonly onChange: (phone: string) => void;
  readonly refusal: Problem | undefined;
}
/** For whoever books without an account: where they are told when the hall must change the time. */
export function PhoneField({ note, phone, onChange, refusal }: PhoneFieldProps): ReactNode {
  const t = useT();
  return (
    <Field
      name="phone"
      type="tel"
      inputMode="tel"
      autoComplete="tel"
      label={t('booking.phone')}
      note={note}
      hint={t('booking.phone-hint')}
      maxLength={20}
      value={phone}
      onChange={onChange}
      refusal={refusal}
    />
  );
}

interface LeftPhoneProps {
  readonly booking: HeldBooking;
  readonly leaving: Sending<HeldBooking, [phone: string | null]>;
}
/** The telephone that was left, and the way to leave one or take it back. */
export function LeftPhone({ booking: { phone }, leaving }: LeftPhoneProps): ReactNode {
  const t = useT();
  const [asking, setAsking] = useState(false);
  if (phone === null)
    return (
      <>
        <button type="button" className="link" onClick={() => setAsking(true)}>
          {t('booking.phone-leave')}
        </button>
        {asking && <Ask leaving={leaving} onClose={() => setAsking(false)} />}
      </>
    );
  return (
    <div className="booking-phone">
      <p role="status">{t('booking.phone-left', { phone })}</p>
      <Refused refusal={leaving.refusal} />
      <button
        type="button"
        className="link"
        disabled={leaving.pending}
        onClick={() => void leaving.send(null)}
      >
        {t('booking.phone-drop')}
      </button>
    </div>
  );
}

type AskProps = Pick<LeftPhoneProps, 'leaving'> & { readonly onClose: () => void };
function Ask({ leaving, onClose }: AskProps): ReactNode {
  const t = useT();
  const [phone, setPhone] = useState('');
  async function keep(): Promise<void> {
    if ((await leaving.send(phone)) !== undefined) onClose();
  }
  return (
    <Sheet title={t('booking.phone-leave')} size="question" onClose={onClose}>
      <PhoneField phone={phone} onChange={setPhone} refusal={leaving.refusal} />
      <Refused refusal={leaving.refusal} except={['phone']} />
      <button
        type="button"
        className="button main wide"
        disabled={leaving.pending || phone.trim() === ''}
        onClick={() => void keep()}
      >
        {t('booking.phone-keep')}
      </button>
    </Sheet>
  );
}
