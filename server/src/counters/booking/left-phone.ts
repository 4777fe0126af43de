// SPDX-License-Identifier: Apache-2.0
// A telephone that is left for one booking: whoever has no account hears of a change without opening a page. Sealed, and gone with the booking.
import type { Language } from '@lilong/contracts/identity';
import { tidyPhone } from '@lilong/contracts/phone';
import { Refusal } from '@lilong/contracts/refusals';
import type { Ctx } from '../../kernel/ctx.ts';
import type { Sealed } from '../../kernel/reseal.ts';
import type { BookingRow } from './tables.ts';

export const countersSealed: readonly Sealed[] = [
  { table: 'counters.booking', key: ['street', 'no'], column: 'phone_sealed', form: 'text' },
];

/** As it is sealed. */
export interface LeftPhone {
  readonly phone: string;
  readonly language: Language;
}

/**
 * Of a booking with an account the account has one.
 *
 * @throws {Refusal} input.invalid when it is no telephone
 */
export function sealLeft(
  ctx: Ctx,
  account: number | null,
  typed: string | null | undefined,
): string | null {
  if (typed === null || typed === undefined || typed.trim() === '') return null;
  const phone = tidyPhone(typed);
  if (phone === undefined || account !== null)
    throw new Refusal('input.invalid', { field: 'phone', rule: 'pattern' }, 'phone');
  const left: LeftPhone = { phone, language: ctx.actor.language };
  return ctx.keys.seal(JSON.stringify(left));
}

export function openLeft(
  { keys }: Pick<Ctx, 'keys'>,
  { phone_sealed: sealed }: BookingRow,
): LeftPhone | undefined {
  return sealed === null ? undefined : (JSON.parse(keys.open(sealed)) as LeftPhone); // our own
}
