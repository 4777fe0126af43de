// SPDX-License-Identifier: Apache-2.0
import { pinyin } from 'pinyin-pro';

/** Names that the dictionary reads otherwise than their neighbours do. */
const localReadings: readonly (readonly [name: string, reading: string])[] = [
  ['莘庄', 'xin zhuang'],
  ['重固', 'chong gu'],
  ['殷行', 'yin hang'],
  ['圩', 'wei'],
];

/** Syllables of a name without tones, for search and for English screens: `nan jing dong lu jie dao`. */
export function pinyinOf(name: string): string {
  const local = localReadings.find(([part]) => name.includes(part));
  if (local === undefined) return syllablesOf(name);
  const [part, reading] = local;
  return name
    .split(part)
    .map(syllablesOf)
    .flatMap((syllables, index) => (index === 0 ? [syllables] : [reading, syllables]))
    .filter((syllables) => syllables !== '')
    .join(' ');
}

function syllablesOf(name: string): string {
  return pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
    .map((syllable) => syllable.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .filter((syllable) => syllable !== '')
    .join(' ');
}
