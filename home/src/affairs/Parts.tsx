// SPDX-License-Identifier: Apache-2.0
import type { AffairPage, AffairPart } from '@lilong/contracts/affairs';
import { useMoment } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { Link } from '../shell/nav.tsx';
import { useAffairT } from '../words/affairs.tsx';
import { Named } from './said.tsx';

/** 一件事: handed in once, decided by several offices; how far each of them is. */
export function Parts({ page: { parts } }: { readonly page: AffairPage }): ReactNode {
  const t = useAffairT();
  if (parts.length === 0) return null;
  const done = parts.filter(({ outcome }) => outcome !== null).length;
  return (
    <section className="card">
      <h2>{t('mine.parts', { done, all: parts.length })}</h2>
      <ul className="materials">
        {parts.map((part) => (
          <Part key={part.ref} part={part} />
        ))}
      </ul>
    </section>
  );
}

function Part({ part }: { readonly part: AffairPart }): ReactNode {
  const t = useAffairT();
  const say = useMoment();
  const { itemName, itemNameEn, decideName, state, dueAt, outcome, reason, certificate } = part;
  return (
    <li>
      <b>
        <Named zh={itemName} en={itemNameEn} />
      </b>
      <small>
        {t(`affair.plain.${outcome ?? state}`)}
        {dueAt !== null && ` · ${t('mine.part-due', { when: say(dueAt) })}`}
      </small>
      <small lang="zh-CN">{decideName}</small>
      {reason !== null && outcome !== 'granted' && <small>{t('mine.reason', { reason })}</small>}
      {certificate !== null && (
        <Link to={`/certificates/${certificate}`}>{t('mine.certificate')}</Link>
      )}
    </li>
  );
}
