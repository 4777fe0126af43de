// SPDX-License-Identifier: Apache-2.0
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
    return { categories: data.categories.map(called), frequent: data.frequent.map(called) };
  }, [data, english]);
}

/** The same to choose from. */
export function useCategoryOptions(): readonly Option<string>[] {
  const known = useCategories();
  return useMemo(
    () =>
      (known?.categories ?? []).map(({ key, name, majorName }) => ({
        value: key,
        label: name,
        group: majorName,
      })),
    [known],
  );
}
