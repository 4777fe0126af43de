// SPDX-License-Identifier: Apache-2.0
import { type ReactNode, useDeferredValue, useState } from 'react';
import { useKeys } from '../parts/useKeys.ts';
import { useWide } from '../parts/useWide.ts';
import { useT } from '../words.ts';
import { BulkBar } from './BulkBar.tsx';
import { CaseMap } from './CaseMap.tsx';
import { CasePanel } from './CasePanel.tsx';
import { CaseRows } from './CaseRows.tsx';
import { FilterBar } from './FilterBar.tsx';
import type { Filters } from './filters.ts';
import { KeysHelp } from './KeysHelp.tsx';
import { NothingOpen } from './NothingOpen.tsx';
import { Tabs } from './Tabs.tsx';
import { type Inbox, useInbox } from './useInbox.ts';
import './inbox.css';
import './bulk.css';

/** Pixels from which the map has room beside the case. */
const mapPx = 1280;

/** The one inbox: the list at left, the open case beside it, the map at right. On a phone, the list alone. */
export function InboxPage({ filters }: { readonly filters: Filters }): ReactNode {
  const inbox = useInbox(filters);
  const [help, setHelp] = useState(false);
  const withMap = useWide(mapPx);
  const shownRef = useDeferredValue(inbox.openRef);
  useInboxKeys(inbox, () => setHelp((now) => !now));
  return (
    <div className={`inbox${inbox.split ? ' inbox-split' : ''}${withMap ? ' inbox-map' : ''}`}>
      <ListSide inbox={inbox} />
      {inbox.split && (
        <section className="inbox-case">
          {shownRef === undefined ? (
            <NothingOpen inbox={inbox} />
          ) : (
            <CasePanel key={shownRef} refNo={shownRef} line={inbox.open} onMoved={inbox.moveOn} />
          )}
        </section>
      )}
      {inbox.split && withMap && (
        <CaseMap
          lines={inbox.list.lines}
          open={inbox.open}
          onOpen={inbox.show}
          onPlace={(place) => inbox.set({ place })}
        />
      )}
      {help && <KeysHelp onClose={() => setHelp(false)} />}
    </div>
  );
}

function ListSide({ inbox }: { readonly inbox: Inbox }): ReactNode {
  return (
    <section className="inbox-list">
      <h1 className="unseen">{useT()('rail.inbox')}</h1>
      <Tabs filters={inbox.filters} />
      <FilterBar inbox={inbox} />
      <BulkBar inbox={inbox} />
      <CaseRows inbox={inbox} />
    </section>
  );
}

/** Enter and Escape belong to the open case; the rest is heard here. */
function useInboxKeys(inbox: Inbox, onHelp: () => void): void {
  const next = () => inbox.step(1);
  const previous = () => inbox.step(-1);
  useKeys({
    j: next,
    k: previous,
    ArrowDown: inbox.split ? next : undefined,
    ArrowUp: inbox.split ? previous : undefined,
    x: () => inbox.openRef !== undefined && inbox.pick(inbox.openRef),
    '/': () =>
      [...document.querySelectorAll<HTMLElement>('[data-find]')]
        .find((box) => box.offsetParent !== null)
        ?.focus(),
    '?': onHelp,
  });
}
