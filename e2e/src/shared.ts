// SPDX-License-Identifier: Apache-2.0
import { inject } from 'vitest';
import { type Demo, demoAt } from './demo.ts';

/** The program that all who only read look at; it is started when the first of them comes. */
export async function sharedDemo(): Promise<Demo> {
  const answer = await fetch(inject('sharedDemo'));
  const said = await answer.text();
  if (!answer.ok) throw new Error(said);
  return demoAt(said, async () => undefined);
}
