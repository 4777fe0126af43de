// SPDX-License-Identifier: Apache-2.0
import type { AffairForm, FilledMaterial } from '@lilong/contracts/affairs';
import { useMoment } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { useWhere } from '../doorstep/where.ts';
import { useT } from '../words.ts';
import type { CounterPartProps } from './CounterForm.tsx';
import { neededMaterials, type Taken } from './receiving.ts';
import { useNamed } from './said.ts';

/**
 * Materials, each with where it comes from: registry and certificates need no hand, an earlier one is used or not, what
 * was begun at home is there, each of the others is ticked when it lies here.
 */
export function CounterPapers({ form, taken, onChange }: CounterPartProps): ReactNode {
  const t = useT();
  const needed = neededMaterials(form, taken);
  const others = form.collected.filter(({ key }) => !needed.some((one) => one.key === key));
  if (needed.length === 0 && others.length === 0) return null;
  return (
    <fieldset className="cards papers-from">
      <legend className="field-label">{t('affairs.materials-here')}</legend>
      {needed.map((one) => (
        <Material
          key={one.key}
          material={one}
          pictures={form.draft?.materials.find(({ key }) => key === one.key)?.pictures ?? 0}
          collected={form.collected.find(({ key }) => key === one.key)}
          taken={taken}
          onChange={onChange}
        />
      ))}
      {others.map((one) => (
        <Row key={one.key} material={one} checked from={t('act.collect')}>
          <FromDoor paper={one} />
        </Row>
      ))}
      <p className="field-hint">{t('affairs.papers-hint')}</p>
    </fieldset>
  );
}

interface MaterialProps extends Pick<CounterPartProps, 'onChange'> {
  readonly material: FilledMaterial;
  /** Taken at home. */
  readonly pictures: number;
  /** At a door, by the committee. */
  readonly collected: Collected | undefined;
  readonly taken: Taken;
}

function Material({ material, pictures, collected, taken, onChange }: MaterialProps): ReactNode {
  const t = useT();
  const { key, held, earlier } = material;
  const here = taken.papers.includes(key);
  const reused = taken.reused.includes(key);
  const home = pictures > 0 && !here;
  const switched = (keys: readonly string[], on: boolean): string[] =>
    on ? [...keys, key] : keys.filter((other) => other !== key);
  if (held !== null) return <Held material={material} />;
  return (
    <>
      {earlier !== null && (
        <Row
          material={material}
          checked={reused}
          from={t('given.earlier')}
          onToggle={(on) =>
            onChange({
              reused: switched(taken.reused, on),
              papers: taken.papers.filter((other) => other !== key),
            })
          }
        >
          <Earlier earlier={earlier} />
        </Row>
      )}
      {!reused && (
        <Row
          material={material}
          checked={here}
          from={t(
            collected === undefined ? `affairs.from-${home ? 'home' : 'here'}` : 'act.collect',
          )}
          onToggle={(on) => onChange({ papers: switched(taken.papers, on) })}
        >
          {home ? t('affairs.pictures-home', { count: pictures }) : null}
          {collected === undefined ? <Need material={material} /> : <FromDoor paper={collected} />}
        </Row>
      )}
    </>
  );
}

function Held({ material }: { readonly material: FilledMaterial }): ReactNode {
  const t = useT();
  const say = useMoment();
  const { held } = material;
  if (held === null) return null;
  const { from, says, source, to } = held;
  const certificate = from === 'certificate';
  const until = to === null ? t('affairs.no-end') : t('affairs.until', { day: say(to, 'day') });
  return (
    <Row material={material} checked from={t(certificate ? 'given.certificate' : 'given.held')}>
      {certificate ? `${says} · ${source} · ${until}` : source}
    </Row>
  );
}

function Earlier({
  earlier,
}: {
  readonly earlier: NonNullable<FilledMaterial['earlier']>;
}): ReactNode {
  const t = useT();
  const say = useMoment();
  const named = useNamed();
  const { itemName, itemNameEn, on, at } = earlier;
  const said = t('affairs.earlier', { item: named(itemName, itemNameEn), day: say(on, 'day') });
  return at === null ? said : `${said} · ${t('affairs.paper-held', { at })}`;
}

function Need({ material: { need, note } }: { readonly material: FilledMaterial }): ReactNode {
  const t = useT();
  return [t(`materialneed.${need}`), note].filter((said) => said !== null).join(' · ');
}

type Collected = AffairForm['collected'][number];
function FromDoor({ paper }: { readonly paper: Collected }): ReactNode {
  const t = useT();
  const where = useWhere();
  return t('doorstep.collected-here', { where: where(paper) });
}

interface RowProps {
  readonly material: Pick<FilledMaterial, 'name' | 'nameEn'>;
  readonly checked: boolean;
  /** Where it comes from. */
  readonly from: string;
  readonly children: ReactNode;
  /** None: nothing to be done about it. */
  readonly onToggle?: (on: boolean) => void;
}
function Row({ material, checked, from, children, onToggle }: RowProps): ReactNode {
  const named = useNamed();
  return (
    <label className="card">
      <input
        type="checkbox"
        checked={checked}
        disabled={onToggle === undefined}
        onChange={({ target }) => onToggle?.(target.checked)}
      />
      <span>
        {named(material.name, material.nameEn)}
        <small>{children}</small>
      </span>
      <i className={`tag ${onToggle === undefined ? 'tag-done' : ''}`}>{from}</i>
    </label>
  );
}
