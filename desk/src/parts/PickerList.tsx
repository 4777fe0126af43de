// SPDX-License-Identifier: Apache-2.0
import {
  type CSSProperties,
  type ReactNode,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useT } from '../words.ts';
import type { Option } from './Picker.tsx';
import type { Picking } from './use-picking.ts';

interface PickerListProps<V extends string | number> {
  readonly id: string;
  readonly label: string;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly picking: Picking<V>;
  readonly chosen: V | undefined;
  /** What is said when nothing can be chosen: there is nothing of that name, or it has not come yet. */
  readonly none: 'picker.none' | 'picker.not-yet';
}

export const optionId = (list: string, at: number): string => `${list}-${at}`;

/** What can be chosen, under its field or above it, wherever there is more room. */
export function PickerList<V extends string | number>({
  id,
  label,
  anchor,
  picking,
  chosen,
  none,
}: PickerListProps<V>): ReactNode {
  const { shown, active } = picking;
  const list = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<CSSProperties>({ visibility: 'hidden' });
  useLayoutEffect(() => setPlace(placeBy(anchor.current)), [anchor]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step of the keys brings its row into sight
  useLayoutEffect(() => {
    list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  }, [active, shown, place]);
  const numbered = shown.map((option, at) => ({ option, at }));
  const groups = [...Map.groupBy(numbered, ({ option }) => option.group ?? '')];
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={label}
      className="picker-list"
      style={place}
      tabIndex={-1}
    >
      {shown.length === 0 && <Nothing words={none} />}
      {groups.map(([group, members]) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options, which no form element stands for
        <div key={group} role="group" aria-label={group === '' ? label : group}>
          {group !== '' && (
            <div className="picker-group" aria-hidden="true">
              {group}
            </div>
          )}
          {members.map(({ option, at }) => (
            <Row
              key={option.value}
              id={optionId(id, at)}
              option={option}
              active={at === active}
              chosen={option.value === chosen}
              onChoose={picking.choose}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

interface RowProps<V extends string | number> {
  readonly id: string;
  readonly option: Option<V>;
  readonly active: boolean;
  readonly chosen: boolean;
  readonly onChoose: (option: Option<V>) => void;
}

function Row<V extends string | number>({
  id,
  option,
  active,
  chosen,
  onChoose,
}: RowProps<V>): ReactNode {
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      data-active={active ? '' : undefined}
      className="picker-option"
      onPointerDown={(event) => event.preventDefault()} // the field keeps the focus
      onClick={() => onChoose(option)}
      onKeyDown={() => undefined} // keys are heard by the field
    >
      {option.label}
    </div>
  );
}

function Nothing({ words }: { readonly words: PickerListProps<string>['none'] }): ReactNode {
  const t = useT();
  return (
    <div
      role="option"
      aria-selected={false}
      aria-disabled="true"
      className="picker-none"
      tabIndex={-1}
    >
      {t(words)}
    </div>
  );
}

const mostPx = 320;

/** Fixed to the window, so that no scrolling box cuts it off. */
function placeBy(anchor: HTMLElement | null): CSSProperties {
  if (anchor === null) return {};
  const { top, bottom, left, width } = anchor.getBoundingClientRect();
  const below = window.innerHeight - bottom - 12;
  const above = top - 12;
  const wide = Math.min(Math.max(width, 220), window.innerWidth - 16);
  const across = { left: Math.min(left, window.innerWidth - wide - 8), width: wide };
  if (below >= Math.min(mostPx, above))
    return { ...across, top: bottom + 4, maxHeight: Math.min(mostPx, below) };
  return { ...across, bottom: window.innerHeight - top + 4, maxHeight: Math.min(mostPx, above) };
}
