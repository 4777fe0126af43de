// SPDX-License-Identifier: Apache-2.0

/** How somebody asks for a place. */
export interface Sought {
  /** As places are written: no blanks, digits narrow, small letters. */
  readonly text: string;
  /** Letters only: a beginning of pinyin, by initials or in full. */
  readonly isPinyin: boolean;
  /** It has a house or lane number, so a door is meant. */
  readonly isDoor: boolean;
}

/** Brings typed words into the form in which places are stored: `南京东路 １３９ 弄` → `南京东路139弄`. */
export function soughtOf(words: string): Sought {
  const text = words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s,，。·]|(?<!\d)-|-(?!\d)/g, '') // 12-3号 is a number of its own
    .replaceAll('號', '号');
  return { text, isPinyin: /^[a-z]+$/.test(text), isDoor: /\d/.test(text) };
}

/** `like` pattern of a beginning; the signs that `like` gives a meaning stand for themselves. */
export function beginning(text: string): string {
  return `${text.replace(/[\\%_]/g, '\\$&')}%`;
}
