// SPDX-License-Identifier: Apache-2.0
// What follows by itself: a household is taken over, answers are collected, notices come down, who is due is found.
import { assistanceItems } from '@lilong/contracts/assistance-items';
import { parseRef } from '@lilong/contracts/refs';
import { lookEverywhere } from '../affairs/index.ts';
import { systemActor } from '../kernel/actor.ts';
import type { Ctx } from '../kernel/ctx.ts';
import type { Host } from '../kernel/host.ts';
import { asSystem } from '../kernel/serve.ts';
import { takeAnswers } from './answers.ts';
import { follow } from './begin.ts';
import { awardedEvent } from './decide.ts';
import { selectWaiting } from './inquire.ts';
import { followAward } from './labels.ts';
import { endNotices } from './notices.ts';
import { lockMatter } from './queries.ts';
import { findDue } from './rechecks.ts';

/** Matters in one run. */
const CHUNK = 100;

export function assistanceOn({ subscribers }: Host): void {
  subscribers.on('affair.moved', 'assistance.follow', async (ctx, { subject, facts }) => {
    const key = parseRef('A', subject);
    if (key !== undefined && assistanceItems.includes(String(facts.item))) await follow(ctx, key);
  });
  subscribers.on(awardedEvent, 'assistance.label', followAward);
  subscribers.every('* * * * *', 'assistance.answers', collectAnswers);
  subscribers.every('11 0 * * *', 'assistance.notices', takeDownNotices);
  subscribers.every('41 0 * * *', 'assistance.due', findWhoIsDue);
}

const inTurn = <R>(host: Host, name: string, work: (ctx: Ctx) => Promise<R>): Promise<R> =>
  asSystem(host, name, systemActor, work);

export async function collectAnswers(host: Host): Promise<void> {
  const name = 'assistance.answers';
  const waiting = await inTurn(host, name, async (ctx) => {
    await lookEverywhere(ctx);
    return selectWaiting(ctx, CHUNK);
  });
  for (const key of waiting)
    await inTurn(host, name, async (ctx) => {
      await lookEverywhere(ctx);
      const matter = await lockMatter(ctx, key);
      if (matter !== undefined) await takeAnswers(ctx, matter);
    });
}

export async function takeDownNotices(host: Host): Promise<void> {
  while ((await inTurn(host, 'assistance.notices', (ctx) => endNotices(ctx, CHUNK))) === CHUNK);
}

export async function findWhoIsDue(host: Host): Promise<void> {
  await inTurn(host, 'assistance.due', findDue);
}
