// SPDX-License-Identifier: Apache-2.0
import { leaveHandover, listHandovers, takeOver } from '@lilong/contracts/case-work';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { useMoment } from '@lilong/ui/words.tsx';
import { Button } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Empty } from '../parts/Empty.tsx';
import { blames, restOf } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import { TextField } from '../parts/TextField.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useT } from '../words.ts';

/** 交接班: what the next shift has to know. */
export function HandoverPage(): ReactNode {
  const t = useT();
  const say = useMoment();
  const read = useRead(listHandovers, {});
  return (
    <div className="page page-narrow">
      <header>
        <h1>{t('rail.handover')}</h1>
        <p className="page-lead">{t('handover.lead')}</p>
      </header>
      <LeaveNote />
      {read.error !== null && <Refused problem={read.error.problem} again={() => read.refetch()} />}
      {read.isPending && <Waiting rows={4} />}
      {read.data?.notes.length === 0 && <Empty icon="note" title={t('handover.none')} />}
      <ol className="reports">
        {read.data?.notes.map((note) => (
          <li key={note.no} className="sheet-card">
            <p className="report-head">
              <b>{note.byName}</b> <time dateTime={note.at}>{say(note.at)}</time>
              {note.seenByName !== null && (
                <span>{t('handover.seen', { name: note.seenByName })}</span>
              )}
            </p>
            <p className="report-words">{note.words}</p>
            {note.mayTakeOver && <TakeOver no={note.no} />}
          </li>
        ))}
      </ol>
    </div>
  );
}

/** 接班: the one who left it sees that it was read. */
function TakeOver({ no }: { readonly no: number }): ReactNode {
  const t = useT();
  const write = useWrite(takeOver, { refreshes: ['handovers'] });
  return (
    <div>
      <Refused problem={write.refusal} />
      <Button loading={write.pending} onClick={() => void write.send({ no })}>
        {t('handover.take')}
      </Button>
    </div>
  );
}

function LeaveNote(): ReactNode {
  const t = useT();
  const write = useWrite(leaveHandover, { refreshes: ['handovers'] });
  const [words, setWords] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if ((await write.send({ words })) !== undefined) setWords('');
  };
  return (
    <form className="sheet-card" noValidate onSubmit={(event) => void submit(event)}>
      <Refused problem={restOf(write.refusal, 'words')} />
      <TextField
        label={t('handover.words')}
        problem={blames(write.refusal, 'words')}
        lines={3}
        maxLength={2000}
        value={words}
        onChange={setWords}
      />
      <p>
        <Button type="primary" htmlType="submit" loading={write.pending}>
          {t('handover.leave')}
        </Button>
      </p>
    </form>
  );
}
