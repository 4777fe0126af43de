// SPDX-License-Identifier: Apache-2.0
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';
import { movedBy } from './draft.ts';

interface RowsProps<T extends object> {
  readonly title: string;
  /** What it is for, where the title does not say it. */
  readonly lead?: string;
  readonly add: string;
  readonly rows: readonly T[];
  readonly nameOf: (row: T) => string;
  readonly fresh: () => T;
  readonly onChange: (rows: T[]) => void;
  readonly children: (row: T, change: (row: T) => void, at: number) => ReactNode;
  /** The one that a refusal is about. */
  readonly blamed?: number | undefined;
  readonly fault?: ReactNode;
}

/** A list that is written: each of it opens, moves and goes by keyboard too. */
export function Rows<T extends object>(props: RowsProps<T>): ReactNode {
  const t = useT();
  const { title, lead, add, rows, nameOf, fresh, onChange, children, blamed, fault } = props;
  return (
    <section className="sheet-card item-part" aria-label={title}>
      <h2>{title}</h2>
      {lead !== undefined && <p className="field-hint">{lead}</p>}
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what is written has no name of its own but its place
        <details key={at} open={at === blamed || nameOf(row) === ''}>
          <summary>
            {at + 1}. {nameOf(row)}
          </summary>
          {at === blamed && fault}
          {children(
            row,
            (changed) => onChange(rows.map((one, place) => (place === at ? changed : one))),
            at,
          )}
          <div className="bar-buttons">
            <Button disabled={at === 0} onClick={() => onChange(movedBy(rows, at, -1))}>
              {t('items.up')}
            </Button>
            <Button
              disabled={at === rows.length - 1}
              onClick={() => onChange(movedBy(rows, at, 1))}
            >
              {t('items.down')}
            </Button>
            <Button onClick={() => onChange(rows.filter((_, place) => place !== at))}>
              {t('items.remove')}
            </Button>
          </div>
        </details>
      ))}
      <p>
        <Button onClick={() => onChange([...rows, fresh()])}>{add}</Button>
      </p>
    </section>
  );
}
