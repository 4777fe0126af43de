// SPDX-License-Identifier: Apache-2.0
import type { AffairLine } from '@lilong/contracts/affairs';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { type MouseEvent, memo, type ReactNode } from 'react';
import { useNow } from '../cases/due.ts';
import { Empty } from '../parts/Empty.tsx';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useT } from '../words.ts';
import { AffairDue } from './AffairDue.tsx';
import { useNamed } from './said.ts';
import type { Affairs } from './use-affairs.ts';

/** The list itself. Rows out of sight cost nothing (`content-visibility` in inbox.css). */
export function AffairRows({ affairs }: { readonly affairs: Affairs }): ReactNode {
  const t = useT();
  const now = useNow();
  const go = useNavigate();
  const { list, split, openRef, show } = affairs;
  if (list.fault !== null) return <Refused problem={list.fault.problem} again={list.again} />;
  if (list.waiting) return <Waiting rows={8} />;
  if (list.lines.length === 0) return <NoRows affairs={affairs} />;
  function open(ref: string, event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (split) show(ref);
    else void go({ to: '/affairs/$ref', params: { ref } });
  }
  return (
    <div className="rows-box" aria-busy={list.stale}>
      <ul className="rows" aria-label={t('affairs.rows')}>
        {list.lines.map((line) => (
          <AffairRow
            key={line.ref}
            line={line}
            now={now}
            open={split && line.ref === openRef}
            onOpen={open}
          />
        ))}
      </ul>
      {list.more !== undefined && (
        <p className="rows-more">
          <Button onClick={list.more}>{t('affairs.more')}</Button>
        </p>
      )}
    </div>
  );
}

interface AffairRowProps {
  readonly line: AffairLine;
  readonly now: number;
  readonly open: boolean;
  readonly onOpen: (ref: string, event: MouseEvent) => void;
}

/** Whose, what, how it stands and how long is left. */
const AffairRow = memo(
  function AffairRow({ line, now, open, onOpen }: AffairRowProps): ReactNode {
    const t = useT();
    const named = useNamed();
    return (
      <li className="row" data-ref={line.ref}>
        <a
          href={`${import.meta.env.BASE_URL}affairs/${line.ref}`}
          className="row-link"
          aria-current={open || undefined}
          onClick={(event) => onOpen(line.ref, event)}
        >
          <span className="row-title">{named(line.itemName, line.itemNameEn)}</span>
          <span className="row-due">
            <AffairDue line={line} now={now} />
          </span>
          <span className="row-where">
            {line.name} · {line.departmentName}
          </span>
          <span className="row-from">
            {line.asksLonger && <span className="mark-word">{t('affairtab.longer')}</span>}
            {t(`affair.${line.state}`)} · {t(`affairchannel.${line.channel}`)}
          </span>
        </a>
      </li>
    );
  },
  // `onOpen` is new at each drawing and means the same as long as the row does
  (before, after) =>
    before.line === after.line && before.now === after.now && before.open === after.open,
);

function NoRows({ affairs: { filters, set } }: { readonly affairs: Affairs }): ReactNode {
  const t = useT();
  const { q, kind, channel, tab = 'mine' } = filters;
  if ([q, kind, channel].some((value) => value !== undefined))
    return (
      <Empty icon="filter" title={t('affairs.none-filtered')}>
        <Button onClick={() => set({ q: undefined, kind: undefined, channel: undefined })}>
          {t('inbox.clear-filters')}
        </Button>
      </Empty>
    );
  return (
    <Empty icon="check" title={t(tab === 'mine' ? 'affairs.none-mine' : 'affairs.none')}>
      <p>{t('affairs.none-how')}</p>
    </Empty>
  );
}
