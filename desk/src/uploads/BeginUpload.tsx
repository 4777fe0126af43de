// SPDX-License-Identifier: Apache-2.0
import { beginUpload, type FileKind, fileKinds } from '@lilong/contracts/registry-uploads';
import { useWrite } from '@lilong/ui/client.ts';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Cards } from '../parts/Cards.tsx';
import { blames, restOf } from '../parts/Field.tsx';
import { PlaceChooser } from '../parts/PlaceChooser.tsx';
import { Refused } from '../parts/Refused.tsx';
import { TableFile } from '../parts/TableFile.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useHolder } from '../shell/session.ts';
import { useT } from '../words.ts';
import { useSending } from './use-sending.ts';

/** What the file is about, who gave it, and the file: it is sent at once, and its own page goes on from there. */
export function BeginUpload({ sources }: { readonly sources: readonly string[] }): ReactNode {
  const t = useT();
  const go = useNavigate();
  const [first] = useHolder().post.places;
  const [kind, setKind] = useState<FileKind>('people');
  const [source, setSource] = useState('');
  const [under, setUnder] = useState(first?.no ?? 0);
  const [file, setFile] = useState<File>();
  const begin = useWrite(beginUpload, { refreshes: ['registry'] });
  const { percent, problem, send } = useSending();

  async function submit(): Promise<void> {
    if (file === undefined) return;
    const asked = { kind, under, source: source.trim(), name: file.name.slice(-200) };
    const begun = await begin.send({ ...asked, bytes: file.size });
    if (begun === undefined) return;
    await send(begun.upload, file, 0);
    await go({ to: '/uploads/$upload', params: { upload: String(begun.upload) } });
  }
  const named = blames(begin.refusal, 'source');
  return (
    <form
      className="sheet-card form"
      aria-labelledby="uploads-new"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h2 id="uploads-new">{t('uploads.new')}</h2>
      <Cards
        legend={t('uploads.kind')}
        name="kind"
        value={kind}
        options={fileKinds.map((value) => ({ value, title: t(`uploads.kind.${value}`) }))}
        onChange={setKind}
      />
      <TextField
        label={t('uploads.source')}
        hint={t('uploads.source-hint')}
        problem={named}
        maxLength={60}
        value={source}
        onChange={setSource}
      />
      {sources.length > 0 && (
        <p className="upload-sources">
          {t('uploads.source-before')}
          {sources.slice(0, 5).map((one) => (
            <button key={one} type="button" className="linkish" onClick={() => setSource(one)}>
              {one}
            </button>
          ))}
        </p>
      )}
      <PlaceChooser label={t('uploads.under')} value={under} onChange={setUnder} />
      <p className="field-hint">{t('uploads.under-hint')}</p>
      <TableFile name={file?.name} workbooks onChoose={(chosen) => chosen && setFile(chosen)} />
      <Refused problem={restOf(begin.refusal, 'source') ?? problem} />
      {percent !== undefined && <p role="status">{t('uploads.sending', { percent })}</p>}
      <div className="bar-buttons">
        <Button
          type="primary"
          htmlType="submit"
          disabled={file === undefined}
          loading={begin.pending || percent !== undefined}
        >
          {t('uploads.send')}
        </Button>
      </div>
    </form>
  );
}
