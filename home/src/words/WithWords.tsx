// SPDX-License-Identifier: Apache-2.0
import type { Language } from '@lilong/contracts/identity';
import type { Messages } from '@lilong/contracts/words';
import { MoreWords, useLanguage } from '@lilong/ui/words.tsx';
import { type ReactNode, Suspense, use } from 'react';
import { Coming, Opening } from '../shell/Fallbacks.tsx';

/** Pages that bring their words with them. */
export type Part =
  | 'affairs'
  | 'assistance'
  | 'certificates'
  | 'data'
  | 'helpers'
  | 'kiosk'
  | 'offers'
  | 'office'
  | 'ratings';

interface WithWordsProps {
  readonly of: Part;
  /** A part of a page: nothing stands there while they come. */
  readonly quiet?: true;
  /** What stands there instead. */
  readonly meanwhile?: ReactNode;
  readonly children: ReactNode;
}

/** Whoever reports a problem does not wait for the words of other pages: they come with those. */
export function WithWords(props: WithWordsProps): ReactNode {
  return (
    <Suspense fallback={props.meanwhile ?? (props.quiet === true ? <Coming /> : <Opening />)}>
      <Brought {...props} />
    </Suspense>
  );
}

function Brought({ of, children }: Pick<WithWordsProps, 'of' | 'children'>): ReactNode {
  const messages = use(wordsOf(of, useLanguage()));
  return <MoreWords messages={messages}>{children}</MoreWords>;
}

const coming = new Map<string, Promise<Messages>>();

/** Fetched once; without a network it is tried again when the page is. */
function wordsOf(part: Part, language: Language): Promise<Messages> {
  const name = `${part} ${language}`;
  const known = coming.get(name);
  if (known !== undefined) return known;
  const fetched = sources[part][language]();
  coming.set(name, fetched);
  fetched.catch(() => coming.delete(name));
  return fetched;
}

const sources: Record<Part, Record<Language, () => Promise<Messages>>> = {
  affairs: {
    zh: async () => {
      const [own, ofAll] = await Promise.all([
        import('./zh-affairs.ts'),
        import('@lilong/contracts/words/zh-affairs'),
      ]);
      return { ...ofAll.affairWords, ...own.affairsZh };
    },
    en: async () => {
      const [own, ofAll] = await Promise.all([
        import('./en-affairs.ts'),
        import('@lilong/contracts/words/en-affairs'),
      ]);
      return { ...ofAll.affairWords, ...own.affairsEn };
    },
  },
  assistance: {
    zh: async () => (await import('./zh-assistance.ts')).assistanceZh,
    en: async () => (await import('./en-assistance.ts')).assistanceEn,
  },
  certificates: {
    zh: async () => (await import('./zh-certificates.ts')).certificatesZh,
    en: async () => (await import('./en-certificates.ts')).certificatesEn,
  },
  data: {
    zh: async () => (await import('./zh-data.ts')).dataZh,
    en: async () => (await import('./en-data.ts')).dataEn,
  },
  offers: {
    zh: async () => {
      const [own, ofAffairs] = await Promise.all([import('./zh-offers.ts'), sources.affairs.zh()]);
      return { ...ofAffairs, ...own.offersZh };
    },
    en: async () => {
      const [own, ofAffairs] = await Promise.all([import('./en-offers.ts'), sources.affairs.en()]);
      return { ...ofAffairs, ...own.offersEn };
    },
  },
  helpers: {
    zh: async () => (await import('./zh-helpers.ts')).helpersZh,
    en: async () => (await import('./en-helpers.ts')).helpersEn,
  },
  office: {
    zh: async () => (await import('./zh-office.ts')).officeZh,
    en: async () => (await import('./en-office.ts')).officeEn,
  },
  kiosk: {
    zh: async () => (await import('./zh-kiosk.ts')).kioskZh,
    en: async () => (await import('./en-kiosk.ts')).kioskEn,
  },
  ratings: {
    zh: async () => (await import('./zh-ratings.ts')).ratingsZh,
    en: async () => (await import('./en-ratings.ts')).ratingsEn,
  },
};
