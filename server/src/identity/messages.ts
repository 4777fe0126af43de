// SPDX-License-Identifier: Apache-2.0
// Short messages: kept sealed until the job has handed them on.
import type { Language } from '@lilong/contracts/identity';
import type { Ctx } from '../kernel/ctx.ts';
import { insertMessage } from './code-queries.ts';
import { openContact } from './contact.ts';
import { selectAccount } from './queries.ts';
import type { Sms } from './sms.ts';

/** Puts a message where the job finds it. The event names only its number. */
export async function putOut(ctx: Ctx, sms: Sms, endsAt: Date): Promise<void> {
  const message = await insertMessage(ctx, ctx.keys.seal(JSON.stringify(sms)), endsAt);
  ctx.emit({
    ...{ name: 'message.written', street: 0, subject: `message:${message}`, place: null },
    ...{ facts: { message }, audience: {} },
  });
}

/** Whether short messages go out here, and the account has a telephone for them. */
export async function mayWriteTo(ctx: Ctx, account: number): Promise<boolean> {
  if (!goesOut(ctx)) return false;
  return (await openContact(ctx, account)).phone !== null;
}

/** Writes to the telephone of an account, in its language, what its holder asked to be told; of use until `endsAt`. */
export async function writeTo(
  ctx: Ctx,
  account: number,
  words: (language: Language) => string,
  endsAt: Date,
): Promise<void> {
  if (!(await mayWriteTo(ctx, account))) return;
  const { phone } = await openContact(ctx, account);
  const language = (await selectAccount(ctx.db, account))?.language ?? 'zh';
  if (phone !== null) await putOut(ctx, { phone, text: words(language) }, endsAt);
}

const goesOut = ({ demo, config }: Ctx): boolean => demo || config.SMS_URL !== undefined;

/** Whether a short message can reach a number of no account: it is no fixed line, and messages go out here. */
export function canWriteToNumber(ctx: Ctx, phone: string): boolean {
  return goesOut(ctx) && phone.startsWith('1');
}

/** Writes to a number that somebody left for this; of use until `endsAt`. */
export async function writeToNumber(ctx: Ctx, sms: Sms, endsAt: Date): Promise<void> {
  if (canWriteToNumber(ctx, sms.phone)) await putOut(ctx, sms, endsAt);
}
