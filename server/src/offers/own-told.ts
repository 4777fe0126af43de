// SPDX-License-Identifier: Apache-2.0
// 免申即享 in 我的数据: what was offered, and what became of it.
import type { OwnValue } from '@lilong/contracts/registry-own';
import { speak } from '@lilong/contracts/words';
import { ownEn } from '@lilong/contracts/words/en-own';
import { ownZh } from '@lilong/contracts/words/zh-own';
import type { TellOwn } from '../kernel/own-told.ts';
import { dayIn } from '../kernel/today.ts';
import { lineOf } from './lines.ts';
import { selectOfStated } from './queries.ts';

const voices = { zh: speak('zh', ownZh), en: speak('en', ownEn) };
const most = { onScreen: 200, inFile: 100_000 } as const;

export const tellOffers: TellOwn = async (ctx, { whole }) => {
  const { language } = ctx.actor;
  const say = (key: keyof typeof ownZh, facts: Readonly<Record<string, string>> = {}) =>
    voices[language]._(key, facts);
  const values: OwnValue[] = [];
  for (const row of await selectOfStated(ctx, whole ? most.inFile : most.onScreen)) {
    const line = await lineOf(ctx, row);
    const { itemName, itemNameEn, why, whyEn, answeredOn } = line;
    const told = row.told_at === null ? null : dayIn(ctx, row.told_at);
    values.push({
      ...{ key: 'offer', name: say('own.offer'), code: row.state, day: line.offeredOn },
      says: language === 'en' ? (itemNameEn ?? itemName) : itemName,
      source: say('own.reader.program'),
      more: [
        say(`own.offer.${row.state}`, { day: answeredOn ?? line.lapsesOn }),
        say('own.offer-why', { why: language === 'en' ? (whyEn ?? why) : why }),
        ...(row.reason === null ? [] : [say('own.affair-reason', { reason: row.reason })]),
        ...(row.reminded_at === null
          ? []
          : [say('own.offer-reminded', { day: dayIn(ctx, row.reminded_at) })]),
        ...(told === null ? [] : [say(`own.offer-${row.told ?? 'told'}`, { day: told })]),
        ...(row.matter === null ? [] : [say('own.no', { ref: row.matter })]),
      ],
      ...{ number: null, label: null, ref: row.matter },
    });
  }
  return { group: 'offers', values };
};
