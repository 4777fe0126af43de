// SPDX-License-Identifier: Apache-2.0
import { useRouter } from '@tanstack/react-router';
import { Button } from 'antd';
import {
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
} from 'react';
import { Empty } from '../parts/Empty.tsx';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useT } from '../words.ts';
import { CaseRow } from './CaseRow.tsx';
import { useNow } from './due.ts';
import { Elsewhere } from './Elsewhere.tsx';
import type { Inbox } from './useInbox.ts';

/** The list itself. Rows out of sight cost nothing (`content-visibility` in inbox.css). */
export function CaseRows({ inbox }: { readonly inbox: Inbox }): ReactNode {
  const t = useT();
  const now = useNow();
  const { list, split, openRef, picked } = inbox;
  const box = useOpenInSight(inbox);
  const latest = useRef(inbox);
  useEffect(() => {
    latest.current = inbox;
  });
  const { navigate } = useRouter();
  const open = useCallback(
    (ref: string, event: MouseEvent) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      if (latest.current.split) latest.current.show(ref);
      else void navigate({ to: '/cases/$ref', params: { ref } });
    },
    [navigate],
  );
  const pick = useCallback((ref: string) => latest.current.pick(ref), []);

  if (list.fault !== null) return <Refused problem={list.fault.problem} again={list.again} />;
  if (list.waiting) return <Waiting rows={8} />;
  if (list.lines.length === 0) return <NoRows inbox={inbox} />;
  return (
    <div className="rows-box" aria-busy={list.stale} ref={box}>
      <ul className="rows" aria-label={t('inbox.rows')}>
        {list.lines.map((line) => (
          <CaseRow
            key={line.ref}
            line={line}
            now={now}
            open={split && line.ref === openRef}
            picked={picked.has(line.ref)}
            onPick={split ? pick : undefined}
            onOpen={open}
          />
        ))}
      </ul>
      {list.more !== undefined && (
        <p className="rows-more">
          <Button onClick={list.more}>{t('inbox.more')}</Button>
        </p>
      )}
    </div>
  );
}

/** Another list begins at its top, or where the open case stands; while it is the same list, the eye is left in peace. */
function useOpenInSight({ filters, list }: Inbox): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  const { case: _open, ...asked } = filters;
  const shown = list.waiting || list.stale ? undefined : JSON.stringify(asked);
  useEffect(() => {
    if (shown === undefined || box.current === null) return;
    box.current.scrollTop = 0;
    box.current.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [shown]);
  return box;
}

function NoRows({ inbox }: { readonly inbox: Inbox }): ReactNode {
  const t = useT();
  const { q, category, place, channel, organisation, bucket } = inbox.filters;
  const filtered = [q, category, place, channel, organisation].some((value) => value !== undefined);
  if (filtered) {
    const isNumber = q !== undefined && /^[CR]\d{9}/i.test(q.trim());
    return (
      <Empty icon="filter" title={t(isNumber ? 'inbox.none-number' : 'inbox.none-filtered')}>
        {q !== undefined && !isNumber && <Elsewhere q={q} />}
        <Button
          onClick={() =>
            inbox.set({
              q: undefined,
              category: undefined,
              place: undefined,
              channel: undefined,
              organisation: undefined,
            })
          }
        >
          {t('inbox.clear-filters')}
        </Button>
      </Empty>
    );
  }
  return (
    <Empty icon="check" title={t(bucket === 'mine' ? 'inbox.none-mine' : 'inbox.none')}>
      <p>{t('inbox.none-how')}</p>
    </Empty>
  );
}
