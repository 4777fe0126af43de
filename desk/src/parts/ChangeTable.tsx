// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useT } from '../words.ts';
import { TableBox } from './TableBox.tsx';

/** One value before and after, with what it is called. */
export interface NamedChange {
  readonly path: string;
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}
/** What changes about one thing. */
export interface ChangeGroup {
  readonly key: string;
  /** What it is about; none when the table is about one thing only. */
  readonly about?: ReactNode;
  readonly changes: readonly NamedChange[];
}

interface ChangeTableProps {
  readonly label: string;
  readonly groups: readonly ChangeGroup[];
  /** Title of the column that says what each group is about. */
  readonly aboutTitle?: string;
}

/** A draft beside what is in force: what goes is struck out, what comes is marked. */
export function ChangeTable({ label, groups, aboutTitle }: ChangeTableProps): ReactNode {
  const t = useT();
  return (
    <TableBox label={label}>
      <table className="table">
        <thead>
          <tr>
            {aboutTitle !== undefined && <th scope="col">{aboutTitle}</th>}
            <th scope="col">{t('catalogue.part')}</th>
            <th scope="col">{t('catalogue.before')}</th>
            <th scope="col">{t('catalogue.after')}</th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.key}>
            {group.changes.map(({ path, name, before, after }, at) => (
              <tr key={path}>
                {aboutTitle !== undefined && at === 0 && (
                  <th scope="rowgroup" rowSpan={group.changes.length}>
                    {group.about}
                  </th>
                )}
                <th scope="row">{name}</th>
                <td>{before === null ? '—' : <del>{before}</del>}</td>
                <td>{after === null ? '—' : <ins>{after}</ins>}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </TableBox>
  );
}
