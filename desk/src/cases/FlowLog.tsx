// SPDX-License-Identifier: Apache-2.0
import type { CasePage, FlowEntry } from '@lilong/contracts/case-shapes';
import { useMoment } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { type Key, useT } from '../words.ts';

/** What happened, append-only, oldest first. */
export function FlowLog({ page }: { readonly page: CasePage }): ReactNode {
  const t = useT();
  if (page.flow.length === 0) return null;
  return (
    <section className="part" aria-label={t('flow.title')}>
      <h3>{t('flow.title')}</h3>
      <ol className="flow">
        {page.flow.map((entry) => (
          <Entry key={entry.step} entry={entry} />
        ))}
      </ol>
    </section>
  );
}

function Entry({ entry }: { readonly entry: FlowEntry }): ReactNode {
  const t = useT();
  const say = useMoment();
  const sayMove = useMoveWords();
  const role = t(`role.${entry.byRole}` as Key); // an unknown role is said as it is
  const name = entry.byName ?? entry.byOrganisation ?? role;
  return (
    <li className={`flow-${entry.kind}`}>
      <time dateTime={entry.at}>{say(entry.at)}</time>
      <span>
        <b title={role}>{name}</b> {sayMove(entry.move)}
        {entry.words !== null && <q>{entry.words}</q>}
      </span>
    </li>
  );
}

/** A move, an act, or another entry of the log, in words. */
function useMoveWords(): (move: string) => string {
  const t = useT();
  return (move) => {
    for (const group of ['flow', 'move', 'act']) {
      const key = `${group}.${move}`;
      const said = t(key as Key); // a key without words comes back as it went
      if (said !== key) return said;
    }
    return move;
  };
}
