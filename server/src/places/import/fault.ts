// SPDX-License-Identifier: Apache-2.0
// What an import has to say: faults by line or feature, and notes on what it did.
import type { Language } from '@lilong/contracts/identity';
import { Refusal } from '@lilong/contracts/refusals';
import { sayRefusal } from '../../kernel/problem.ts';
import { type ServerKey, sayServer } from '../../kernel/voice.ts';

type Facts = Readonly<Record<string, unknown>>;

/** What is wrong with one line or feature, at which field. */
export interface Fault {
  /** The line as an editor counts it, or the feature's number; 0 when the whole file is meant. */
  readonly at: number;
  readonly field: string;
  readonly code: string;
  say(language: Language): string;
}
/** A sentence about what was found or done. */
export interface Note {
  readonly key: ServerKey;
  readonly facts: Facts;
}

/** A line or feature that cannot go in. */
export class Misfit extends Error {
  readonly field: string;
  readonly key: ServerKey;
  readonly facts: Facts;
  constructor(field: string, key: ServerKey, facts: Facts = {}) {
    super(key);
    this.field = field;
    this.key = key;
    this.facts = facts;
  }
}

export function faultAt(at: number, field: string, key: ServerKey, facts: Facts = {}): Fault {
  return { at, field, code: key, say: (language) => sayServer(language, key, facts) };
}

/** A `Misfit` or a `Refusal` as a fault; anything else is a bug and is thrown again. */
export function faultOf(at: number, thrown: unknown): Fault {
  if (thrown instanceof Misfit) return faultAt(at, thrown.field, thrown.key, thrown.facts);
  if (!(thrown instanceof Refusal)) throw thrown;
  const { code, facts, field = '' } = thrown;
  return { at, field, code, say: (language) => sayRefusal(language, code, { ...facts }) };
}

/** Faults are kept up to here and counted beyond. */
export const MOST_FAULTS = 200;

/** What an import found. It grows while the file is read. */
export class Findings {
  readonly faults: Fault[] = [];
  readonly notes: Note[] = [];
  /** All faults, also those that are not kept. */
  faulty = 0;
  read = 0;
  added = 0;
  changed = 0;
  same = 0;

  blame(fault: Fault): void {
    this.faulty += 1;
    if (this.faults.length < MOST_FAULTS) this.faults.push(fault);
  }
  note(key: ServerKey, facts: Facts = {}): void {
    this.notes.push({ key, facts });
  }
}
