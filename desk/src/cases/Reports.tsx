// SPDX-License-Identifier: Apache-2.0
import type { CasePage } from '@lilong/contracts/case-shapes';
import { writeTranscript } from '@lilong/contracts/case-work';
import { filePath } from '@lilong/contracts/files';
import { useWrite } from '@lilong/ui/client.ts';
import { useMoment } from '@lilong/ui/words.tsx';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { blames, restOf } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useRole } from '../shell/session.ts';
import { useT } from '../words.ts';
import { Contact } from './Contact.tsx';

type Report = CasePage['reports'][number];

/** What each person said. Many may have reported the same thing. */
export function Reports({ page }: { readonly page: CasePage }): ReactNode {
  const t = useT();
  if (page.reports.length === 0) return null;
  return (
    <section className="part" aria-label={t('reports.title')}>
      <h3>{t('reports.title')}</h3>
      <ul className="reports">
        {page.reports.map((report) => (
          <OneReport key={report.ref} report={report} page={page} />
        ))}
      </ul>
    </section>
  );
}

interface OneReportProps {
  readonly report: Report;
  readonly page: CasePage;
}

function OneReport({ report, page }: OneReportProps): ReactNode {
  const t = useT();
  const say = useMoment();
  return (
    <li className="report">
      <p className="report-head">
        <b>{t(report.meToo ? 'reports.me-too' : `channel.${report.channel}`)}</b>
        <time dateTime={report.at}>{say(report.at)}</time>
        <span>{report.ref}</span>
        {report.outsideNo !== null && <span>{t('reports.outside', { no: report.outsideNo })}</span>}
      </p>
      {report.words !== null && <p className="report-words">{report.words}</p>}
      {report.voice !== null && <Voice report={report} page={page} voice={report.voice} />}
      <Contact report={report} page={page} />
    </li>
  );
}

interface VoiceProps extends OneReportProps {
  readonly voice: number;
}

/** A voice note with its player; whoever listens writes it down for all others. */
function Voice({ report, page, voice }: VoiceProps): ReactNode {
  const t = useT();
  const [writing, setWriting] = useState(false);
  const role = useRole();
  const mayWrite = role === 'dispatcher' || role === 'committee_worker';
  return (
    <div className="voice">
      {/* biome-ignore lint/a11y/useMediaCaption: the written-down words stand under it as soon as somebody listened */}
      <audio controls preload="none" src={filePath(voice)} aria-label={t('photo.voice')} />
      {report.transcript !== null && <p className="report-words">{report.transcript}</p>}
      {mayWrite && !writing && (
        <Button size="small" onClick={() => setWriting(true)}>
          {t(report.transcript === null ? 'voice.write' : 'voice.rewrite')}
        </Button>
      )}
      {writing && <Transcript report={report} page={page} onDone={() => setWriting(false)} />}
    </div>
  );
}

function Transcript({
  report,
  page,
  onDone,
}: OneReportProps & { readonly onDone: () => void }): ReactNode {
  const t = useT();
  const write = useWrite(writeTranscript, { refreshes: ['cases'] });
  const [words, setWords] = useState(report.transcript ?? '');
  const save = async () =>
    (await write.send({ ref: page.line.ref, report: report.ref, words })) !== undefined && onDone();
  return (
    <div className="voice-write">
      <Refused problem={restOf(write.refusal, 'words')} />
      <TextField
        label={t('voice.words')}
        problem={blames(write.refusal, 'words')}
        lines={2}
        maxLength={2000}
        value={words}
        onChange={setWords}
      />
      <div className="bar-buttons">
        <Button type="primary" loading={write.pending} onClick={() => void save()}>
          {t('voice.save')}
        </Button>
        <Button onClick={onDone}>{t('form.cancel')}</Button>
      </div>
    </div>
  );
}
