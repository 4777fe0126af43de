// SPDX-License-Identifier: Apache-2.0
import { type CrowdColumn, type CrowdLine, crowdColumns } from '@lilong/contracts/registry-crowds';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { useT } from '../words.ts';
import { Chips } from './Chips.tsx';
import { inOrder, isSame, useSaveColumns } from './columns.ts';

interface ColumnsProps {
  readonly columns: readonly CrowdColumn[];
  readonly onChange: (columns: CrowdColumn[]) => void;
}

/** Which columns a list has; the name is always one of them. */
export function ColumnChips({ columns, onChange }: ColumnsProps): ReactNode {
  const t = useT();
  return (
    <Chips
      legend={t('crowds.columns')}
      chosen={columns.filter((column) => column !== 'name')}
      options={crowdColumns
        .filter((column) => column !== 'name')
        .map((value) => ({ value, title: t(`crowds.column.${value}`) }))}
      onChange={(chosen) => onChange(inOrder(chosen ?? []))}
    />
  );
}

interface ChooserProps extends ColumnsProps {
  readonly kept: CrowdLine | undefined;
}

/** Folded above a list: it shows at once what is chosen, and is kept with the crowd when somebody says so. */
export function Columns({ columns, kept, onChange }: ChooserProps): ReactNode {
  const t = useT();
  const { save, pending, refusal } = useSaveColumns();
  const names = columns.map((column) => t(`crowds.column.${column}`)).join(t('list.join'));
  const isKept = kept === undefined || isSame(kept.columns, columns);
  return (
    <details className="crowd-more crowd-columns">
      <summary>{t('crowds.columns-are', { names })}</summary>
      <ColumnChips columns={columns} onChange={onChange} />
      {kept !== undefined && !isKept && (
        <div className="crowd-pages">
          <Button size="large" loading={pending} onClick={() => void save(kept, columns)}>
            {t('crowds.columns-keep')}
          </Button>
        </div>
      )}
      <p role="status" className="field-hint">
        {kept !== undefined && isKept ? t('crowds.columns-kept') : ''}
      </p>
      <Refused problem={refusal} />
    </details>
  );
}
