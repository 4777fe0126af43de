// SPDX-License-Identifier: Apache-2.0
import type { CasePage } from '@lilong/contracts/case-shapes';
import { Icon } from '@lilong/ui/Icons.tsx';
import { useMoment } from '@lilong/ui/words.tsx';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Key, useT } from '../words.ts';
import { comebacks } from './comebacks.ts';
import { useClosingWords, useConditionWords } from './conditions.ts';
import { Flow } from './FlowLog.tsx';

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
      <Returns page={page} />
      {page.mergedInto !== null && (
        <p className="note">
          <Icon name="merge" size={18} />
          {t('case.merged-into')} <CaseLink refNo={page.mergedInto} />
        </p>
      )}
      {page.outcome !== null && page.mergedInto === null && (
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
      <Merged page={page} />
    </>
  );
}

/** What was sent back, by whom, and on which ground: whoever rules, or sends it on, reads it first. */
function Returns({ page }: { readonly page: CasePage }): ReactNode {
  const t = useT();
  const returns = comebacks(page);
  if (returns.length === 0) return null;
  return (
    <section className="note note-returns" aria-label={t('case.returns')}>
      <h3>{t('case.returns')}</h3>
      <Flow entries={returns} conditions={page.conditions} />
    </section>
  );
}

/** The cases that hang on this one, each a link; `act.unmerge` takes one out again. */
function Merged({ page }: { readonly page: CasePage }): ReactNode {
  const t = useT();
  if (page.merged.length === 0) return null;
  return (
    <section className="part" aria-label={t('fact.merged')}>
      <h3>{t('fact.merged')}</h3>
      <ul className="merged">
        {page.merged.map(({ ref, title }) => (
          <li key={ref}>
            <CaseLink refNo={ref} /> {title}
          </li>
        ))}
      </ul>
    </section>
  );
}

function CaseLink({ refNo }: { readonly refNo: string }): ReactNode {
  return (
    <Link to="/cases/$ref" params={{ ref: refNo }}>
      {refNo}
    </Link>
  );
}

/** What neighbours see of it; known once the category is. */
function seenBy({ mayBeSeen, releasedWords, releasedPhotos }: CasePage): Key {
  if (!mayBeSeen) return 'fact.never-seen';
  return releasedWords || releasedPhotos ? 'fact.released' : 'fact.not-released';
}

function useFacts(page: CasePage): [string, string][] {
  const t = useT();
  const say = useMoment();
  const { line } = page;
  const arrivalOf = ({ arriveDue }: CasePage, at: string) =>
    t(arriveDue !== null && at > arriveDue ? 'fact.arrived-late' : 'fact.arrived-in-time', {
      at: say(at),
    });
  const { register } = useConditionWords();
  const sayClosing = useClosingWords(page.conditions);
  const condition = page.conditions.find(({ order }) => order === page.condition);
  const facts: [string, string | null | undefined][] = [
    [t('fact.organisation'), line.organisationName],
    [t('fact.assisting'), page.assistingNames.join(t('list.join'))],
    [t('fact.crew'), page.crewName],
    [t('fact.condition'), condition === undefined ? null : register(condition)],
    [t('fact.closing'), page.closing === null ? null : sayClosing(page.closing)],
    [t('fact.arrive'), page.arriveDue === null ? null : say(page.arriveDue)],
    [t('fact.arrived'), page.arrivedAt === null ? null : arrivalOf(page, page.arrivedAt)],
    [t('fact.exempt'), page.exempt ? t('fact.exempt-granted') : null],
    [t('fact.grids'), page.grids.join(t('list.join'))],
    [t('fact.returns'), page.returns === 0 ? null : t('fact.times', { count: page.returns })],
    [t('fact.reworks'), page.reworks === 0 ? null : t('fact.times', { count: page.reworks })],
    [t('fact.seen'), page.condition === null ? null : t(seenBy(page))],
    [t('fact.rating'), page.rating === null ? null : t('fact.grade', { grade: page.rating })],
  ];
  return facts.filter(
    (fact): fact is [string, string] => typeof fact[1] === 'string' && fact[1] !== '',
  );
}
