// SPDX-License-Identifier: Apache-2.0
// States and promises in words. Clients show them as they are.
import type { CaseState } from '@lilong/contracts/case-flow';
import type { Ctx } from '../kernel/ctx.ts';
import { say } from '../kernel/problem.ts';
import { sayServer } from '../kernel/voice.ts';

/** As residents read it, but without pointing to a reason that is not told here. */
export function stateWords(ctx: Ctx, state: CaseState): string {
  const { language } = ctx.actor;
  if (state === 'not_accepted') return sayServer(language, 'open311.not-accepted');
  if (state === 'forced_close') return sayServer(language, 'open311.forced-close');
  return say(language, `state.plain.${state}`);
}

export function askAt(ctx: Ctx, place: string, phone: string): string {
  return sayServer(ctx.actor.language, 'open311.ask-at', { place, phone });
}
export function answerBy(ctx: Ctx, at: Date): string {
  return sayServer(ctx.actor.language, 'open311.answer-by', { until: untilWords(ctx, at) });
}
export function solveBy(ctx: Ctx, at: Date): string {
  return sayServer(ctx.actor.language, 'open311.solve-by', { until: untilWords(ctx, at) });
}

/** `3月3日 17:00`; a promise that ends at midnight ends with the day before: `3月3日`. */
export function untilWords(ctx: Ctx, at: Date): string {
  const locale = ctx.actor.language === 'zh' ? 'zh-CN' : 'en-GB';
  const zone = { timeZone: ctx.config.TIME_ZONE };
  const time = at.toLocaleTimeString(locale, { ...zone, hour: '2-digit', minute: '2-digit' });
  const isMidnight = time === '00:00' || time === '24:00';
  const day = isMidnight ? new Date(at.getTime() - 1) : at;
  const date = day.toLocaleDateString(locale, { ...zone, month: 'long', day: 'numeric' });
  return isMidnight ? date : `${date} ${time}`;
}
