// SPDX-License-Identifier: Apache-2.0
import type { Language } from '@lilong/contracts/identity';
import { speak } from '@lilong/contracts/words';
import { en } from '../../words/en.ts';
import { operatorEn } from '../../words/operator.en.ts';
import { type OperatorKey, operatorZh } from '../../words/operator.zh.ts';
import { placesEn } from '../../words/places.en.ts';
import { type PlacesKey, placesZh } from '../../words/places.zh.ts';
import { registryEn } from '../../words/registry.en.ts';
import { type RegistryKey, registryZh } from '../../words/registry.zh.ts';
import { type ServerKey as PageKey, zh } from '../../words/zh.ts';

export type ServerKey = PageKey | OperatorKey | PlacesKey | RegistryKey;
const voices = {
  zh: speak('zh', zh, operatorZh, placesZh, registryZh),
  en: speak('en', en, operatorEn, placesEn, registryEn),
};

/** Words that only the server says: to operators, auditors and readers of the interface page. */
export function sayServer(
  language: Language,
  key: ServerKey,
  facts: Record<string, unknown> = {},
): string {
  return voices[language]._(key, facts);
}

/** The same in both languages, Chinese first, for somebody whose language nobody knows yet. */
export function sayBoth(key: ServerKey, facts: Record<string, unknown> = {}): string {
  return `${sayServer('zh', key, facts)}\n${sayServer('en', key, facts)}`;
}

/** An expected "no" to an operator: at the command line, or at a start. */
export class Trouble extends Error {
  readonly key: ServerKey;
  readonly facts: Readonly<Record<string, unknown>>;
  constructor(key: ServerKey, facts: Readonly<Record<string, unknown>> = {}) {
    super(sayBoth(key, facts));
    this.key = key;
    this.facts = facts;
  }
}
