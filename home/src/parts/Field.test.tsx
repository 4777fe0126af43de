// SPDX-License-Identifier: Apache-2.0
import { WordsProvider } from '@lilong/ui/words.tsx';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { loadWords } from '../words/load.ts';
import { Field } from './Field.tsx';
import { lacking } from './local.ts';

test.each([
  ['zh', '您的回答', '请填写「您的回答」。'],
  ['en', 'Your answer', 'Please fill in “Your answer”.'],
] as const)(
  'in %s an empty field is named as it stands on the page',
  async (language, label, said) => {
    const html = renderToStaticMarkup(
      <WordsProvider language={language} messages={await loadWords(language)}>
        <Field
          name="words"
          label={label}
          value=""
          onChange={() => undefined}
          refusal={lacking('words')}
        />
      </WordsProvider>,
    );
    expect(html).toContain(said);
  },
);
