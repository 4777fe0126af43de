// SPDX-License-Identifier: Apache-2.0
import type { ImportFault } from '@lilong/contracts/identity';
import { Icon } from '@lilong/ui/Icons.tsx';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';
import { TableBox } from './TableBox.tsx';

interface TableFileProps {
  readonly name: string | undefined;
  /** Workbooks as well. */
  readonly workbooks?: true;
  readonly onChoose: (chosen: File | undefined) => void;
}

const csv = '.csv,.txt,text/csv';

/** Chooses a table from the machine. */
export function TableFile({ name, workbooks, onChoose }: TableFileProps): ReactNode {
  const t = useT();
  return (
    <label className="import-file">
      <Icon name="document" size={22} />
      <span>{name ?? t(workbooks === true ? 'import.choose-any' : 'import.choose')}</span>
      <input
        type="file"
        accept={workbooks === true ? `.xlsx,${csv}` : csv}
        onChange={({ target }) => {
          onChoose(target.files?.[0]);
          target.value = ''; // the same file, corrected, is a choice again
        }}
      />
    </label>
  );
}

interface FaultTableProps {
  readonly label: string;
  readonly faults: readonly ImportFault[];
}

/** What is wrong with a table, line by line, and how to mend it. */
export function FaultTable({ label, faults }: FaultTableProps): ReactNode {
  const t = useT();
  if (faults.length === 0) return null;
  return (
    <TableBox label={label}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col" className="num">
              {t('import.line')}
            </th>
            <th scope="col">{t('import.field')}</th>
            <th scope="col">{t('import.fault')}</th>
          </tr>
        </thead>
        <tbody>
          {faults.map((fault) => (
            <tr key={`${fault.line} ${fault.field} ${fault.code}`}>
              <td className="num">{fault.line}</td>
              <td className="fault-field">{fault.field}</td>
              <td>{fault.detail}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
