// SPDX-License-Identifier: Apache-2.0
import { voiceLimitSeconds } from '@lilong/contracts/files';
import { useEffect, useRef, useState } from 'react';

/** Kinds of sound that the server keeps, best first; the phone records the first it can. */
const kinds = ['audio/mp4', 'audio/webm;codecs=opus', 'audio/webm', 'audio/ogg;codecs=opus'];

export interface Recording {
  readonly blob: Blob;
  readonly seconds: number;
}
export interface Recorder {
  readonly state: 'idle' | 'asking' | 'recording' | 'denied';
  readonly seconds: number;
  readonly start: () => Promise<void>;
  readonly stop: () => void;
}

/** A phone that cannot record is not offered to. Recording needs a secure page. */
export const canRecord = (): boolean =>
  typeof MediaRecorder !== 'undefined' &&
  navigator.mediaDevices !== undefined &&
  kindOfPhone() !== undefined;

const kindOfPhone = (): string | undefined =>
  kinds.find((kind) => MediaRecorder.isTypeSupported(kind));

/** Records at most a minute of speech and hands it over when it ends. */
export function useRecorder(onDone: (recording: Recording) => void): Recorder {
  const [state, setState] = useState<Recorder['state']>('idle');
  const [seconds, setSeconds] = useState(0);
  const running = useRef<Running>(undefined);
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
      running.current?.drop();
    };
  }, []);

  async function start(): Promise<void> {
    setState('asking');
    setSeconds(0);
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      if (!here.current) return silence(stream); // the page was left while the phone asked
      running.current = record(stream, setSeconds, (recording) => {
        running.current = undefined;
        setState('idle');
        if (recording.blob.size > 0) onDone(recording); // stopped before a sound came: nothing was said
      });
      setState('recording');
    } catch {
      setState('denied'); // no microphone, or the person or the web view said no
    }
  }
  return { state, seconds, start, stop: () => running.current?.stop() };
}

function silence(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

interface Running {
  readonly stop: () => void;
  readonly drop: () => void;
}

function record(
  stream: MediaStream,
  tick: (seconds: number) => void,
  done: (recording: Recording) => void,
): Running {
  const recorder = new MediaRecorder(stream, {
    mimeType: kindOfPhone() ?? '',
    audioBitsPerSecond: 32_000,
  });
  const pieces: Blob[] = [];
  const startedAt = performance.now();
  const elapsed = () => (performance.now() - startedAt) / 1000;
  const timer = setInterval(() => {
    tick(Math.floor(elapsed()));
    if (elapsed() >= voiceLimitSeconds) recorder.stop();
  }, 200);
  const end = () => {
    clearInterval(timer);
    silence(stream);
  };
  recorder.ondataavailable = ({ data }) => pieces.push(data);
  recorder.onstop = () => {
    const seconds = Math.max(1, Math.min(voiceLimitSeconds, Math.round(elapsed())));
    end();
    done({ blob: new Blob(pieces, { type: recorder.mimeType.split(';')[0] ?? '' }), seconds });
  };
  recorder.start();
  const drop = () => {
    recorder.onstop = end;
    recorder.stop();
  };
  return { stop: () => recorder.stop(), drop };
}
