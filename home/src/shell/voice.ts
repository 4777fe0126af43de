// SPDX-License-Identifier: Apache-2.0
import type { Language } from '@lilong/contracts/identity';

/** A voice of this phone that speaks the language; voices arrive late in most browsers. */
export function voiceOf(language: Language): SpeechSynthesisVoice | undefined {
  if (!('speechSynthesis' in window)) return undefined;
  return speechSynthesis.getVoices().find(({ lang }) => lang.toLowerCase().startsWith(language));
}

/** Says the words aloud, slowly, in place of what is being said. */
export function sayAloud(words: string, voice: SpeechSynthesisVoice, onEnd?: () => void): void {
  const said = new SpeechSynthesisUtterance(words);
  said.voice = voice;
  said.lang = voice.lang;
  said.rate = 0.9;
  said.onend = () => onEnd?.();
  said.onerror = () => onEnd?.();
  speechSynthesis.cancel();
  speechSynthesis.speak(said);
}
