// SPDX-License-Identifier: Apache-2.0

/** 190000 → ¥1,900; 190050 → ¥1,900.50 */
export function yuan(fen: number): string {
  const digits = fen % 100 === 0 ? 0 : 2;
  return `¥${(fen / 100).toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })}`;
}

/** What is typed in yuan, with at most two decimals; none when it is no sum. */
export function fenOf(text: string): number | undefined {
  const found = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (found === null) return undefined;
  return Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'));
}
