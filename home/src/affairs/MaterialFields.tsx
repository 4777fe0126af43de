// SPDX-License-Identifier: Apache-2.0
import type { FilledMaterial } from '@lilong/contracts/affairs';
import type { Problem } from '@lilong/contracts/call';
import { Icon } from '@lilong/ui/Icons.tsx';
import { useMoment } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import type { Photo } from '../outbox/store.ts';
import { PhotoField } from '../parts/PhotoField.tsx';
import { useAffairT } from '../words/affairs.tsx';
import type { PartProps } from './Questions.tsx';
import { Named, useNamed } from './said.tsx';
import { isReused, neededMaterials, type Told } from './told.ts';

/** Which papers: those that the city has, those that were brought with another matter, and pictures of the others. */
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
          <div key={one.key} className="material-open">
            {one.earlier !== null && (
              <Earlier
                material={one}
                earlier={one.earlier}
                used={isReused(told, one.key)}
                onUse={(use) => onChange((before) => withReused(before, one.key, use))}
              />
            )}
            {!isReused(told, one.key) && (
              <MaterialField
                material={one}
                photos={told.photos[one.key] ?? []}
                refusal={refusal}
                onChange={(alter) => onChange((before) => withPhotos(before, one.key, alter))}
              />
            )}
          </div>
        ))}
    </section>
  );
}

type AlterPhotos = (photos: readonly Photo[]) => readonly Photo[];

export const withPhotos = (told: Told, key: string, alter: AlterPhotos): Told => ({
  ...told,
  photos: { ...told.photos, [key]: alter(told.photos[key] ?? []) },
});

const withReused = (told: Told, key: string, use: boolean): Told => ({
  ...told,
  reused: [...(told.reused ?? []).filter((other) => other !== key), ...(use ? [key] : [])],
});

/** Why nobody has to bring it: the registry, or a certificate with its number and last day. */
function HeldMaterial({ material }: { readonly material: FilledMaterial }): ReactNode {
  const t = useAffairT();
  const say = useMoment();
  const { name, nameEn, held } = material;
  if (held === null) return null;
  const { from, says, source, ref, to } = held;
  const until = to === null ? t('apply.no-end') : t('apply.until', { day: say(to, 'day') });
  return (
    <li>
      <b>
        <Icon name="check" size="1.1em" />
        <Named zh={name} en={nameEn} />
        <i className="from">{t(from === 'registry' ? 'from.registry' : 'from.certificate')}</i>
      </b>
      <small>
        {from === 'registry'
          ? t('apply.material-held-from', { source })
          : t('apply.material-certificate', { name: says, no: ref ?? '', until })}
      </small>
    </li>
  );
}

interface EarlierProps {
  readonly material: FilledMaterial;
  readonly earlier: NonNullable<FilledMaterial['earlier']>;
  readonly used: boolean;
  readonly onUse: (use: boolean) => void;
}
/** The same paper, brought before and still good: one tap. */
function Earlier({ material, earlier, used, onUse }: EarlierProps): ReactNode {
  const t = useAffairT();
  const say = useMoment();
  const named = useNamed();
  const item = named(earlier.itemName, earlier.itemNameEn);
  return (
    <div className="card earlier">
      <b>
        {used && <Icon name="check" size="1.1em" />}
        <Named zh={material.name} en={material.nameEn} />
        {used && <i className="from">{t('from.earlier')}</i>}
      </b>
      <small>{t('apply.earlier', { item, day: say(earlier.on, 'day') })}</small>
      {earlier.at !== null && <small>{t('mine.paper-held', { custodianName: earlier.at })}</small>}
      <button
        type="button"
        className={`button ${used ? '' : 'wide'}`}
        aria-pressed={used}
        onClick={() => onUse(!used)}
      >
        {t(used ? 'apply.earlier-not' : 'apply.earlier-use')}
      </button>
    </div>
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
