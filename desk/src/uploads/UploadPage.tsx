// SPDX-License-Identifier: Apache-2.0
import { dropUpload, showUpload, type Upload } from '@lilong/contracts/registry-uploads';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { useMoment } from '@lilong/ui/words.tsx';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { BackLink } from '../parts/BackLink.tsx';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useT } from '../words.ts';
import { Columns } from './Columns.tsx';
import { GoOnSending } from './GoOnSending.tsx';
import { RefusedLines } from './RefusedLines.tsx';
import { StateTag } from './StateTag.tsx';
import { DoStep, TryStep } from './Steps.tsx';
import { isGoing, useRun } from './use-run.ts';
import '../staff/staff.css';
import './uploads.css';

/** One file: its columns, its trial, its import. It goes on by itself when the page is closed. */
export function UploadPage(): ReactNode {
  const t = useT();
  const upload = Number(useParams({ strict: false }).upload);
  const read = useRead(
    showUpload,
    { upload },
    { refetchInterval: ({ state }) => pace(state.data) },
  );
  const { data, error } = read;
  return (
    <div className="page page-narrow">
      <BackLink to="/uploads">{t('uploads.back')}</BackLink>
      {error !== null && <Refused problem={error.problem} again={() => read.refetch()} />}
      {read.isPending && <Waiting rows={4} />}
      {data !== undefined && <One key={data.upload} upload={data} />}
    </div>
  );
}

const pace = (upload: Upload | undefined): number | false =>
  upload !== undefined && isGoing(upload) ? 1_000 : false;

function One({ upload }: { readonly upload: Upload }): ReactNode {
  const t = useT();
  const say = useMoment();
  const { kind, source, underName, organisationName, broughtAt, state, can, fault } = upload;
  return (
    <>
      <header className="upload-head">
        <h1>{upload.name}</h1>
        <StateTag upload={upload} />
        <p className="page-lead">
          {t('uploads.of', { kind: t(`uploads.kind.${kind}`), source, place: underName })}
          <small>{t('uploads.by', { organisation: organisationName, at: say(broughtAt) })}</small>
        </p>
      </header>
      {fault !== null && (
        <p className="refused" role="alert">
          {fault}
        </p>
      )}
      {!can.open && <p>{t('uploads.not-yours')}</p>}
      {can.open && state === 'arriving' && <GoOnSending upload={upload} />}
      {can.open && state !== 'arriving' && <Steps upload={upload} />}
      {can.drop && !isGoing(upload) && <Drop upload={upload} />}
    </>
  );
}

function Steps({ upload }: { readonly upload: Upload }): ReactNode {
  const running = useRun(upload);
  const isOver = upload.state === 'done' && upload.knownSince === null;
  return (
    <>
      <ol className="import-steps">
        {!isOver && <Columns upload={upload} running={running} />}
        {!isOver && <TryStep upload={upload} running={running} />}
        <DoStep upload={upload} running={running} />
      </ol>
      {upload.counts.faulty > 0 && !isGoing(upload) && <RefusedLines upload={upload} />}
    </>
  );
}

/** Asked once more, as what is gone is gone. */
function Drop({ upload }: { readonly upload: Upload }): ReactNode {
  const t = useT();
  const go = useNavigate();
  const [asking, setAsking] = useState(false);
  const write = useWrite(dropUpload, { refreshes: ['/api/registry/uploads'] });
  async function drop(): Promise<void> {
    if ((await write.send({ upload: upload.upload })) !== undefined) await go({ to: '/uploads' });
  }
  if (!asking)
    return (
      <p>
        <Button onClick={() => setAsking(true)}>{t('uploads.drop')}</Button>
      </p>
    );
  return (
    <section className="sheet-card" aria-label={t('uploads.drop')}>
      <p>{t('uploads.drop-how')}</p>
      <Refused problem={write.refusal} />
      <div className="bar-buttons">
        <Button danger loading={write.pending} onClick={() => void drop()}>
          {t('uploads.drop')}
        </Button>
        <Button onClick={() => setAsking(false)}>{t('uploads.keep')}</Button>
      </div>
    </section>
  );
}
