// SPDX-License-Identifier: Apache-2.0
import type { ServerKey } from '../kernel/voice.ts';

/** One thing that the doctor has to say. */
export interface Finding {
  readonly level: 'good' | 'warn' | 'bad';
  readonly key: ServerKey;
  readonly facts: Readonly<Record<string, unknown>>;
}

export const good = (key: ServerKey, facts: Finding['facts'] = {}): Finding => ({
  level: 'good',
  key,
  facts,
});
export const warn = (key: ServerKey, facts: Finding['facts'] = {}): Finding => ({
  level: 'warn',
  key,
  facts,
});
export const bad = (key: ServerKey, facts: Finding['facts'] = {}): Finding => ({
  level: 'bad',
  key,
  facts,
});
