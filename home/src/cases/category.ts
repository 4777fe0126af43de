// SPDX-License-Identifier: Apache-2.0
import { useLanguage } from '@lilong/ui/words.tsx';

interface Categorised {
  readonly categoryName: string | null;
  readonly categoryNameEn: string | null;
}

/** What a category is called in the reader's language; Chinese where the city wrote no English. */
export function useCategoryOf(): (one: Categorised) => string | null {
  const language = useLanguage();
  return ({ categoryName, categoryNameEn }) =>
    (language === 'en' ? categoryNameEn : null) ?? categoryName;
}
