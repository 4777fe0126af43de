// SPDX-License-Identifier: Apache-2.0
// 证照 in 我的数据: what somebody holds, and in the file what it says.
import type { OwnValue } from '@lilong/contracts/registry-own';
import { speak } from '@lilong/contracts/words';
import { ownEn } from '@lilong/contracts/words/en-own';
import { ownZh } from '@lilong/contracts/words/zh-own';
import type { TellOwn } from '../kernel/own-told.ts';
import { openHeld, selectHeld } from './own.ts';
import { lineOf } from './read.ts';

const voices = { zh: speak('zh', ownZh), en: speak('en', ownEn) };
const most = { onScreen: 200, inFile: 100_000 } as const;

export const tellCertificates: TellOwn = async (ctx, { whole }) => {
  const say = (key: keyof typeof ownZh, facts: Readonly<Record<string, string>> = {}) =>
    voices[ctx.actor.language]._(key, facts);
  const rows = await selectHeld(ctx, whole ? most.inFile : most.onScreen);
  const values = rows.map((row): OwnValue => {
    const { ref, name, issuerName, on, to, state, reason } = lineOf(ctx, row);
    const said = whole ? openHeld(ctx, row).body.says : [];
    return {
      ...{ key: 'certificate', name: say('own.certificate'), says: name, code: state },
      ...{ source: issuerName, day: on },
      more: [
        say(`own.certificate.${state}`),
        say('own.no', { ref }),
        ...(to === null ? [] : [say('own.until', { day: to })]),
        ...(reason === null ? [] : [say('own.certificate-reason', { reason })]),
        ...said.map(([what, value]) => say('own.pair', { what, value })),
      ],
      ...{ number: null, label: null, ref },
    };
  });
  return { group: 'certificates', values };
};
