// SPDX-License-Identifier: Apache-2.0

const titleLength = 40; // characters

/** The first sentence of what was said, short enough for a line. */
export function titleOf(words: string | undefined, categoryName: string | undefined): string {
  const first = (words ?? '').trim().split(/[。！？!?\n]/)[0] ?? '';
  if (first === '') return categoryName ?? '语音留言';
  return first.length <= titleLength ? first : `${first.slice(0, titleLength - 1)}…`;
}
