// SPDX-License-Identifier: Apache-2.0
import { Icon } from '@lilong/ui/Icons.tsx';
import { type ReactNode, useId, useRef } from 'react';
import { useT } from '../words.ts';
import type { ControlProps } from './Field.tsx';
import { optionId, PickerList } from './PickerList.tsx';
import { usePicking } from './use-picking.ts';
import './picker.css';

export interface Option<V extends string | number> {
  readonly value: V;
  readonly label: string;
  readonly group?: string;
  /** What else finds it: pinyin, a code. */
  readonly search?: string;
}

interface PickerProps<V extends string | number> {
  readonly label: string;
  readonly value: V | undefined;
  /** Undefined until they come. */
  readonly options: readonly Option<V>[] | undefined;
  readonly onChange: (value: V | undefined) => void;
  /** Drawn as a chip of the filter bar, and can be emptied. */
  readonly chip?: true;
  readonly control?: ControlProps;
  readonly placeholder?: string;
}

/** Choose one of many, found by typing: a combobox as ARIA describes it. (Ant Design's fails axe where options have groups.) */
export function Picker<V extends string | number>(props: PickerProps<V>): ReactNode {
  const { label, value, options, onChange, chip, control, placeholder = '' } = props;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const picking = usePicking(options ?? [], value, onChange);
  const { typed, shown, active } = picking;
  const open = typed !== undefined;
  const chosen = options?.find((option) => option.value === value);
  const { status = '', ...described } = control ?? { 'aria-label': label };
  return (
    <div ref={box} className={classOf(chip, chosen !== undefined, status)}>
      <input
        {...described}
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-activedescendant={open && shown.length > 0 ? optionId(id, active) : undefined}
        placeholder={chip === true ? label : (chosen?.label ?? placeholder)}
        style={chip === true ? { width: widthOf(chosen?.label ?? label) } : undefined}
        value={typed ?? chosen?.label ?? ''}
        onChange={({ target }) => picking.type(target.value)}
        onClick={picking.show}
        onBlur={picking.close}
        onKeyDown={picking.onKeyDown}
      />
      {chip === true && chosen !== undefined ? (
        <Clear label={label} onClear={() => onChange(undefined)} />
      ) : (
        <Icon name="down" size={14} />
      )}
      {open && (
        <PickerList
          id={id}
          label={label}
          anchor={box}
          picking={picking}
          chosen={value}
          none={options === undefined ? 'picker.not-yet' : 'picker.none'}
        />
      )}
    </div>
  );
}

interface ClearProps {
  readonly label: string;
  readonly onClear: () => void;
}

function Clear({ label, onClear }: ClearProps): ReactNode {
  const t = useT();
  return (
    <button
      type="button"
      className="picker-clear"
      aria-label={t('picker.clear', { label })}
      onClick={onClear}
    >
      <Icon name="close" size={14} />
    </button>
  );
}

function classOf(chip: true | undefined, chosen: boolean, status: string): string {
  const kind = chip === true ? 'picker picker-chip' : 'picker';
  return `${kind}${chosen && chip === true ? ' picker-set' : ''}${status === 'error' ? ' picker-fault' : ''}`;
}

/** Width of a chip by its letters; Chinese ones are square. */
function widthOf(text: string): string {
  const letters = [...text].reduce((width, letter) => width + (letter > '\u2e80' ? 1 : 0.58), 0.4);
  return `${Math.min(8, letters).toFixed(1)}em`;
}
