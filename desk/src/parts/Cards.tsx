// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { useRefusalWords } from '@lilong/ui/words.tsx';
import { type ReactNode, useId, useRef } from 'react';
import { useFault } from './use-fault.ts';

interface CardOption<V extends string | number> {
  readonly value: V;
  readonly title: string;
  readonly note?: string;
}
interface CardsProps<V extends string | number> {
  readonly legend: string;
  readonly name: string;
  readonly value: V | undefined;
  readonly options: readonly CardOption<V>[];
  readonly problem?: Problem | undefined;
  readonly onChange: (value: V) => void;
}

/** One of a few, all in sight: radio buttons large enough for a thumb. */
export function Cards<V extends string | number>({
  legend,
  name,
  value,
  options,
  problem,
  onChange,
}: CardsProps<V>): ReactNode {
  const say = useRefusalWords();
  const id = useId();
  const box = useRef<HTMLFieldSetElement>(null);
  useFault(box, problem);
  return (
    <fieldset
      ref={box}
      className="cards"
      aria-describedby={problem === undefined ? undefined : `${id}-fault`}
    >
      <legend className="field-label">{legend}</legend>
      {problem !== undefined && (
        <p id={`${id}-fault`} className="field-fault" role="alert">
          {say(problem)}
        </p>
      )}
      {options.map((option) => (
        <label key={option.value} className="card">
          <input
            type="radio"
            name={`${id}-${name}`}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>
            {option.title}
            {option.note !== undefined && option.note !== '' && <small>{option.note}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
