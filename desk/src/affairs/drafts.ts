// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';

/** What a form under an application holds while it is written. */
export interface ActDraft {
  readonly reason?: string;
  readonly remedy?: string;
  readonly words?: string;
  readonly answer?: string;
}

/** Forms begun and left, kept as long as the page lives. */
const drafts = new Map<string, ActDraft>();

export interface Writing {
  readonly draft: ActDraft;
  readonly change: (part: ActDraft) => void;
  /** It was sent. */
  readonly forget: () => void;
}

/** Survives a refusal, a conflict and a look at another application. It begins with what is usually written. */
export function useWriting(ref: string, act: string, usual: ActDraft = {}): Writing {
  const name = `${ref} ${act}`;
  const [draft, setDraft] = useState<ActDraft>(() => drafts.get(name) ?? usual);
  return {
    draft,
    change: (part) => {
      const now = { ...draft, ...part };
      drafts.set(name, now);
      setDraft(now);
    },
    forget: () => void drafts.delete(name),
  };
}

/** What was written, or nothing at all. */
export const said = (words: string | undefined): string | undefined => {
  const text = words?.trim() ?? '';
  return text === '' ? undefined : text;
};
