// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { addPhotos, type MyReportPage, withdrawReport } from '@lilong/contracts/cases';
import { useWrite } from '@lilong/ui/client.ts';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Photo } from '../outbox/store.ts';
import { carryPhotos } from '../parts/carry.ts';
import { PhotoField } from '../parts/PhotoField.tsx';
import { Refused } from '../parts/Refused.tsx';
import { Sheet } from '../parts/Sheet.tsx';
import { Submit } from '../parts/Submit.tsx';
import { useT } from '../words/use.ts';
import './cases.css';

/** What I may still do: add a photo, take it back. Buttons come from the server's own rights. */
export function MyActs({ page }: { page: MyReportPage }): ReactNode {
  const t = useT();
  const [open, setOpen] = useState<'photo' | 'withdraw'>();
  const { can, report, committeePhone } = page;
  return (
    <section className="acts">
      {can.add_photo && (
        <button type="button" className="button" onClick={() => setOpen('photo')}>
          {t('act.add_photo')}
        </button>
      )}
      {can.withdraw && (
        <button type="button" className="button" onClick={() => setOpen('withdraw')}>
          {t('move.withdraw')}
        </button>
      )}
      {committeePhone !== null && (
        <a className="button" href={`tel:${committeePhone}`}>
          {t('call.committee')}
        </a>
      )}
      {open === 'photo' && <AddPhotos caseRef={report.ref} onClose={() => setOpen(undefined)} />}
      {open === 'withdraw' && <Withdraw caseRef={report.ref} onClose={() => setOpen(undefined)} />}
    </section>
  );
}

interface ActProps {
  readonly caseRef: string;
  readonly onClose: () => void;
}

function AddPhotos({ caseRef, onClose }: ActProps): ReactNode {
  const t = useT();
  const [photos, setPhotos] = useState<readonly Photo[]>([]);
  const [mistake, setMistake] = useState<Problem>();
  const add = useWrite(addPhotos, { refreshes: ['my'] });
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (photos.length === 0) return;
    const carried = await carryPhotos(photos);
    setMistake('problem' in carried ? carried.problem : undefined);
    if ('problem' in carried) return;
    const done = await add.send({ ref: caseRef, photos: carried.numbers });
    if (done !== undefined) onClose();
  }
  return (
    <Sheet title={t('act.add_photo')} size="form" onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <PhotoField
          label={t('report.photos')}
          photos={photos}
          onChange={setPhotos}
          refusal={mistake ?? add.refusal}
        />
        <Refused refusal={add.refusal} except={['photos']} />
        {photos.length > 0 && <Submit pending={add.pending}>{t('submit.send')}</Submit>}
      </form>
    </Sheet>
  );
}

function Withdraw({ caseRef, onClose }: ActProps): ReactNode {
  const t = useT();
  const withdraw = useWrite(withdrawReport, { refreshes: ['my'] });
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const done = await withdraw.send({ ref: caseRef });
    if (done !== undefined) onClose();
  }
  return (
    <Sheet title={t('withdraw.ask')} size="question" onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <p>{t('withdraw.why')}</p>
        <Refused refusal={withdraw.refusal} />
        <Submit pending={withdraw.pending}>{t('withdraw.yes')}</Submit>
      </form>
    </Sheet>
  );
}
