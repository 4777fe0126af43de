// SPDX-License-Identifier: Apache-2.0
import type { Language } from '@lilong/contracts/identity';
import { Icon } from '@lilong/ui/Icons.tsx';
import { useLanguage } from '@lilong/ui/words.tsx';
import { type ReactNode, useEffect, useState } from 'react';
import { useT } from '../words/use.ts';
import { sayAloud, voiceOf } from './voice.ts';

/** Reads the page aloud; offered only when this phone has a voice of the language. */
export function ReadAloud(): ReactNode {
  const t = useT();
  const voice = useVoice(useLanguage());
  const [reading, setReading] = useState(false);
  useEffect(() => () => window.speechSynthesis?.cancel(), []);
  if (voice === undefined) return null;

  function read(): void {
    if (reading) {
      speechSynthesis.cancel();
      return;
    }
    setReading(true);
    if (voice !== undefined) sayAloud(textOfPage(), voice, () => setReading(false));
  }
  return (
    <button type="button" className="button pill read-aloud" data-unread="" onClick={read}>
      <Icon name={reading ? 'stop' : 'sound'} size="1.25em" />
      {t(reading ? 'read.stop' : 'read.start')}
    </button>
  );
}

function useVoice(language: Language): SpeechSynthesisVoice | undefined {
  const [voice, setVoice] = useState<SpeechSynthesisVoice>();
  useEffect(() => {
    if (!('speechSynthesis' in window)) return;
    const look = () => setVoice(voiceOf(language));
    look();
    speechSynthesis.addEventListener?.('voiceschanged', look);
    return () => speechSynthesis.removeEventListener?.('voiceschanged', look);
  }, [language]);
  return voice;
}

function textOfPage(): string {
  const main = document.getElementById('main');
  const own = main?.querySelector('[data-unread]');
  return (main?.innerText ?? '')
    .replace(own instanceof HTMLElement ? own.innerText : '', '')
    .trim();
}
