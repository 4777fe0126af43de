// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { caseActs, caseMoves, caseStates } from '../src/case-flow.ts';
import { type Language, roles } from '../src/identity.ts';
import { type RefusalCode, refusals } from '../src/refusals.ts';
import { speak } from '../src/words.ts';
import { bracesOf, differingBraces } from './braces.ts';
import { en } from './en.ts';
import { plain as plainEn } from './en-plain.ts';
import { postless, type SharedWords, timelineCodes } from './keys.ts';
import { zh } from './zh.ts';
import { plain as plainZh } from './zh-plain.ts';

const languages: [Language, SharedWords][] = [
  ['zh', zh],
  ['en', en],
];

test('both languages have the same keys, and no empty words', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  for (const [, words] of languages) {
    expect(Object.entries(words).filter(([, text]) => text.trim() === '')).toEqual([]);
  }
});

test.each(languages)('%s: every code, state, move, act and role has words', (_language, words) => {
  const keys = [
    ...Object.keys(refusals).map((code) => `refusal.${code}`),
    ...caseStates.flatMap((state) => [`state.${state}`, `state.plain.${state}`]),
    ...caseMoves.map((move) => `move.${move}`),
    ...caseActs.map((act) => `act.${act}`),
    ...[...roles, ...postless].map((role) => `role.${role}`),
    ...timelineCodes.map((code) => `timeline.${code}`),
  ];
  expect(keys.filter((key) => !(key in words))).toEqual([]);
});

test.each(languages)('%s: a refusal names only the facts it has', (_language, words) => {
  const wrong = (Object.keys(refusals) as RefusalCode[]).flatMap((code) => {
    const facts: readonly string[] = refusals[code].facts;
    return bracesOf(words[`refusal.${code}`])
      .filter((name) => !facts.includes(name))
      .map((name) => `${code}: {${name}}`);
  });
  expect(wrong).toEqual([]);
});

test('what a phone refuses by itself is among the words that it loads', () => {
  const ownRefusals: RefusalCode[] = [
    ...(['input.invalid', 'cases.say-something', 'places.outside'] as const),
    ...(['files.too-large', 'files.not-an-image', 'files.heic', 'files.bomb'] as const),
  ];
  for (const words of [plainZh, plainEn])
    expect(ownRefusals.filter((code) => !(`refusal.${code}` in words))).toEqual([]);
});

test('both languages use the same braces in everything but refusals', () => {
  const differing = differingBraces(zh, en).filter((key) => !key.startsWith('refusal.'));
  expect(differing).toEqual([]);
});

test('a refusal says states and roles in the reader’s language', () => {
  const facts = { ref: 'C310101002-421377', state: 'handling', who: 'checker' };
  expect(speak('zh', zh)._('refusal.cases.changed', facts)).toBe(
    '案件 C310101002-421377 刚刚被核查员改过，现在是「处置中」。请看过新情况再办，您写的内容还在。',
  );
  expect(speak('en', en)._('refusal.cases.changed', { ...facts, who: 'resident' })).toBe(
    'Case C310101002-421377 was just changed by a reporter and is now being handled. Look at what is new; what you typed is still here.',
  );
  expect(speak('zh', zh)._('refusal.input.invalid', { field: 'phone', rule: 'pattern' })).toBe(
    '「手机号」填得不对，请改一改再送。',
  );
});

test.each(languages)('%s: whoever may stand in a flow log is named by role', (language, words) => {
  const said = (who: string) =>
    speak(language, words)._('refusal.cases.changed', { ref: 'C1', state: 'handling', who });
  const unnamed = [...roles, ...postless].filter(
    (who) => said(who) === said('?').replace('?', who),
  );
  expect(unnamed).toEqual([]);
});
