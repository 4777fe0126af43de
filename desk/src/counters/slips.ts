// SPDX-License-Identifier: Apache-2.0
import type { ServiceLine } from '@lilong/contracts/counters';

/** A slip as it went in. */
export interface TypedSlip {
  readonly number: string;
  /** Its matters in words. */
  readonly said: string;
  readonly time: string;
  readonly ahead: number;
}

/** `915`, `9:15`, `09：15` → `09:15`; undefined when it is no time. */
export function readTime(text: string): string | undefined {
  const found = /^(\d{1,2})[:：.]?(\d{2})$/.exec(text.trim());
  const [, hour = '', minute = ''] = found ?? [];
  if (found === null || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, '0')}:${minute}`;
}

/** Letters of the classes, `AB` or `a b` → their keys; undefined when one is none or there is no letter. */
export function readClasses(
  text: string,
  services: readonly Pick<ServiceLine, 'service' | 'letter'>[],
): string[] | undefined {
  const letters = [...new Set(text.toUpperCase().replace(/[^A-Z]/g, ''))];
  const found = letters.map((one) => services.find(({ letter }) => letter === one)?.service);
  const known = found.filter((one) => one !== undefined);
  return known.length === 0 || known.length < found.length ? undefined : known;
}

/** `K012` → `K013`; what is no number stays as it is. */
export function numberAfter(number: string): string {
  const [, letter = '', figures = ''] = /^([A-Za-z]?)0*(\d+)$/.exec(number.trim()) ?? [];
  if (figures === '') return number;
  return `${(letter || 'K').toUpperCase()}${String(Number(figures) + 1).padStart(3, '0')}`;
}
