// SPDX-License-Identifier: Apache-2.0

import type { Problem } from '@lilong/contracts/call';
import { faultIn, type Span } from '@lilong/contracts/opening-hours';
import { localProblem } from '@lilong/ui/client.ts';
import type { useT } from '../words.ts';

/** What somebody typed as the hours of a day. */
export interface TypedSpans {
  readonly spans: Span[];
  readonly problem?: Problem;
}

const between = /\s*(?:[-–—~～]|至|到)\s*/g;
const span = /^(\d{1,2})(?:[:：]?(\d{2}))?-(\d{1,2})(?:[:：]?(\d{2}))?$/;

/** `8:30-11:30 13-16:30`, with any comma, dash or colon; nothing typed is shut all day. */
export function readSpans(text: string): TypedSpans {
  const parts = text
    .replace(between, '-')
    .split(/[\s,，、;；]+/)
    .filter((part) => part !== '');
  const spans: Span[] = [];
  for (const part of parts) {
    const [, from, fromMinutes = '00', to, toMinutes = '00'] = span.exec(part) ?? [];
    if (from === undefined || to === undefined) return faulty('time', { value: part });
    spans.push([`${from.padStart(2, '0')}:${fromMinutes}`, `${to.padStart(2, '0')}:${toMinutes}`]);
  }
  const fault = faultIn(spans);
  if (fault === undefined) return { spans };
  const { kind, ...facts } = fault;
  return faulty(kind, facts);
}
const faulty = (kind: string, facts: Problem['facts']): TypedSpans => ({
  spans: [],
  problem: localProblem(`counters.hours-${kind}`, 400, undefined, facts),
});

export const writeSpans = (spans: readonly (readonly [string, string])[]): string =>
  spans.map(([from, to]) => `${from}-${to}`).join(' ');

/** 08:30–11:30、13:00–16:30. */
export function spansWords(
  t: ReturnType<typeof useT>,
  spans: readonly (readonly [string, string])[],
): string {
  if (spans.length === 0) return t('hours.off');
  const said = spans.map(([from, to]) => `${from}–${to}`).join(t('list.join'));
  return said === '00:00–24:00' ? t('hours.whole') : said;
}
