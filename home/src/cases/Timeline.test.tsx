// SPDX-License-Identifier: Apache-2.0
import { WordsProvider } from '@lilong/ui/words.tsx';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { loadWords } from '../words/load.ts';
import { Timeline } from './Timeline.tsx';

const at = '2026-03-02T01:12:00.000Z';

test.each([
  ['zh', '承办单位接下了'],
  ['en', 'The office in charge accepted it'],
] as const)('in %s somebody did it, also where nobody is named', async (language, said) => {
  const html = renderToStaticMarkup(
    <WordsProvider language={language} messages={await loadWords(language)}>
      <Timeline entries={[{ at, code: 'accepted', facts: {}, words: null }]} />
    </WordsProvider>,
  );
  expect(html).toContain(said);
});
