// SPDX-License-Identifier: Apache-2.0

/** What became of a call that should be heard. */
export type Heard = 'said' | 'chimed' | 'blocked';

/** A voice that ends never is given up after so long; the next call is waiting. */
const LONGEST_MS = 12_000;

/**
 * Says the words through a Chinese voice of this machine, and chimes where it has none.
 * `blocked`: a browser that nobody has touched yet makes no sound.
 */
export async function announce(words: string): Promise<Heard> {
  const voice = localVoice();
  if (voice === undefined) return chime();
  return (await speak(words, voice)) ? 'said' : 'blocked';
}

/** Only a voice of the machine itself: one that is fetched falls silent with the network. */
function localVoice(): SpeechSynthesisVoice | undefined {
  if (!('speechSynthesis' in window)) return undefined;
  return speechSynthesis
    .getVoices()
    .find(({ lang, localService }) => /^(zh|cmn)/i.test(lang) && localService !== false);
}

function speak(words: string, voice: SpeechSynthesisVoice): Promise<boolean> {
  return new Promise((resolve) => {
    const said = new SpeechSynthesisUtterance(words);
    said.voice = voice;
    said.lang = 'zh-CN';
    said.rate = 0.85;
    said.onend = () => resolve(true);
    said.onerror = ({ error }) => resolve(error !== 'not-allowed');
    setTimeout(() => resolve(true), LONGEST_MS);
    speechSynthesis.speak(said);
  });
}

let sound: AudioContext | undefined;

/** Whether a sound would be heard; false until somebody has touched a browser that asks for it. */
export async function mayBeHeard(): Promise<boolean> {
  if (typeof AudioContext === 'undefined') return false;
  sound ??= new AudioContext();
  if (sound.state !== 'running')
    await Promise.race([sound.resume(), new Promise((go) => setTimeout(go, 300))]);
  return sound.state === 'running';
}

/** Two tones, the second lower, as a doorbell has them. */
export async function chime(): Promise<Heard> {
  if (!(await mayBeHeard()) || sound === undefined) return 'blocked';
  const start = sound.currentTime;
  tone(sound, 784, start);
  tone(sound, 622, start + 0.45);
  await new Promise((go) => setTimeout(go, 1_600));
  return 'chimed';
}

function tone(at: AudioContext, hertz: number, start: number): void {
  const source = at.createOscillator();
  const volume = at.createGain();
  source.frequency.value = hertz;
  volume.gain.setValueAtTime(0.5, start);
  volume.gain.exponentialRampToValueAtTime(0.001, start + 1.1);
  source.connect(volume).connect(at.destination);
  source.start(start);
  source.stop(start + 1.1);
}
