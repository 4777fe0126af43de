// SPDX-License-Identifier: Apache-2.0
import type { CaseLine, CasePage } from '@lilong/contracts/case-shapes';
import { Icon } from '@lilong/ui/Icons.tsx';
import { PlaceName } from '@lilong/ui/PlaceName.tsx';
import { useMoment } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';
import { useCategories, useCategoryOf } from './categories.ts';
import { DueTag } from './DueTag.tsx';
import { useNow } from './due.ts';

interface CaseHeadProps {
  readonly line: CaseLine;
  readonly page?: CasePage;
}

/** Reference, class, title, where, when, and what was promised. */
export function CaseHead({ line, page }: CaseHeadProps): ReactNode {
  const t = useT();
  const say = useMoment();
  return (
    <header className="case-head">
      <p className="case-meta">
        <b className="case-ref">{line.ref}</b>
        <Class line={line} />
      </p>
      <h2 className="case-title">{line.title}</h2>
      <p className="case-meta">
        <span>
          <Icon name="pin" size={16} />
          {line.address} · <PlaceName of={{ name: line.placeName, pinyin: line.placePinyin }} />
        </span>
        <span>
          <Icon name="clock" size={16} />
          {t('case.reported', { at: say(line.reportedAt) })}
          {page !== undefined && <Promised page={page} />}
        </span>
      </p>
      <Flags line={line} />
    </header>
  );
}

/** 事件 · 市容环境 · 积存垃圾渣土 */
function Class({ line }: { readonly line: CaseLine }): ReactNode {
  const t = useT();
  const category = useCategoryOf()(line);
  const known = useCategories()?.categories.find(({ key }) => key === line.category);
  if (known !== undefined)
    return <span>{`${t(`kind.${known.kind}`)} · ${known.majorName} · ${known.name}`}</span>;
  return <span>{category ?? t('case.no-category')}</span>;
}

function Promised({ page }: { readonly page: CasePage }): ReactNode {
  const t = useT();
  const say = useMoment();
  if (page.solveDue !== null) return t('case.promise-solve', { at: say(page.solveDue) });
  if (page.answerDue !== null) return t('case.promise-answer', { at: say(page.answerDue) });
  return null;
}

function Flags({ line }: { readonly line: CaseLine }): ReactNode {
  const t = useT();
  const now = useNow();
  return (
    <p className="case-flags">
      <span className="tag tag-state">{t(`state.${line.state}`)}</span>
      {line.forced && <span className="tag tag-late">{t('mark.forced')}</span>}
      <DueTag line={line} now={now} />
      {line.urgent && <span className="tag tag-late">{t('mark.urgent')}</span>}
      {line.supervised && <span className="tag tag-late">{t('mark.supervised')}</span>}
      {line.adjudication && <span className="tag tag-soon">{t('mark.adjudication')}</span>}
      {line.waits !== null && <span className="tag tag-soon">{t(`mark.waits.${line.waits}`)}</span>}
      {line.round > 1 && (
        <span className="tag tag-soon">{t('mark.round', { round: line.round })}</span>
      )}
      {line.reports > 1 && <span className="tag">{t('row.reports', { count: line.reports })}</span>}
    </p>
  );
}
