// SPDX-License-Identifier: Apache-2.0
import type { AffairPage } from '@lilong/contracts/affairs';
import { useMoment } from '@lilong/ui/words.tsx';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';
import { useNamed } from './said.ts';

/** 一件事: how each office's part stands; of a part, which whole it belongs to. */
export function AffairParts({ page }: { readonly page: AffairPage }): ReactNode {
  const t = useT();
  const say = useMoment();
  const named = useNamed();
  if (page.joint !== null)
    return <p className="note">{t('affairs.part-of', { ref: page.joint })}</p>;
  if (page.parts.length === 0) return null;
  const done = page.parts.filter(({ outcome }) => outcome !== null).length;
  return (
    <section className="sheet-card" aria-label={t('affairs.parts')}>
      <h3>{t('affairs.parts-done', { done, all: page.parts.length })}</h3>
      <ul className="affair-parts">
        {page.parts.map((part) => (
          <li key={part.ref}>
            <Link to="/affairs/$ref" params={{ ref: part.ref }}>
              {named(part.itemName, part.itemNameEn)}
            </Link>{' '}
            <span className="tag tag-state">{t(`affair.${part.outcome ?? part.state}`)}</span>
            <small>
              {part.decideName}
              {part.dueAt !== null && ` · ${say(part.dueAt)}`}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
