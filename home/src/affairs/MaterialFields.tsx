// SPDX-License-Identifier: Apache-2.0
import type { FilledMaterial } from '@lilong/contracts/affairs';
import type { Problem } from '@lilong/contracts/call';
import { Icon } from '@lilong/ui/Icons.tsx';
import type { ReactNode } from 'react';
import type { Photo } from '../outbox/store.ts';
import { PhotoField } from '../parts/PhotoField.tsx';
import { useAffairT } from '../words/affairs.tsx';
import type { PartProps } from './Questions.tsx';
import { Named, useNamed } from './said.tsx';
import { neededMaterials, type Told } from './told.ts';

/** Which papers: those that the city has, and pictures of the others. */
export function MaterialFields({ form, told, onChange, refusal }: PartProps): ReactNode {
  const t = useAffairT();
  const needed = neededMaterials(form, told);
  if (needed.length === 0) return null;
  const held = needed.filter((one) => one.held !== null);
  return (
    <section className="apply-part">
      <h2>{t('apply.materials')}</h2>
      {held.length > 0 && (
        <ul className="materials city-has card">
          {held.map((one) => (
            <HeldMaterial key={one.key} material={one} />
          ))}
        </ul>
      )}
      {needed
        .filter((one) => one.held === null)
        .map((one) => (
          <MaterialField
            key={one.key}
            material={one}
            photos={told.photos[one.key] ?? []}
            refusal={refusal}
            onChange={(alter) => onChange((before) => withPhotos(before, one.key, alter))}
          />
        ))}
    </section>
  );
}

type AlterPhotos = (photos: readonly Photo[]) => readonly Photo[];

export const withPhotos = (told: Told, key: string, alter: AlterPhotos): Told => ({
  ...told,
  photos: { ...told.photos, [key]: alter(told.photos[key] ?? []) },
});

function HeldMaterial({ material }: { readonly material: FilledMaterial }): ReactNode {
  const t = useAffairT();
  const { name, nameEn, held } = material;
  return (
    <li>
      <b>
        <Icon name="check" size="1.1em" />
        <Named zh={name} en={nameEn} />
      </b>
      <small>{held !== null && t('apply.material-held-from', { source: held.source })}</small>
    </li>
  );
}

interface MaterialFieldProps {
  readonly material: FilledMaterial;
  readonly photos: readonly Photo[];
  readonly refusal: Problem | undefined;
  readonly onChange: (alter: AlterPhotos) => void;
}
export function MaterialField({ material, ...field }: MaterialFieldProps): ReactNode {
  const t = useAffairT();
  const named = useNamed();
  const { key, name, nameEn, need, note } = material;
  const word = { required: undefined, optional: 'apply.optional', later: 'apply.later' } as const;
  const may = word[need];
  return (
    <PhotoField
      {...field}
      name={`materials.${key}`}
      label={named(name, nameEn)}
      {...(may === undefined ? {} : { note: t(may) })}
      hint={
        note !== null && (
          <span className="hint" lang="zh-CN">
            {note}
          </span>
        )
      }
    />
  );
}
