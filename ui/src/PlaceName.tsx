// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from 'react';
import { useLanguage } from './words.tsx';

interface Named {
  readonly name: string;
  readonly pinyin?: string | null;
}

/** A place keeps its Chinese name, which is what signs and neighbours say; English screens say how it is read. */
export function PlaceName({ of: place }: { of: Named }): ReactNode {
  const reading = useReading(place);
  if (reading === undefined) return place.name;
  return (
    <>
      <span lang="zh-CN">{place.name}</span>{' '}
      <span className="reading" lang="zh-Latn">
        {reading}
      </span>
    </>
  );
}

/** The reading alone, for English screens; a phone may remember a place without one. */
export function useReading(place: Named | null): string | undefined {
  const language = useLanguage();
  if (language !== 'en' || place?.pinyin == null || place.pinyin === '') return undefined;
  return place.pinyin.replace(/(^| )[a-z]/g, (first) => first.toUpperCase());
}

/** The name inside a sentence. */
export function useSaidPlace(place: Named | null): string {
  const reading = useReading(place);
  const name = place?.name ?? '';
  return reading === undefined ? name : `${name} (${reading})`;
}
