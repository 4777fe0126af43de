// SPDX-License-Identifier: Apache-2.0
import type { Upload } from '@lilong/contracts/registry-uploads';
import { useMoment } from '@lilong/ui/words.tsx';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { useT } from '../words.ts';
import type { Run } from './use-run.ts';

interface StepProps {
  readonly upload: Upload;
  readonly running: Run;
}

/** From the first line to the last, and nothing is changed. */
export function TryStep({ upload, running }: StepProps): ReactNode {
  const t = useT();
  const { state, counts } = upload;
  const isTried = state === 'tried';
  return (
    <li className="sheet-card">
      <h2>{t('uploads.step-try')}</h2>
      <p className="field-hint">{t('uploads.try-how')}</p>
      {state === 'trying' && <Progress upload={upload} running={running} />}
      {isTried && <p role="status">{t('uploads.would', counts)}</p>}
      {isTried && <Unknown upload={upload} />}
      {state !== 'trying' && state !== 'moving' && (
        <p>
          <Button
            type={isTried || state === 'stopped' ? 'default' : 'primary'}
            loading={running.pending}
            onClick={() => running.run(true)}
          >
            {t(isTried ? 'uploads.try-again' : 'uploads.try')}
          </Button>
        </p>
      )}
    </li>
  );
}

/** The good lines go in; it goes on by itself. */
export function DoStep({ upload, running }: StepProps): ReactNode {
  const t = useT();
  const say = useMoment();
  const { state, counts, knownSince } = upload;
  const good = counts.read - counts.faulty;
  return (
    <li className="sheet-card">
      <h2>{t('uploads.step-do')}</h2>
      <Refused problem={running.problem} />
      {state === 'moving' && <Progress upload={upload} running={running} />}
      {state === 'done' && (
        <div role="status">
          {knownSince !== null && <p>{t('uploads.known', { at: say(knownSince) })}</p>}
          <p>{t('uploads.did', counts)}</p>
          <Unknown upload={upload} />
        </div>
      )}
      {(state === 'tried' || state === 'stopped') && (
        <>
          <p className="field-hint">{t('uploads.do-how')}</p>
          <p>
            <Button
              type="primary"
              disabled={state === 'tried' && good === 0}
              loading={running.pending}
              onClick={() => running.run(false)}
            >
              {state === 'tried' ? t('uploads.do', { good }) : t('uploads.go-on')}
            </Button>
          </p>
        </>
      )}
      {state === 'done' && knownSince !== null && (
        <p>
          <Button loading={running.pending} onClick={() => running.run(false, true)}>
            {t('uploads.once-more')}
          </Button>
        </p>
      )}
      {['ready', 'failed', 'trying'].includes(state) && <p>{t('uploads.do-later')}</p>}
    </li>
  );
}

/** How far it is, and what is left. */
function Progress({ upload, running }: StepProps): ReactNode {
  const t = useT();
  const { share, secondsLeft: seconds, counts } = upload;
  const percent = Math.floor(share * 100);
  const told = t('uploads.progress', { percent, read: counts.read });
  const minutes = seconds === null || seconds < 90 ? 0 : Math.ceil(seconds / 60);
  return (
    <div className="upload-progress">
      <progress max={100} value={percent} aria-label={told} />
      <p role="status">
        {told}
        {seconds !== null && <> · {t('uploads.left', { minutes, seconds })}</>}
      </p>
      <Button loading={running.pending} onClick={running.stop}>
        {t('uploads.stop')}
      </Button>
    </div>
  );
}

function Unknown({ upload: { unknown } }: Pick<StepProps, 'upload'>): ReactNode {
  const t = useT();
  if (unknown.length === 0) return null;
  return <p>{t('uploads.unknown', { titles: unknown.join(t('list.join')) })}</p>;
}
