// SPDX-License-Identifier: Apache-2.0
import { useT } from '../words.ts';

const units = {
  UH: 'limit.urgent_hour',
  WH: 'limit.work_hour',
  WD: 'limit.work_day',
  UD: 'limit.natural_day',
  ND: 'limit.natural_day',
} as const;

/** `2UH` → 2 个紧急工作时. What is no limit is said as it stands. */
export function useLimit(): (limit: string) => string {
  const t = useT();
  return (limit) => {
    const found = /^(\d+)(UH|WH|WD|UD|ND)$/.exec(limit.trim());
    if (found === null) return limit;
    return t(units[found[2] as keyof typeof units], { count: Number(found[1]) }); // one of the five, says the pattern
  };
}
