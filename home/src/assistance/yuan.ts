// SPDX-License-Identifier: Apache-2.0
/** 190000 → ¥1,900.00 */
export const yuan = (fen: number): string =>
  `¥${(fen / 100).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
