// SPDX-License-Identifier: Apache-2.0
import { type KeyboardEvent, useMemo, useState } from 'react';
import type { Option } from './Picker.tsx';

export interface Picking<V extends string | number> {
  /** What is typed while the list is open; undefined while it is closed. */
  readonly typed: string | undefined;
  readonly shown: readonly Option<V>[];
  readonly active: number;
  readonly show: () => void;
  readonly close: () => void;
  readonly type: (text: string) => void;
  readonly choose: (option: Option<V>) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** The list of a combobox: open or closed, narrowed by what is typed, walked by keys. */
export function usePicking<V extends string | number>(
  options: readonly Option<V>[],
  value: V | undefined,
  onChange: (value: V) => void,
): Picking<V> {
  const [typed, setTyped] = useState<string>();
  const [active, setActive] = useState(0);
  const shown = useMemo(() => matching(options, typed ?? ''), [options, typed]);
  const open = typed !== undefined;
  const close = () => setTyped(undefined);
  const show = () => {
    if (open) return;
    setTyped('');
    setActive(
      Math.max(
        0,
        options.findIndex((option) => option.value === value),
      ),
    );
  };
  const choose = (option: Option<V>) => {
    close();
    onChange(option.value);
  };
  const step = (by: number) =>
    open ? setActive(Math.min(Math.max(active + by, 0), Math.max(0, shown.length - 1))) : show();
  const current = open ? shown[active] : undefined;
  const acts: Readonly<Record<string, (() => void) | undefined>> = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    PageDown: open ? () => step(8) : undefined,
    PageUp: open ? () => step(-8) : undefined,
    Enter: current === undefined ? undefined : () => choose(current),
    Escape: open ? close : undefined,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = event.nativeEvent.isComposing ? undefined : acts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const type = (text: string) => {
    setTyped(text);
    setActive(0);
  };
  return { typed, shown, active, show, close, type, choose, onKeyDown };
}

function matching<V extends string | number>(
  options: readonly Option<V>[],
  typed: string,
): readonly Option<V>[] {
  const words = typed.trim().toLowerCase();
  if (words === '') return options;
  return options.filter(({ label, search = '', value }) =>
    `${label} ${search} ${search.replaceAll(' ', '')} ${value}`.toLowerCase().includes(words),
  );
}
