// SPDX-License-Identifier: Apache-2.0
import type { Language } from '@lilong/contracts/identity';
import { currentLanguage } from '@lilong/ui/session.ts';
import { WordsProvider } from '@lilong/ui/words.tsx';
import { RouterProvider } from '@tanstack/react-router';
import { ConfigProvider } from 'antd';
import { type ReactNode, Suspense, use, useMemo, useState } from 'react';
import { LanguageChoiceContext } from './language.ts';
import { router } from './routes.tsx';
import { theme } from './theme.ts';
import { loadWords } from './words.ts';

export function App(): ReactNode {
  const [language, choose] = useState(currentLanguage);
  const choice = useMemo(() => ({ language, choose }), [language]);
  return (
    <LanguageChoiceContext value={choice}>
      <Suspense>
        <Spoken language={language} />
      </Suspense>
    </LanguageChoiceContext>
  );
}

/** Everything below speaks one language; its words come as one file. */
function Spoken({ language }: { readonly language: Language }): ReactNode {
  const { messages, antd } = use(loadWords(language));
  return (
    <WordsProvider language={language} messages={messages}>
      <ConfigProvider
        theme={theme}
        locale={antd}
        button={{ autoInsertSpace: false }}
        wave={{ disabled: true }}
      >
        <RouterProvider router={router} />
      </ConfigProvider>
    </WordsProvider>
  );
}
