// SPDX-License-Identifier: Apache-2.0

/** The day so many days after another, `2026-03-02`. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
