// SPDX-License-Identifier: Apache-2.0

import type { Problem } from '@lilong/contracts/call';
import { refusedFile, refusedLines, type Upload } from '@lilong/contracts/registry-uploads';
import { ask, asRefused, useRead } from '@lilong/ui/client.ts';
import { saveFile } from '@lilong/ui/save-file.ts';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { FaultTable } from '../parts/TableFile.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useT } from '../words.ts';

/** Each line that was refused, with column and reason; all of them as a file to mend and bring in again. */
export function RefusedLines({ upload }: { readonly upload: Upload }): ReactNode {
  const t = useT();
  const [afters, setAfters] = useState<readonly number[]>([]);
  const read = useRead(refusedLines, { upload: upload.upload, after: afters.at(-1) ?? 0 });
  const { data } = read;
  const last = data?.faults.at(-1)?.line ?? 0;
  const first = data?.faults[0]?.line ?? last;
  return (
    <section className="sheet-card form" aria-labelledby="uploads-refused">
      <h2 id="uploads-refused">{t('uploads.refused')}</h2>
      <p className="field-hint">{t('uploads.refused-how')}</p>
      <Save upload={upload} />
      {read.error !== null && <Refused problem={read.error.problem} again={() => read.refetch()} />}
      {read.isPending && <Waiting rows={4} />}
      {data !== undefined && <FaultTable label={t('uploads.refused')} faults={data.faults} />}
      <div className="bar-buttons">
        {afters.length > 0 && (
          <Button onClick={() => setAfters(afters.slice(0, -1))}>{t('uploads.earlier')}</Button>
        )}
        {data?.more === true && (
          <Button onClick={() => setAfters([...afters, first])}>{t('uploads.later')}</Button>
        )}
      </div>
    </section>
  );
}

function Save({ upload: { upload, name } }: { readonly upload: Upload }): ReactNode {
  const t = useT();
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  async function save(): Promise<void> {
    setSaving(true);
    setProblem(undefined);
    try {
      saveFile(t('uploads.refused-file', { name }), 'text/csv', await wholeFile(upload));
    } catch (fault) {
      setProblem(asRefused(fault).problem);
    }
    setSaving(false);
  }
  return (
    <>
      <Refused problem={problem} />
      <p>
        <Button loading={isSaving} onClick={() => void save()}>
          {t('uploads.refused-save')}
        </Button>
      </p>
    </>
  );
}

/** Piece by piece, so that no reply is long. */
async function wholeFile(upload: number): Promise<string> {
  const pieces: string[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const piece: { text: string; next: number | null } = await ask(refusedFile, { upload, after });
    pieces.push(piece.text);
    after = piece.next;
  }
  return pieces.join('');
}
