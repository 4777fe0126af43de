// SPDX-License-Identifier: Apache-2.0
import { createHmac } from 'node:crypto';
import type { Config } from '../config.ts';
import { Trouble } from '../kernel/voice.ts';

export interface Sms {
  readonly phone: string;
  readonly text: string;
}
/** Hands a short message to whoever sends it. Throws when that did not work. */
export type SendSms = (sms: Sms, now: Date) => Promise<void>;

const patience = 5_000; // ms

/**
 * Sends by HTTP: POST to the template address with `{phone}` and `{text}` filled in.
 * `x-lilong-signature` is the HMAC-SHA256, in hex, of `x-lilong-time`, a line feed and the address, keyed
 * with SMS_SECRET, so that the gateway can tell our requests from others'.
 *
 * @returns undefined when no SMS_URL is set
 * @throws {Trouble} when SMS_URL lacks a placeholder or SMS_SECRET is missing
 */
export function httpSms({ SMS_URL, SMS_SECRET }: Config): SendSms | undefined {
  if (SMS_URL === undefined) return undefined;
  const isWhole = SMS_URL.includes('{phone}') && SMS_URL.includes('{text}');
  if (!isWhole || SMS_SECRET === undefined) throw new Trouble('doctor.sms-broken');
  return async ({ phone, text }, now) => {
    const url = SMS_URL.replace('{phone}', encodeURIComponent(phone)).replace(
      '{text}',
      encodeURIComponent(text),
    );
    const time = now.toISOString();
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'x-lilong-time': time, 'x-lilong-signature': signature(SMS_SECRET, time, url) },
      signal: AbortSignal.timeout(patience),
      redirect: 'error',
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`the SMS gateway answered ${response.status}`);
  };
}

/** The demonstration's gateway: the console of whoever runs it, where a number stays masked. */
export function consoleSms(print: (line: string) => void): SendSms {
  return async ({ phone, text }) => print(`${masked(phone)} ${text}`);
}

/** `138****0001`: enough to know which phone to look at. */
export function masked(phone: string): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/** What the gateway computes to compare. */
export function signature(secret: string, time: string, url: string): string {
  return createHmac('sha256', secret).update(`${time}\n${url}`).digest('hex');
}
