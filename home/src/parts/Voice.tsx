// SPDX-License-Identifier: Apache-2.0
import { Icon } from '@lilong/ui/Icons.tsx';
import { type ReactNode, useRef, useState } from 'react';
import type { VoiceNote } from '../outbox/store.ts';
import { useT } from '../words/use.ts';
import { useBlobAddress } from './PhotoField.tsx';
import type { Recorder } from './recorder.ts';

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** The microphone, where speaking is easier than typing. */
export function VoiceStart({ recorder }: { recorder: Recorder }): ReactNode {
  const t = useT();
  return (
    <button
      type="button"
      className="button mic"
      disabled={recorder.state === 'asking'}
      onClick={() => void recorder.start()}
    >
      <Icon name="mic" size="1.4em" />
      <span>{t('voice.start')}</span>
    </button>
  );
}

/** While it records: how long, and how to stop. */
export function VoiceRunning({ recorder }: { recorder: Recorder }): ReactNode {
  const t = useT();
  return (
    <div className="voice running">
      <i className="dot" aria-hidden="true" />
      <span role="timer" aria-label={t('voice.running')}>
        {t('voice.running')} {clock(recorder.seconds)}
      </span>
      <small>{t('voice.limit')}</small>
      <button type="button" className="button main" onClick={recorder.stop}>
        <Icon name="stop" size="1.2em" />
        {t('voice.stop')}
      </button>
    </div>
  );
}

interface VoiceNoteCardProps {
  readonly voice: VoiceNote;
  readonly onRemove: () => void;
}

/** What was said, to hear again or to throw away. */
export function VoiceNoteCard({ voice, onRemove }: VoiceNoteCardProps): ReactNode {
  const t = useT();
  const address = useBlobAddress(voice.blob);
  return (
    <div className="voice">
      {address !== undefined && <Player address={address} seconds={voice.seconds} />}
      <button type="button" className="button" onClick={onRemove}>
        <Icon name="bin" size="1.2em" />
        {t('voice.remove')}
      </button>
    </div>
  );
}

interface PlayerProps {
  readonly address: string;
  readonly seconds?: number;
}

/** One button: hear it, or be quiet. */
export function Player({ address, seconds }: PlayerProps): ReactNode {
  const t = useT();
  const sound = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const length = seconds === undefined ? '' : ` ${clock(seconds)}`;
  return (
    <>
      <button
        type="button"
        className="button"
        onClick={() =>
          playing
            ? sound.current?.pause()
            : void sound.current?.play().catch(() => setPlaying(false))
        }
      >
        <Icon name={playing ? 'pause' : 'play'} size="1.2em" />
        {t(playing ? 'voice.pause' : 'voice.play')}
        {length}
      </button>
      {/* biome-ignore lint/a11y/useMediaCaption: a person of the office writes it down; the words stand beside it */}
      <audio
        ref={sound}
        src={address}
        preload="metadata"
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => setPlaying(false)}
      />
    </>
  );
}
