// SPDX-License-Identifier: Apache-2.0
import { type ItemLine, listItems } from '@lilong/contracts/affair-items';
import { assistanceItems } from '@lilong/contracts/assistance-items';
import type { Problem } from '@lilong/contracts/call';
import { MANDATE_ITEMS } from '@lilong/contracts/mandate-limits';
import { useRead } from '@lilong/ui/client.ts';
import { keepPreviousData } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useNamed } from '../affairs/said.tsx';
import { Field } from '../parts/Field.tsx';
import { FieldRefused, ReadRefused } from '../parts/Refused.tsx';
import { usePaused } from '../parts/use-paused.ts';
import { useHelperT } from './words.tsx';

export type Chosen = Pick<ItemLine, 'item' | 'name' | 'nameEn'>;

interface ChooseProps {
  readonly chosen: readonly Chosen[];
  readonly onChange: (chosen: readonly Chosen[]) => void;
  readonly refusal: Problem | undefined;
}

/** Matters found in one's own words; those that were chosen stay on top. */
export function Choose({ chosen, onChange, refusal }: ChooseProps): ReactNode {
  const t = useHelperT();
  const [typed, setTyped] = useState('');
  const q = usePaused(typed.trim());
  const toggle = ({ item, name, nameEn }: Chosen) =>
    onChange(
      chosen.some((one) => one.item === item)
        ? chosen.filter((one) => one.item !== item)
        : [...chosen, { item, name, nameEn }],
    );
  return (
    <fieldset className="field" data-field="items">
      <legend>{t('helpers.items')}</legend>
      {chosen.map((one) => (
        <Item key={one.item} one={one} on onToggle={toggle} />
      ))}
      {chosen.length < MANDATE_ITEMS && (
        <Field
          name="q"
          label={t('helpers.find')}
          hint={t('helpers.find-hint')}
          maxLength={50}
          value={typed}
          onChange={setTyped}
        />
      )}
      {q !== '' && chosen.length < MANDATE_ITEMS && (
        <Found q={q} chosen={chosen} onToggle={toggle} />
      )}
      <FieldRefused id="items-refused" refusal={refusal} field="items" />
    </fieldset>
  );
}

interface FoundProps {
  readonly q: string;
  readonly chosen: readonly Chosen[];
  readonly onToggle: (one: Chosen) => void;
}
function Found({ q, chosen, onToggle }: FoundProps): ReactNode {
  const t = useHelperT();
  const { data, error } = useRead(listItems, { q }, { placeholderData: keepPreviousData });
  if (error !== null) return <ReadRefused refusal={error.problem} />;
  const found = (data?.items ?? []).filter(
    ({ item, fromHome }) =>
      fromHome && !assistanceItems.includes(item) && !chosen.some((one) => one.item === item),
  );
  if (data !== undefined && found.length === 0) return <p role="status">{t('helpers.no-hits')}</p>;
  return found
    .slice(0, 6)
    .map((one) => <Item key={one.item} one={one} on={false} onToggle={onToggle} />);
}

interface ItemProps {
  readonly one: Chosen;
  readonly on: boolean;
  readonly onToggle: (one: Chosen) => void;
}
function Item({ one, on, onToggle }: ItemProps): ReactNode {
  const named = useNamed();
  return (
    <label className="matter">
      <input type="checkbox" checked={on} onChange={() => onToggle(one)} />
      <span>{named(one.name, one.nameEn)}</span>
    </label>
  );
}
