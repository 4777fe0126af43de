// SPDX-License-Identifier: Apache-2.0
import type { CasePage, FlowEntry } from '@lilong/contracts/case-shapes';
import { useMoment } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { type Key, useT } from '../words.ts';
import { useFlowFacts, useMoveWords } from './flow.ts';

/** What happened, append-only, oldest first. */
export function FlowLog({ page }: { readonly page: CasePage }): ReactNode {
  const t = useT();
  if (page.flow.length === 0) return null;
  return (
    <section className="part" aria-label={t('flow.title')}>
      <h3>{t('flow.title')}</h3>
      <Flow entries={page.flow} conditions={page.conditions} />
    </section>
  );
}

interface FlowProps {
  readonly entries: readonly FlowEntry[];
  /** Those of the case: what it was closed by is said in their words. */
  readonly conditions: CasePage['conditions'];
}

/** Entries of the flow log, each with what is known of it. */
export function Flow({ entries, conditions }: FlowProps): ReactNode {
  return (
    <ol className="flow">
      {entries.map((entry) => (
        <Entry key={entry.step} entry={entry} conditions={conditions} />
      ))}
    </ol>
  );
}

function Entry({
  entry,
  conditions,
}: Pick<FlowProps, 'conditions'> & { readonly entry: FlowEntry }): ReactNode {
  const t = useT();
  const say = useMoment();
  const sayMove = useMoveWords();
  const facts = useFlowFacts(entry, conditions);
  const role = t(`role.${entry.byRole}` as Key); // an unknown role is said as it is
  const name = entry.byName ?? entry.byOrganisation ?? role;
  return (
    <li className={`flow-${entry.kind}`}>
      <time dateTime={entry.at}>{say(entry.at)}</time>
      <span>
        <b title={role}>{name}</b> {sayMove(entry.move)}
        {facts.map((fact) => (
          <span key={fact} className="flow-fact">
            {fact}
          </span>
        ))}
        {entry.words !== null && <q>{entry.words}</q>}
      </span>
    </li>
  );
}
