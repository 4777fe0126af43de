// SPDX-License-Identifier: Apache-2.0
// What every request of this browser carries: the language and the token against forged requests.
import type { Language } from '@lilong/contracts/identity';

const LANGUAGE_KEY = 'lilong.language';
let csrf = '';
const onChange = new Set<() => void>();

/** Learns the token from any reply that tells who is signed in; says so when another session takes the place of one. */
export function learnSession(reply: unknown): void {
  const told = reply as { csrf?: unknown; me?: { csrf?: unknown } | null } | null;
  if (told === null || typeof told !== 'object') return;
  const fresh = told.me === null ? '' : (told.me?.csrf ?? told.csrf);
  if (typeof fresh !== 'string' || fresh === csrf) return;
  const before = csrf;
  csrf = fresh;
  if (before === '') return; // the first to be known: nothing was read as somebody else
  for (const tell of onChange) tell();
}

export function onSessionChange(tell: () => void): () => void {
  onChange.add(tell);
  return () => onChange.delete(tell);
}

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
