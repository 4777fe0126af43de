// SPDX-License-Identifier: Apache-2.0
import type { AffairPage } from '@lilong/contracts/affairs';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';
import { Papers } from './Papers.tsx';
import { useNamed } from './said.ts';

/** Each paper: how it came, or that it is still missing. */
export function AffairMaterials({ page }: { readonly page: AffairPage }): ReactNode {
  const t = useT();
  const named = useNamed();
  const { materials } = page;
  if (materials.length === 0) return null;
  return (
    <section className="part" aria-label={t('affairs.materials')}>
      <h3>{t('affairs.materials')}</h3>
      <ul className="affairs-papers">
        {materials.map((one) => (
          <li key={one.key}>
            <b>{named(one.name, one.nameEn)}</b>
            <span className={`tag ${toneOf[one.how]}`}>{t(`given.${one.how}`)}</span>
            {one.asked && <span className="tag tag-soon">{t('affairs.was-asked')}</span>}
            <small>
              {[
                one.source,
                one.custodianName === null
                  ? null
                  : t('affairs.paper-at', { at: one.custodianName }),
              ]
                .filter((said) => said !== null)
                .join(' · ')}
            </small>
            <Papers files={one.files} name={named(one.name, one.nameEn)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const toneOf = {
  held: 'tag-done',
  file: '',
  paper: '',
  later: 'tag-soon',
  missing: 'tag-late',
} as const;
