// SPDX-License-Identifier: Apache-2.0

import type { Problem } from '@lilong/contracts/call';
import { type Span, spansIn } from '@lilong/contracts/opening-hours';
import { localProblem } from '@lilong/ui/client.ts';
import type { useT } from '../words.ts';

/** What somebody typed as the hours of a day. */
export interface TypedSpans {
  readonly spans: Span[];
  readonly problem?: Problem;
}

/** As it is typed; what is wrong with it is said in the words of the server. */
export function readSpans(text: string): TypedSpans {
  const read = spansIn(text);
  if ('spans' in read) return read;
  const { kind, ...facts } = read.fault;
  return { spans: [], problem: localProblem(`counters.hours-${kind}`, 400, undefined, facts) };
}

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
