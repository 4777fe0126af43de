// SPDX-License-Identifier: Apache-2.0
// What every request of this browser carries: the language and the token against forged requests.
import type { Language } from '@lilong/contracts/identity';
import { setTimeZone } from './moment.ts';

const LANGUAGE_KEY = 'lilong.language';
const ZONE_KEY = 'lilong.time-zone';
let csrf = '';
/** Session and post, as the server told last: empty for nobody, undefined before it told. */
let known: string | undefined;
const onChange = new Set<() => void>();
const onEntry = new Set<() => void>();

/** Learns from any reply that tells who is signed in: the token, and the clocks of the city. Says so when it is somebody else than before. */
export function learnSession(reply: unknown): void {
  learnTimeZone(reply);
  const me = told(reply);
  if (me === undefined) return;
  csrf = me?.csrf ?? '';
  const before = known;
  known = me === null ? '' : `${me.csrf} ${me.post?.no ?? ''}`;
  if (before === undefined || before === known) return;
  for (const tell of before === '' ? onEntry : onChange) tell();
}

interface Told {
  readonly csrf: string;
  readonly post?: { readonly no: number } | null;
}
/** Who is signed in; null for nobody, undefined when the reply is about something else. */
function told(reply: unknown): Told | null | undefined {
  if (reply === null || typeof reply !== 'object') return undefined;
  const me = 'me' in reply ? reply.me : reply;
  if (me === null) return null;
  return typeof me === 'object' && 'csrf' in me ? (me as Told) : undefined; // as the contract says
}

function learnTimeZone(reply: unknown): void {
  if (reply === null || typeof reply !== 'object' || !('timeZone' in reply)) return;
  const zone = reply.timeZone;
  if (typeof zone !== 'string') return;
  setTimeZone(zone);
  if (readKept(ZONE_KEY) !== zone) keep(ZONE_KEY, zone);
}

/** The clocks of the city as last heard, until the server says it again. */
export function recallTimeZone(): void {
  const kept = readKept(ZONE_KEY);
  if (kept !== null && kept !== '') setTimeZone(kept);
}

/** Tells when another session, or another post, takes the place of one. */
export function onSessionChange(tell: () => void): () => void {
  onChange.add(tell);
  return () => onChange.delete(tell);
}
/** Tells when somebody signs in where nobody was. */
export function onSignIn(tell: () => void): () => void {
  onEntry.add(tell);
  return () => onEntry.delete(tell);
}

/** Whether the server has said who is signed in since this page was opened. */
export const isTold = (): boolean => known !== undefined;

/** Headers of a request; a write proves that it comes from our own page. */
export function sessionHeaders(method: string): Record<string, string> {
  const language = { 'accept-language': currentLanguage() === 'en' ? 'en' : 'zh-CN' };
  return method === 'GET' || csrf === '' ? language : { ...language, 'x-csrf': csrf };
}

/** The language chosen on this device, else the browser's, else Chinese. */
export function currentLanguage(): Language {
  const kept = readKept(LANGUAGE_KEY);
  if (kept === 'zh' || kept === 'en') return kept;
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'zh';
}

export function keepLanguage(language: Language): void {
  keep(LANGUAGE_KEY, language);
}

/** Reads a kept setting. A web view may forbid storage: then nothing is kept, and nothing breaks. */
export function readKept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage is forbidden or full: the setting lasts as long as the page.
  }
}
