// SPDX-License-Identifier: Apache-2.0
import { randomInt } from 'node:crypto';
import type { Me, requestCode, signInByCode } from '@lilong/contracts/identity';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { same } from '../kernel/keys.ts';
import { say } from '../kernel/problem.ts';
import {
  findOrMakeResident,
  insertCode,
  lockNewestCode,
  markCode,
  selectSent,
} from './code-queries.ts';
import { putOut } from './messages.ts';
import type { Sessions } from './sessions.ts';
import { enter } from './sign-in.ts';
import { masked, type SendSms } from './sms.ts';

const validMinutes = 5;
const mostTries = 5;
/** How many codes may go out in so many minutes. Guessing then has 50 tries a day among a million codes. */
const toOneNumber = [
  { most: 1, minutes: 1 },
  { most: 5, minutes: 60 },
  { most: 10, minutes: 24 * 60 },
];
/** A household or a shop behind one address. */
const fromOneAddress = [
  { most: 20, minutes: 60 },
  { most: 100, minutes: 24 * 60 },
];
type Rule = (typeof toOneNumber)[number];

/** Sends a one-time code. In the demonstration nothing leaves the machine, and the reply shows it. */
export async function sendCode(
  ctx: Ctx,
  { phone }: InputOf<typeof requestCode>,
  send: SendSms | undefined,
): Promise<ReplyOf<typeof requestCode>> {
  if (send === undefined) throw new Refusal('sms.not-sent', {});
  const number = ctx.keys.digest('phone', phone);
  const address = ctx.keys.digest('code', ctx.actor.address);
  const sent = await selectSent(ctx, number, address);
  refuseTooMany(ctx.now, sent.toNumber, toOneNumber);
  // The residents of the demonstration all sit at one machine.
  if (!ctx.demo) refuseTooMany(ctx.now, sent.fromAddress, fromOneAddress);
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const endsAt = new Date(ctx.now.getTime() + validMinutes * 60_000);
  await insertCode(
    ctx,
    { phone_digest: number, code_hash: hashOf(ctx, phone, code), address },
    endsAt,
  );
  const text = say(ctx.actor.language, 'sms.code', { code, minutes: validMinutes });
  await putOut(ctx, { phone, text }, endsAt);
  ctx.note({ act: 'code.sent', subject: `phone:${number.slice(0, 16)}` });
  return { sentTo: masked(phone), validMinutes, shown: ctx.demo ? code : null };
}

/** @throws {Refusal} auth.too-many with the minutes until the next one may go out */
function refuseTooMany(now: Date, sent: readonly Date[], rules: readonly Rule[]): void {
  for (const { most, minutes } of rules) {
    const oldest = sent[most - 1]; // newest first: were this one over, another might go out
    if (oldest === undefined) continue;
    const waitMs = oldest.getTime() + minutes * 60_000 - now.getTime();
    if (waitMs > 0) throw new Refusal('auth.too-many', { minutes: Math.ceil(waitMs / 60_000) });
  }
}

/** A resident signs in; the account is made the first time. */
export async function enterByCode(
  ctx: Ctx,
  { phone, code }: InputOf<typeof signInByCode>,
  sessions: Sessions,
): Promise<Me> {
  const number = ctx.keys.digest('phone', phone);
  const sent = await lockNewestCode(ctx, number);
  if (sent === undefined) throw new Refusal('auth.wrong-code', {}, 'code');
  if (sent.used || sent.ends_at <= ctx.now || sent.tries >= mostTries)
    throw new Refusal('auth.code-expired', {}, 'code');
  if (!same(sent.code_hash, hashOf(ctx, phone, code))) {
    await markCode(ctx, number, sent.sent_at, { tries: sent.tries + 1 });
    ctx.keepThoughRefused();
    throw new Refusal('auth.wrong-code', {}, 'code');
  }
  await markCode(ctx, number, sent.sent_at, { used: true });
  const account = await findOrMakeResident(ctx, number, ctx.keys.seal(phone));
  return enter(ctx, account, 'sign-in.phone', sessions);
}

function hashOf(ctx: Ctx, phone: string, code: string): string {
  return ctx.keys.digest('code', `${phone} ${code}`);
}
