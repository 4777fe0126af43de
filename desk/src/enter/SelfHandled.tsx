// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { blames } from '../parts/Field.tsx';
import { PhotoPicker } from '../parts/PhotoPicker.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import type { Entry } from './entry.ts';

interface SelfHandledProps {
  readonly entry: Entry;
  readonly problem: Problem | undefined;
  readonly pending: boolean;
  readonly onChange: (part: Partial<Entry>) => void;
  readonly onSend: () => void;
  readonly onCancel: () => void;
}

/** 自处置: what was done, and a photo after it or why there is none. */
export function SelfHandled({
  entry,
  problem,
  pending,
  onChange,
  onSend,
  onCancel,
}: SelfHandledProps): ReactNode {
  const t = useT();
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.querySelector('textarea')?.focus(), []);
  return (
    <section ref={box} className="self" aria-label={t('move.self_handle')}>
      <h2>{t('move.self_handle')}</h2>
      <TextField
        label={t('need.outcome')}
        problem={blames(problem, 'outcome')}
        lines={2}
        maxLength={1000}
        value={entry.outcome}
        onChange={(text) => onChange({ outcome: text })}
      />
      <PhotoPicker
        label={t('enter.photos-after')}
        value={entry.photosAfter}
        onChange={(photosAfter) => onChange({ photosAfter })}
      />
      {entry.photosAfter.length === 0 && (
        <TextField
          label={t('enter.no-photo')}
          problem={blames(problem, 'reason')}
          maxLength={1000}
          value={entry.reason}
          onChange={(text) => onChange({ reason: text })}
        />
      )}
      <div className="enter-foot">
        <Button type="primary" size="large" loading={pending} onClick={onSend}>
          {t('enter.self-send')}
        </Button>
        <Button size="large" onClick={onCancel}>
          {t('form.cancel')}
        </Button>
      </div>
    </section>
  );
}
