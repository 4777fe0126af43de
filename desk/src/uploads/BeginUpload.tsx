// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
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

interface About {
  readonly kind: FileKind;
  readonly source: string;
  readonly under: number;
  readonly file?: File;
}

/** What the file is about, who gave it, and the file: it is sent at once, and its own page goes on from there. */
export function BeginUpload({ sources }: { readonly sources: readonly string[] }): ReactNode {
  const t = useT();
  const [first] = useHolder().post.places;
  const [about, setAbout] = useState<About>({ kind: 'people', source: '', under: first?.no ?? 0 });
  const change = (part: Partial<About>) => setAbout({ ...about, ...part });
  const { percent, problem, pending, submit } = useBegin(about);
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
      <AboutFields about={about} sources={sources} problem={problem} change={change} />
      <TableFile
        name={about.file?.name}
        workbooks
        onChoose={(file) => file !== undefined && change({ file })}
      />
      <Refused problem={restOf(problem, 'source')} />
      {percent !== undefined && <p role="status">{t('uploads.sending', { percent })}</p>}
      <div className="bar-buttons">
        <Button
          type="primary"
          htmlType="submit"
          disabled={about.file === undefined}
          loading={pending}
        >
          {t('uploads.send')}
        </Button>
      </div>
    </form>
  );
}

/** Begins, sends, and opens the page of the file, also when it did not arrive whole. */
function useBegin({ kind, source, under, file }: About) {
  const go = useNavigate();
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
  const pending = begin.pending || percent !== undefined;
  return { percent, problem: begin.refusal ?? problem, pending, submit };
}

interface AboutFieldsProps {
  readonly about: About;
  readonly sources: readonly string[];
  readonly problem: Problem | undefined;
  readonly change: (part: Partial<About>) => void;
}

function AboutFields({ about, sources, problem, change }: AboutFieldsProps): ReactNode {
  const t = useT();
  return (
    <>
      <Cards
        legend={t('uploads.kind')}
        name="kind"
        value={about.kind}
        options={fileKinds.map((value) => ({ value, title: t(`uploads.kind.${value}`) }))}
        onChange={(kind) => change({ kind })}
      />
      <TextField
        label={t('uploads.source')}
        hint={t('uploads.source-hint')}
        problem={blames(problem, 'source')}
        maxLength={60}
        value={about.source}
        onChange={(source) => change({ source })}
      />
      {sources.length > 0 && (
        <p className="upload-sources">
          {t('uploads.source-before')}
          {sources.slice(0, 5).map((source) => (
            <button
              key={source}
              type="button"
              className="linkish"
              onClick={() => change({ source })}
            >
              {source}
            </button>
          ))}
        </p>
      )}
      <PlaceChooser
        label={t('uploads.under')}
        value={about.under}
        onChange={(under) => change({ under })}
      />
      <p className="field-hint">{t('uploads.under-hint')}</p>
    </>
  );
}
