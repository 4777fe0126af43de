// SPDX-License-Identifier: Apache-2.0
import {
  heldElements,
  materialKinds,
  materialNeeds,
  materialSources,
} from '@lilong/contracts/affair-items';
import type { ItemBody } from '@lilong/contracts/item-body';
import type { ReactNode } from 'react';
import { PickField, TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import { Both } from './Both.tsx';
import { without } from './draft.ts';
import { WhenField } from './WhenField.tsx';

type Material = ItemBody['materials'][number];
interface MaterialPartProps {
  readonly material: Material;
  readonly questions: ItemBody['questions'];
  readonly onChange: (material: Material) => void;
}

/** One paper: who has it, whether it is needed, how old it may be. */
export function MaterialPart({ material, questions, onChange }: MaterialPartProps): ReactNode {
  const t = useT();
  const change = (part: { [K in keyof Material]?: Material[K] | undefined }) =>
    onChange(without({ ...material, ...part }) as Material);
  return (
    <>
      <Both
        label={t('items.material-name')}
        zh={material.name}
        en={material.nameEn ?? ''}
        onChange={(name, nameEn) => onChange({ ...material, name, nameEn })}
      />
      <PickField
        label={t('items.material-from')}
        value={material.source}
        options={materialSources.map((one) => ({ value: one, label: t(`materialfrom.${one}`) }))}
        onChange={(source) => change({ source: source ?? material.source })}
      />
      {material.source === 'registry' && (
        <PickField
          label={t('items.element')}
          value={material.element ?? ''}
          options={heldElements.map((one) => ({ value: one as string, label: t(`held.${one}`) }))}
          onChange={(key) => change({ element: heldElements.find((one) => one === key) })}
        />
      )}
      <KindAndNeed material={material} onChange={onChange} />
      <TextField
        label={t('items.fresh')}
        need="may"
        type="number"
        value={material.freshDays === undefined ? '' : String(material.freshDays)}
        onChange={(days) => change({ freshDays: days === '' ? undefined : Number(days) })}
      />
      <WhenField
        questions={questions}
        value={material.when}
        onChange={(when) => change({ when })}
      />
    </>
  );
}

function KindAndNeed({ material, onChange }: Omit<MaterialPartProps, 'questions'>): ReactNode {
  const t = useT();
  return (
    <>
      <PickField
        label={t('items.material-kind')}
        value={material.kind}
        options={materialKinds.map((one) => ({ value: one, label: t(`materialkind.${one}`) }))}
        onChange={(kind) => onChange({ ...material, kind: kind ?? material.kind })}
      />
      <PickField
        label={t('items.material-need')}
        value={material.need}
        options={materialNeeds.map((one) => ({ value: one, label: t(`materialneed.${one}`) }))}
        onChange={(need) => onChange({ ...material, need: need ?? material.need })}
      />
    </>
  );
}
