// SPDX-License-Identifier: Apache-2.0
import type { Upload } from '@lilong/contracts/registry-uploads';
import { type ReactNode, useState } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { TableFile } from '../parts/TableFile.tsx';
import { useT } from '../words.ts';
import { useSending } from './use-sending.ts';

/** The page was closed while the file was on its way: the same file goes on where it broke off. */
export function GoOnSending({ upload }: { readonly upload: Upload }): ReactNode {
  const t = useT();
  const { percent, problem, send } = useSending();
  const [isOther, setOther] = useState(false);
  const { name, bytes, next } = upload;
  async function choose(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    setOther(file.size !== bytes);
    if (file.size === bytes) await send(upload.upload, file, next);
  }
  return (
    <section className="sheet-card form" aria-label={t('uploads.state.arriving')}>
      <p>{t('uploads.again-file')}</p>
      <TableFile name={name} workbooks onChoose={(file) => void choose(file)} />
      {isOther && (
        <p className="field-fault" role="alert">
          {t('uploads.other-file', { name })}
        </p>
      )}
      <Refused problem={problem} />
      {percent !== undefined && <p role="status">{t('uploads.sending', { percent })}</p>}
    </section>
  );
}
