// SPDX-License-Identifier: Apache-2.0
import type { CasePage } from '@lilong/contracts/case-shapes';
import { Icon } from '@lilong/ui/Icons.tsx';
import { useMoment } from '@lilong/ui/words.tsx';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Key, useT } from '../words.ts';

/** How the case stands: who has it, by which condition, what is being waited for. */
export function Standing({ page }: { readonly page: CasePage }): ReactNode {
  const t = useT();
  const facts = useFacts(page);
  return (
    <>
      {page.question !== null && (
        <p className="note note-wait">
          <Icon name="talk" size={18} />
          {t('case.asked', { question: page.question })}
        </p>
      )}
      {page.mergedInto !== null && (
        <p className="note">
          <Icon name="merge" size={18} />
          {t('case.merged-into')}{' '}
          <Link to="/cases/$ref" params={{ ref: page.mergedInto }}>
            {page.mergedInto}
          </Link>
        </p>
      )}
      {page.outcome !== null && (
        <p className={page.line.state === 'closed' ? 'note note-done' : 'note'}>
          <Icon name={page.line.state === 'closed' ? 'check' : 'info'} size={18} />
          {t('case.outcome', { outcome: page.outcome })}
        </p>
      )}
      {facts.length > 0 && (
        <dl className="facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

/** What neighbours see of it; known once the category is. */
function seenBy({ mayBeSeen, released }: CasePage): Key {
  if (!mayBeSeen) return 'fact.never-seen';
  return released ? 'fact.released' : 'fact.not-released';
}

function useFacts(page: CasePage): [string, string][] {
  const t = useT();
  const say = useMoment();
  const { line } = page;
  const condition = page.conditions.find(({ order }) => order === page.condition);
  const facts: [string, string | null | undefined][] = [
    [t('fact.organisation'), line.organisationName],
    [t('fact.assisting'), page.assistingNames.join(t('list.join'))],
    [t('fact.crew'), page.crewName],
    [t('fact.condition'), condition?.registerWhen],
    [t('fact.closing'), page.closing],
    [t('fact.arrive'), page.arriveDue === null ? null : say(page.arriveDue)],
    [t('fact.grids'), page.grids.join(t('list.join'))],
    [t('fact.merged'), page.mergedRefs.join(t('list.join'))],
    [t('fact.returns'), page.returns === 0 ? null : t('fact.times', { count: page.returns })],
    [t('fact.reworks'), page.reworks === 0 ? null : t('fact.times', { count: page.reworks })],
    [t('fact.seen'), page.condition === null ? null : t(seenBy(page))],
    [t('fact.rating'), page.rating === null ? null : t('fact.grade', { grade: page.rating })],
  ];
  return facts.filter(
    (fact): fact is [string, string] => typeof fact[1] === 'string' && fact[1] !== '',
  );
}
