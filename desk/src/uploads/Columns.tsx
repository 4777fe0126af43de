// SPDX-License-Identifier: Apache-2.0
import { type FileKind, type Upload, uploadColumns } from '@lilong/contracts/registry-uploads';
import type { ReplyOf } from '@lilong/contracts/route';
import { useRead } from '@lilong/ui/client.ts';
import type { ReactNode } from 'react';
import { Picker } from '../parts/Picker.tsx';
import { Refused } from '../parts/Refused.tsx';
import { TableBox } from '../parts/TableBox.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import type { DeskKey } from '../words/zh.ts';
import { useT } from '../words.ts';
import { isGoing, type Run } from './use-run.ts';

interface ColumnsProps {
  readonly upload: Upload;
  readonly running: Run;
}

/** Each column of the file, what stands in it, and what it is. What is said once is known the next time. */
export function Columns({ upload, running }: ColumnsProps): ReactNode {
  const t = useT();
  const enabled = upload.state !== 'moving'; // its parts go once it is in
  const read = useRead(uploadColumns, { upload: upload.upload }, { staleTime: 60_000, enabled });
  const { data, error } = read;
  if (!enabled && data === undefined) return null;
  return (
    <li className="sheet-card">
      <h2>{t('uploads.step-columns')}</h2>
      <p className="field-hint">{t('uploads.columns-how')}</p>
      {enabled && error !== null && (
        <Refused problem={error.problem} again={() => read.refetch()} />
      )}
      {read.isPending && <Waiting rows={4} />}
      {data !== undefined && <Table upload={upload} running={running} found={data} />}
    </li>
  );
}

interface TableProps extends ColumnsProps {
  readonly found: ReplyOf<typeof uploadColumns>;
}

function Table({ upload, running, found }: TableProps): ReactNode {
  const t = useT();
  const nameOf = useFieldName(upload.kind);
  const { columns, fields } = found;
  const fieldOf = ({ title, field }: (typeof columns)[number]) => running.said[title] ?? field;
  const said = columns.map(fieldOf);
  const missing = fields.filter(({ field, needed }) => needed && !said.includes(field));
  const options = [
    { value: '', label: t('uploads.unused') },
    ...fields.map(({ field }) => ({ value: field, label: nameOf(field) })),
  ];
  return (
    <>
      <TableBox label={t('uploads.step-columns')} more="upload-columns">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('uploads.column')}</th>
              <th scope="col">{t('uploads.is')}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map((column) => (
              <tr key={column.title}>
                <th scope="row">
                  {column.title}
                  <small>{column.samples.join(t('list.join'))}</small>
                </th>
                <td>
                  <Picker
                    label={t('uploads.column-of', { title: column.title })}
                    placeholder={t('uploads.unused')}
                    value={fieldOf(column) ?? ''}
                    options={options}
                    onChange={(field) => !isGoing(upload) && running.say(column.title, field ?? '')}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      {missing.length > 0 && (
        <p className="field-fault">
          {t('uploads.missing', {
            fields: missing.map(({ field }) => nameOf(field)).join(t('list.join')),
          })}
        </p>
      )}
    </>
  );
}

/** What a field is called to people. */
function useFieldName(kind: FileKind): (field: string) => string {
  const t = useT();
  return (field) => t(`uploads.field.${kind}.${field}` as DeskKey); // every field that the server knows has its words
}
