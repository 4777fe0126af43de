// SPDX-License-Identifier: Apache-2.0
import type { AffairPage } from '@lilong/contracts/affairs';
import { useMoment } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';
import { Papers } from './Papers.tsx';
import { useNamed } from './said.ts';

/** Each paper: how it came, or that it is still missing. */
export function AffairMaterials({ page }: { readonly page: AffairPage }): ReactNode {
  const t = useT();
  const named = useNamed();
  const { materials, besides } = page;
  if (materials.length + besides.length === 0) return null;
  return (
    <section className="part" aria-label={t('affairs.materials')}>
      <h3>{t('affairs.materials')}</h3>
      <ul className="affairs-papers">
        {materials.map((one) => (
          <li key={one.key}>
            <b>{named(one.name, one.nameEn)}</b>
            <span className={`tag ${toneOf[one.how]}`}>{t(`given.${one.how}`)}</span>
            {one.asked && <span className="tag tag-soon">{t('affairs.was-asked')}</span>}
            <From material={one} />
            <Papers files={one.files} name={named(one.name, one.nameEn)} />
          </li>
        ))}
        {besides.map((one) => (
          <Beside key={one.name} paper={one} />
        ))}
      </ul>
      <Agreed page={page} />
    </section>
  );
}

/** From a door, and none of the materials. */
function Beside({ paper }: { readonly paper: AffairPage['besides'][number] }): ReactNode {
  const t = useT();
  const named = useNamed();
  const { name, nameEn, count, paper: state, custodianName, goingToName } = paper;
  const where = { at: custodianName, to: goingToName };
  return (
    <li>
      <b>
        {named(name, nameEn)} × {count}
      </b>
      <span className="tag">{t('act.collect')}</span>
      <small>{state !== null && t(`affairs.paper-${state}`, where)}</small>
    </li>
  );
}

/** Where it came from: a source, a certificate as it stands now, an earlier matter, the paper. */
function From({ material }: { readonly material: AffairPage['materials'][number] }): ReactNode {
  const t = useT();
  const say = useMoment();
  const { source, from, custodianName, goingToName, paper, got } = material;
  const said: string[] = [];
  if (from === null && source !== null) said.push(source);
  if (from !== null && from.state !== null) said.push(`${from.name} ${from.ref}`);
  if (from !== null && from.state === null)
    said.push(t('affairs.earlier', { item: from.name, day: say(from.on ?? '', 'day') }));
  if (paper !== null)
    said.push(t(`affairs.paper-${paper}`, { at: custodianName, to: goingToName }));
  if (got !== null) said.push(t(`affairs.got-${got}`));
  return (
    <>
      {from?.state != null && (
        <span className={`tag ${from.state === 'valid' ? 'tag-done' : 'tag-late'}`}>
          {t(`affairs.checked-${from.state}`)}
        </span>
      )}
      <small>{said.join(' · ')}</small>
    </>
  );
}

/** By what everything above may be used, and whether it still may. */
function Agreed({ page: { consent } }: { readonly page: AffairPage }): ReactNode {
  const t = useT();
  const say = useMoment();
  if (consent === null) return null;
  const { how, at, ended, endedAt } = consent;
  return (
    <p className="field-hint">
      {t(`affairs.agreed-${how}`, { at: say(at) })}
      {ended !== null &&
        endedAt !== null &&
        ` ${t(`affairs.ended-${ended}`, { at: say(endedAt) })}`}
    </p>
  );
}

const toneOf = {
  held: 'tag-done',
  certificate: 'tag-done',
  earlier: 'tag-done',
  file: '',
  paper: '',
  later: 'tag-soon',
  missing: 'tag-late',
} as const;
