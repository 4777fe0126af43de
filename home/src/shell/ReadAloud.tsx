// SPDX-License-Identifier: Apache-2.0
import { Icon } from '@lilong/ui/Icons.tsx';
import { useLanguage } from '@lilong/ui/words.tsx';
import { type ReactNode, useEffect, useState } from 'react';
import { useT } from '../words/use.ts';

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
    const words = new SpeechSynthesisUtterance(textOfPage());
    words.voice = voice ?? null;
    words.lang = voice?.lang ?? '';
    words.rate = 0.9;
    words.onend = () => setReading(false);
    words.onerror = () => setReading(false);
    setReading(true);
    speechSynthesis.speak(words);
  }
  return (
    <button type="button" className="button pill read-aloud" data-unread="" onClick={read}>
      <Icon name={reading ? 'stop' : 'sound'} size="1.25em" />
      {t(reading ? 'read.stop' : 'read.start')}
    </button>
  );
}

/** Voices arrive late in most browsers. */
function useVoice(language: string): SpeechSynthesisVoice | undefined {
  const [voice, setVoice] = useState<SpeechSynthesisVoice>();
  useEffect(() => {
    if (!('speechSynthesis' in window)) return;
    const look = () =>
      setVoice(
        speechSynthesis.getVoices().find(({ lang }) => lang.toLowerCase().startsWith(language)),
      );
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
