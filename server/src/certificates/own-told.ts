// SPDX-License-Identifier: Apache-2.0
// 证照 in 我的数据: what somebody holds, and in the file what it says.
import type { OwnValue } from '@lilong/contracts/registry-own';
import { speak } from '@lilong/contracts/words';
import { ownEn } from '@lilong/contracts/words/en-own';
import { ownZh } from '@lilong/contracts/words/zh-own';
import type { TellOwn } from '../kernel/own-told.ts';
import { selectHeld } from './own.ts';
import { lineOf } from './read.ts';
import { openHeld } from './whole.ts';

const voices = { zh: speak('zh', ownZh), en: speak('en', ownEn) };
const nothing = { body: undefined, text: null } as const;
const most = { onScreen: 200, inFile: 100_000 } as const;

export const tellCertificates: TellOwn = async (ctx, { whole }) => {
  const say = (key: keyof typeof ownZh, facts: Readonly<Record<string, string>> = {}) =>
    voices[ctx.actor.language]._(key, facts);
  const rows = await selectHeld(ctx, whole ? most.inFile : most.onScreen, 'both');
  const values = rows.map((row): OwnValue => {
    const { ref, name, issuerName, on, to, state, reason, letter, matter } = lineOf(ctx, row);
    const { body, text } = whole ? openHeld(ctx, row) : nothing;
    return {
      ...{ key: 'certificate', says: name, code: state },
      name: say(letter === null ? 'own.certificate' : `own.letter.${letter}`),
      ...{ source: issuerName, day: on },
      more: [
        say(`own.certificate.${state}`),
        say('own.no', { ref }),
        ...(to === null ? [] : [say('own.until', { day: to })]),
        ...(reason === null ? [] : [say('own.certificate-reason', { reason })]),
        ...(letter === null || matter === null ? [] : [say('own.letter-of', { ref: matter })]),
        ...(body?.says ?? []).map(([what, value]) => say('own.pair', { what, value })),
        ...(text?.split('\n') ?? []),
      ],
      ...{ number: null, label: null, ref },
    };
  });
  return { group: 'certificates', values };
};
