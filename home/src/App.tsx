// SPDX-License-Identifier: Apache-2.0
import { type Language, saveLanguage, whoAmI } from '@lilong/contracts/identity';
import type { Messages } from '@lilong/contracts/words';
import { ask, makeQueryClient } from '@lilong/ui/client.ts';
import { onSessionChange } from '@lilong/ui/session.ts';
import { WordsProvider } from '@lilong/ui/words.tsx';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { router } from './router.tsx';
import { keepElder, keptElder } from './session/elder.ts';
import { cachedWho } from './session/me.ts';
import { type Settings, SettingsContext } from './session/settings.ts';
import { loadWords } from './words/load.ts';

const queries = makeQueryClient();
/** What one person read is gone before the next one looks. */
onSessionChange(() => {
  void queries.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== whoAmI.path });
});

interface Spoken {
  readonly language: Language;
  readonly words: Messages;
}

export function App({ first }: { first: Spoken }): ReactNode {
  const [spoken, setSpoken] = useState(first);
  const [elder, setElder] = useState(keptElder);
  const settings = useMemo<Settings>(
    () => ({
      language: spoken.language,
      elder,
      chooseLanguage: async (language) => {
        setSpoken({ language, words: await loadWords(language) });
        await tellServer(language);
      },
      chooseElder: (chosen) => {
        keepElder(chosen);
        setElder(chosen);
      },
    }),
    [spoken.language, elder],
  );
  return (
    <SettingsContext value={settings}>
      <WordsProvider language={spoken.language} messages={spoken.words}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </WordsProvider>
    </SettingsContext>
  );
}

/** Messages to this person follow the screen. When it fails, the screen has changed all the same. */
async function tellServer(language: Language): Promise<void> {
  if (cachedWho(queries)?.me == null) return;
  await ask(saveLanguage, { language }).catch(() => undefined);
}
