// SPDX-License-Identifier: Apache-2.0
// Tables that are taken along and opened in an office program.

/** No cell is taken for a formula; an amount below nought is a number. */
const cell = (text: string): string =>
  `"${(/^[=+\-@\t\r]/.test(text) && !/^-\d+(\.\d+)?$/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** Lines of cells, with the mark by which office programs know UTF-8. */
export const csvOf = (lines: readonly (readonly string[])[]): string =>
  `\uFEFF${lines.map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`;

/** 123456 → 1234.56 */
export function yuanOf(fen: number): string {
  const whole = Math.abs(fen);
  const sign = fen < 0 ? '-' : '';
  return `${sign}${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, '0')}`;
}
