// SPDX-License-Identifier: Apache-2.0
import { pinyin } from 'pinyin-pro';

/** Syllables of a person's name without tones, the surname read as a surname: 单晓明 → `shan xiao ming`. */
export function personPinyin(name: string): string {
  const options = { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true } as const;
  return pinyin(name, { ...options, surname: 'head' })
    .map((syllable) => syllable.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .filter((syllable) => syllable !== '')
    .join(' ');
}
