// SPDX-License-Identifier: Apache-2.0
import type { CrowdColumn, CrowdPerson } from '@lilong/contracts/registry-crowds';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { TableBox } from '../parts/TableBox.tsx';
import { useWide } from '../parts/useWide.ts';
import { Marks } from '../registry/Marks.tsx';
import { withoutDay } from '../registry/PersonRow.tsx';
import { useT } from '../words.ts';
import { useCell } from './columns.ts';

const TABLE_PX = 900;

interface LedgerProps {
  readonly people: readonly CrowdPerson[];
  /** The name is the first. */
  readonly columns: readonly CrowdColumn[];
}

/** 台账: the chosen columns of each person, a table where there is room, rows for a thumb on a phone. */
export function Ledger(props: LedgerProps): ReactNode {
  return useWide(TABLE_PX) ? <Table {...props} /> : <Rows {...props} />;
}

function Table({ people, columns }: LedgerProps): ReactNode {
  const t = useT();
  return (
    <TableBox label={t('crowds.people')}>
      <table className="table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={short.get(column)}>
                {t(`crowds.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((one) => (
            <tr key={one.person}>
              {columns.map((column) => (
                <TableCell key={column} of={one} column={column} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

interface CellProps {
  readonly of: CrowdPerson;
  readonly column: CrowdColumn;
}

function TableCell({ of, column }: CellProps): ReactNode {
  const cell = useCell();
  if (column === 'labels')
    return (
      <td>
        <Marks labels={of.labels} />
      </td>
    );
  if (column !== 'name')
    return (
      <td lang={ofChina.includes(column) ? 'zh-CN' : undefined} className={short.get(column)}>
        {cell(of, column)}
      </td>
    );
  return (
    <th scope="row">
      <Link
        to="/people/$person"
        params={{ person: String(of.person) }}
        search={withoutDay}
        className="crowd-name"
        lang="zh-CN"
      >
        {of.name}
      </Link>
    </th>
  );
}

/** Said in Chinese whatever the reader's language. */
const ofChina: readonly CrowdColumn[] = ['door', 'committee'];
const short: ReadonlyMap<CrowdColumn, string> = new Map([
  ['age', 'num'],
  ['born', 'day'],
  ['since', 'day'],
  ['standing', 'day'],
]);
/** What does not say by itself what it is. */
const named: readonly CrowdColumn[] = ['born', 'stays', 'since', 'age'];

function Rows({ people, columns }: LedgerProps): ReactNode {
  const t = useT();
  const cell = useCell();
  const shown = columns.filter((column) => column !== 'name' && column !== 'labels');
  return (
    <ul className="crowd-rows">
      {people.map((one) => (
        <li key={one.person}>
          <Link
            to="/people/$person"
            params={{ person: String(one.person) }}
            search={withoutDay}
            className="crowd-line"
          >
            <b lang="zh-CN">{one.name}</b>
            {shown.map((column) => {
              const said = cell(one, column);
              if (said === '') return null;
              return (
                <span key={column} lang={ofChina.includes(column) ? 'zh-CN' : undefined}>
                  {named.includes(column) && <small>{t(`crowds.column.${column}`)} </small>}
                  {said}
                </span>
              );
            })}
            {columns.includes('labels') && <Marks labels={one.labels} />}
          </Link>
        </li>
      ))}
    </ul>
  );
}
