// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { useRefusalWords } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';

interface ChipsProps<V extends string> {
  readonly legend: string;
  readonly chosen: readonly V[];
  readonly options: readonly { readonly value: V; readonly title: string }[];
  readonly problem?: Problem | undefined;
  /** Undefined when none is chosen. */
  readonly onChange: (chosen: V[] | undefined) => void;
}

/** Several of a few, each large enough for a thumb. */
export function Chips<V extends string>({
  legend,
  chosen,
  options,
  problem,
  onChange,
}: ChipsProps<V>): ReactNode {
  const say = useRefusalWords();
  const toggle = (value: V) => {
    const rest = chosen.filter((one) => one !== value);
    const next = rest.length === chosen.length ? [...chosen, value] : rest;
    onChange(next.length === 0 ? undefined : next);
  };
  return (
    <fieldset className="crowd-chips">
      <legend className="field-label">{legend}</legend>
      {problem !== undefined && (
        <p className="field-fault" role="alert">
          {say(problem)}
        </p>
      )}
      {options.map(({ value, title }) => (
        <label key={value} className="crowd-chip">
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
          {title}
        </label>
      ))}
    </fieldset>
  );
}
