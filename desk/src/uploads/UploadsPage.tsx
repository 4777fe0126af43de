// SPDX-License-Identifier: Apache-2.0
import { listUploads, type Upload } from '@lilong/contracts/registry-uploads';
import { useRead } from '@lilong/ui/client.ts';
import { useMoment } from '@lilong/ui/words.tsx';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Empty } from '../parts/Empty.tsx';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useT } from '../words.ts';
import { BeginUpload } from './BeginUpload.tsx';
import { StateTag } from './StateTag.tsx';
import '../staff/staff.css';
import './uploads.css';

/** 人房导入: a file is brought in, and those that came in before. */
export function UploadsPage(): ReactNode {
  const t = useT();
  const read = useRead(listUploads, {}, { refetchInterval: 5_000 });
  const { data, error } = read;
  return (
    <div className="page page-narrow">
      <header>
        <h1>{t('uploads.title')}</h1>
        <p className="page-lead">{t('uploads.lead')}</p>
      </header>
      {data !== undefined && <BeginUpload sources={data.sources} />}
      {error !== null && <Refused problem={error.problem} again={() => read.refetch()} />}
      {read.isPending && <Waiting rows={4} />}
      {data !== undefined && <Came uploads={data.uploads} />}
    </div>
  );
}

function Came({ uploads }: { readonly uploads: readonly Upload[] }): ReactNode {
  const t = useT();
  const say = useMoment();
  if (uploads.length === 0)
    return (
      <Empty icon="document" title={t('uploads.none')}>
        <p>{t('uploads.none-lead')}</p>
      </Empty>
    );
  return (
    <section className="sheet-card" aria-labelledby="uploads-list">
      <h2 id="uploads-list">{t('uploads.list')}</h2>
      <ul className="uploads">
        {uploads.map((one) => (
          <li key={one.upload}>
            <Link to="/uploads/$upload" params={{ upload: String(one.upload) }}>
              {one.name}
            </Link>
            <StateTag upload={one} />
            <small>
              {t('uploads.of', {
                kind: t(`uploads.kind.${one.kind}`),
                source: one.source,
                place: one.underName,
              })}
            </small>
            <small>
              {t('uploads.by', { organisation: one.organisationName, at: say(one.broughtAt) })}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
