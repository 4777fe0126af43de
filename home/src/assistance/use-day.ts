// SPDX-License-Identifier: Apache-2.0
import { momentAt } from '@lilong/ui/moment.ts';
import { useMoment } from '@lilong/ui/words.tsx';

/** `2026-03-02` as people say it: 3 月 2 日. */
export function useDay(): (day: string) => string {
  const say = useMoment();
  return (day) => say(momentAt(`${day}T12:00`).toISOString(), 'day');
}
