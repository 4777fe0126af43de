// SPDX-License-Identifier: Apache-2.0
import { type MyReportPage, myReport } from '@lilong/contracts/cases';
import { filePath } from '@lilong/contracts/files';
import { useRead } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { useLive } from '@lilong/ui/live.ts';
import { PlaceName } from '@lilong/ui/PlaceName.tsx';
import { useMoment } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { Pictures } from '../parts/Pictures.tsx';
import { Progress } from '../parts/Progress.tsx';
import { RetryLater } from '../parts/Refused.tsx';
import { Player } from '../parts/Voice.tsx';
import { ResidentOnly } from '../session/ResidentOnly.tsx';
import { Opening } from '../shell/Fallbacks.tsx';
import { useInAddress } from '../shell/nav.tsx';
import { useT } from '../words/use.ts';
import { Answer } from './Answer.tsx';
import { MyActs } from './MyActs.tsx';
import { Standing } from './promise.tsx';
import { Rating } from './Rating.tsx';
import { Timeline } from './Timeline.tsx';
import './my.css';

export function MyCasePage(): ReactNode {
  const ref = useInAddress('ref');
  return <ResidentOnly>{() => <One caseRef={ref} />}</ResidentOnly>;
}

/** One of my matters: where it stands, what is wanted of me, what happened. */
function One({ caseRef }: { caseRef: string }): ReactNode {
  const t = useT();
  useLive('my');
  const { data, error, refetch } = useRead(myReport, { ref: caseRef });
  if (data === undefined && error !== null)
    return <RetryLater refusal={error.problem} again={() => void refetch()} />;
  if (data === undefined) return <Opening />;
  const { report } = data;
  return (
    <article className="page narrow my-case">
      <h1>{report.title}</h1>
      <p className="where">
        <Icon name="pin" size="1.2em" />
        {report.address} · <PlaceName of={{ name: report.placeName, pinyin: report.placePinyin }} />
      </p>
      <section className="card standing" aria-live="polite">
        <p>
          <Standing report={report} outcome={data.outcome} />
        </p>
        <Progress step={report.step} state={report.state} labels />
        <p className="ref-line">
          {t('my.ref')} <b>{report.ref}</b>
          {report.round > 1 && (
            <span className="tag">{t('my.round', { round: report.round })}</span>
          )}
        </p>
        {data.others > 0 && <p className="hint">{t('my.others', { count: data.others })}</p>}
      </section>
      {report.question !== null && data.can.answer && (
        <Answer caseRef={caseRef} question={report.question} />
      )}
      {data.outcome !== null && <Outcome page={data} />}
      {data.can.rate && <Rating caseRef={caseRef} />}
      {data.rating !== null && (
        <p className="notice done">{t('my.rated', { grade: t(gradeKey(data.rating)) })}</p>
      )}
      <Timeline entries={data.timeline} />
      <Said page={data} />
      <MyActs page={data} />
    </article>
  );
}

const gradeKey = (grade: number) =>
  `grade.${Math.min(5, Math.max(1, Math.round(grade))) as 1 | 2 | 3 | 4 | 5}` as const;

/** What was done, word for word, and the photo after. */
function Outcome({ page }: { page: MyReportPage }): ReactNode {
  const t = useT();
  return (
    <section className={page.report.state === 'closed' ? 'card outcome done' : 'card outcome'}>
      <h2>{t('my.outcome')}</h2>
      <p>{page.outcome}</p>
      <Pictures files={page.photosAfter} label="my.photo-after" />
    </section>
  );
}

/** What I said, as I said it. */
function Said({ page }: { page: MyReportPage }): ReactNode {
  const t = useT();
  const sayMoment = useMoment();
  const photos = page.photos
    .filter(({ kind }) => kind !== 'after' && kind !== 'voice')
    .map(({ file }) => file);
  return (
    <section className="said">
      <h2>{t('my.said')}</h2>
      <p className="hint">{t('my.said-at', { when: sayMoment(page.report.reportedAt) })}</p>
      {page.words !== null && <p>{page.words}</p>}
      {page.voice !== null && (
        <div className="voice">
          <Player address={filePath(page.voice)} />
        </div>
      )}
      {page.transcript !== null && (
        <p className="hint">{t('my.transcript', { words: page.transcript })}</p>
      )}
      <Pictures files={photos} label="my.photo" />
    </section>
  );
}
