// SPDX-License-Identifier: Apache-2.0

import type { MyReport } from '@lilong/contracts/cases';
import type { Language } from '@lilong/contracts/identity';
import { WordsProvider } from '@lilong/ui/words.tsx';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadWords } from '../words/load.ts';
import { Standing } from './promise.tsx';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-03-02T01:12:00Z') }); // 09:12 in Shanghai
});
afterEach(() => {
  vi.useRealTimers();
});

const report: MyReport = {
  ref: 'R310101002-77X',
  title: '弄口垃圾堆了两天',
  address: '南京东路 139 弄口',
  placeName: '云南中路居委会',
  placePinyin: 'yun nan zhong lu ju wei hui',
  state: 'reported',
  round: 1,
  reportedAt: '2026-03-02T01:12:00.000Z',
  answerDue: '2026-03-03T16:00:00.000Z',
  answeredAt: null,
  solveDue: null,
  dueAt: '2026-03-03T16:00:00.000Z',
  pausedUntil: null,
  provisional: false,
  late: false,
  organisationName: null,
  step: 0,
  question: null,
  needsRating: false,
  withdrawn: false,
};

async function read(
  changes: Partial<MyReport>,
  outcome?: string,
  language: Language = 'zh',
): Promise<string> {
  const words = await loadWords(language);
  const shown = { ...report, ...changes };
  return renderToStaticMarkup(
    <WordsProvider language={language} messages={words}>
      {outcome === undefined ? (
        <Standing report={shown} />
      ) : (
        <Standing report={shown} outcome={outcome} />
      )}
    </WordsProvider>,
  );
}
const textOf = (html: string) => html.replace(/<[^>]+>/g, '');

test('a new report says who looks next and when the first answer comes', async () => {
  expect(textOf(await read({}))).toBe('收到了，等人来看，答应明天 24:00 前给您答复');
  expect(textOf(await read({}, undefined, 'en'))).toContain('an answer by tomorrow 24:00');
});

test('once registered it is the solving that is promised, soon is amber and late is red', async () => {
  const handling = { state: 'handling', answeredAt: report.reportedAt, step: 3 } as const;
  const solving = (due: string) => ({ ...handling, solveDue: due, dueAt: due });
  const soon = await read(solving('2026-03-02T03:00:00.000Z'));
  expect(textOf(soon)).toBe('正在办，答应今天 11:00 前办好');
  expect(soon).toContain('tone soon');
  const late = await read({ ...solving('2026-03-01T03:00:00.000Z'), late: true });
  expect(textOf(late)).toBe('正在办，答应的昨天 11:00 已经过了');
  expect(late).toContain('tone late');
  expect(
    textOf(await read({ ...solving('2027-02-08T16:00:00.000Z'), provisional: true })),
  ).toContain('（暂定）');
});

test('nothing past is promised while it waits, nor once it is done and being checked', async () => {
  const passed = { answeredAt: report.reportedAt, solveDue: '2026-03-01T03:00:00.000Z', step: 3 };
  const stands = { ...passed, dueAt: null } as const;
  const paused = { state: 'handling', pausedUntil: '2026-03-10T16:00:00.000Z' } as const;
  expect(textOf(await read({ ...stands, ...paused }))).toBe('先停一停，3 月 10 日 24:00 后接着办');
  expect(textOf(await read({ ...stands, state: 'pending_check' }))).toBe('做好了，正去现场核对');
});

test('what is wanted of the reporter comes before everything else', async () => {
  expect(textOf(await read({ question: '多高的树？' }))).toBe('办事的人想问您一句');
  expect(textOf(await read({ state: 'closed', needsRating: true }))).toBe('办好了，请您看看结果');
});

test('declined and withdrawn are told apart, and neither promises anything', async () => {
  const ended = { state: 'not_accepted', answeredAt: report.reportedAt, dueAt: null } as const;
  expect(textOf(await read(ended))).toBe('不再办了');
  expect(textOf(await read({ ...ended, withdrawn: true }))).toBe('您撤回了');
  expect(textOf(await read(ended, '不归街道管'))).toBe('没有受理，理由见下面');
});

test('what the street stopped is not called done', async () => {
  const stopped = textOf(await read({ state: 'forced_close', needsRating: true }, '明年改造'));
  expect(stopped).toBe('停办了，请您看看理由');
  expect(textOf(await read({ state: 'closed', needsRating: true }, '清运了'))).toContain('办好了');
});
