// SPDX-License-Identifier: Apache-2.0
import { listItems } from '@lilong/contracts/affair-items';
import type { ItemPart } from '@lilong/contracts/item-body';
import { useRead } from '@lilong/ui/client.ts';
import type { ReactNode } from 'react';
import { useNamed } from '../affairs/said.ts';
import { PickField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import type { PartProps } from './BasicPart.tsx';
import { useAt } from './blamed.tsx';
import { Ticks } from './ConditionPart.tsx';
import { fieldDrafts, without } from './draft.ts';
import { Rows } from './Rows.tsx';
import { WhenField } from './WhenField.tsx';

/** 一件事: what several offices decide of one form; each sees what is ticked for it, and nothing else. */
export function PartsPart({ draft: { body }, problem, onBody }: PartProps): ReactNode {
  const t = useT();
  const options = useItemOptions();
  const nameOf = ({ item }: ItemPart) =>
    options?.find(({ value }) => value === item)?.label ?? item;
  const fields = fieldDrafts(body).map(({ key, property }) => ({
    ...{ value: key, label: property.title },
  }));
  const papers = body.materials.map(({ key, name }) => ({ value: key, label: name }));
  return (
    <Rows
      title={t('items.parts')}
      lead={t('items.parts-lead')}
      add={t('items.add-part')}
      rows={body.parts ?? []}
      nameOf={nameOf}
      fresh={(): ItemPart => ({ item: '', fields: [], materials: [] })}
      onChange={(parts) => onBody({ parts: parts.length === 0 ? undefined : parts })}
      {...useAt(problem, 'parts')}
    >
      {(part, change) => (
        <>
          <PickField
            label={t('items.part-item')}
            value={part.item}
            options={options}
            onChange={(item = '') => change({ ...part, item })}
          />
          <Ticks
            legend={t('items.part-fields')}
            options={fields}
            chosen={part.fields}
            onChange={(chosen) => change({ ...part, fields: chosen })}
          />
          <Ticks
            legend={t('items.part-materials')}
            options={papers}
            chosen={part.materials}
            onChange={(chosen) => change({ ...part, materials: chosen })}
          />
          <WhenField
            questions={body.questions}
            value={part.when}
            onChange={(when) => change(without({ ...part, when }) as ItemPart)}
          />
        </>
      )}
    </Rows>
  );
}

/** All matters, by department; undefined until they come. */
function useItemOptions() {
  const named = useNamed();
  return useRead(listItems, {}).data?.items.map(({ item, name, nameEn, department }) => ({
    value: item,
    label: named(name, nameEn),
    group: named(department.name, department.nameEn),
    search: item,
  }));
}
