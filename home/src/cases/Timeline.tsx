// SPDX-License-Identifier: Apache-2.0
import type { MyReportPage } from '@lilong/contracts/cases';
import { timelineCodes } from '@lilong/contracts/words/keys';
import { useMoment } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { useT } from '../words/use.ts';

type Entry = MyReportPage['timeline'][number];
type Code = (typeof timelineCodes)[number];

/** What happened, in the order it happened, without the office's words. */
export function Timeline({ entries }: { entries: readonly Entry[] }): ReactNode {
  const t = useT();
  const sayMoment = useMoment();
  return (
    <section>
      <h2>{t('my.timeline')}</h2>
      <ol className="timeline">
        {entries.map((entry) => (
          <li key={`${entry.at} ${entry.code} ${entry.words}`}>
            <time dateTime={entry.at}>{sayMoment(entry.at)}</time>
            <div>
              <b>
                {isKnown(entry.code)
                  ? t(`timeline.${entry.code}`, said(entry.facts, sayMoment, t('timeline.office')))
                  : t('timeline.else')}
              </b>
              {entry.words !== null && <p>{entry.words}</p>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A newer server may know more codes than this page. */
const isKnown = (code: string): code is Code => (timelineCodes as readonly string[]).includes(code);

/** Moments among the facts become words, and somebody did it; the rest stays. */
function said(
  facts: Entry['facts'],
  sayMoment: ReturnType<typeof useMoment>,
  office: string,
): Record<string, unknown> {
  const { until, organisation } = facts;
  return {
    ...facts,
    organisation: organisation ?? office,
    until: typeof until === 'string' ? sayMoment(until) : '',
  };
}
