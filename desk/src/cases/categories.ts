// SPDX-License-Identifier: Apache-2.0
import type { CaseLine } from '@lilong/contracts/case-shapes';
import { listCategories } from '@lilong/contracts/cases';
import type { ReplyOf } from '@lilong/contracts/route';
import { useRead } from '@lilong/ui/client.ts';
import { useLanguage } from '@lilong/ui/words.tsx';
import { useMemo } from 'react';
import type { Option } from '../parts/Picker.tsx';

type Categories = ReplyOf<typeof listCategories>;
export type CategoryLine = Categories['categories'][number];

/** Categories in force, called as the reader's language has them where the city wrote that; undefined until they come. */
export function useCategories(): Categories | undefined {
  const english = useLanguage() === 'en';
  const { data } = useRead(listCategories, {}, { staleTime: 600_000 });
  return useMemo(() => {
    if (data === undefined || !english) return data;
    const called = <T extends { name: string; nameEn: string | null }>(one: T): T => ({
      ...one,
      name: one.nameEn ?? one.name,
    });
    const categories = data.categories.map((one) => ({
      ...called(one),
      majorName: one.majorNameEn ?? one.majorName,
    }));
    return { categories, frequent: data.frequent.map(called) };
  }, [data, english]);
}

/** Stands for a name until the English ones have come: better nothing for a moment than another language. */
const notYet = '…';

/** Finds a category to call it by its English name; without one, or when none came, it is called as it was. */
function useEnglishName(): (isIt: (one: CategoryLine) => boolean, name: string) => string {
  const english = useLanguage() === 'en';
  const { data, error } = useRead(listCategories, {}, { staleTime: 600_000, enabled: english });
  return (isIt, name) => {
    if (!english) return name;
    if (data === undefined) return error === null ? notYet : name;
    return data.categories.find(isIt)?.nameEn ?? name;
  };
}

/** What a category is called in the reader's language, by its key; as it came when it is no longer in force. */
export function useCategoryName(): (key: string, name: string) => string {
  const called = useEnglishName();
  return (key, name) => called((one) => one.key === key, name);
}

/** The same for what the flow log kept of it, which is its name at that time. */
export function useCategoryNamed(): (name: string) => string {
  const called = useEnglishName();
  return (name) => called((one) => one.name === name, name);
}

/** The category of a case in the reader's language. */
export function useCategoryOf(): (
  line: Pick<CaseLine, 'categoryName' | 'categoryNameEn'>,
) => string | null {
  const english = useLanguage() === 'en';
  return ({ categoryName, categoryNameEn }) => (english ? categoryNameEn : null) ?? categoryName;
}

/** The same to choose from; undefined until they come. */
export function useCategoryOptions(): readonly Option<string>[] | undefined {
  const known = useCategories();
  return useMemo(
    () =>
      known?.categories.map(({ key, name, majorName }) => ({
        value: key,
        label: name,
        group: majorName,
      })),
    [known],
  );
}
