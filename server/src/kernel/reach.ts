// SPDX-License-Identifier: Apache-2.0
import type { Database } from './db.ts';
import { Trouble } from './voice.ts';

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'refused',
  ENOTFOUND: 'nowhere',
  EAI_AGAIN: 'nowhere',
  ETIMEDOUT: 'silent',
  '28P01': 'password',
  '28000': 'role',
  '3D000': 'missing',
  '53300': 'full',
};

/**
 * Makes sure that the database answers.
 *
 * @throws {Trouble} with the reason in plain words
 */
export async function reach(db: Database): Promise<void> {
  try {
    await db.run('select 1');
  } catch (fault) {
    const { code = '' } = fault as { code?: string };
    // Several addresses of one name: what each of them said.
    const all = fault instanceof AggregateError ? fault.errors : [fault];
    const detail = all.map((one) => (one instanceof Error ? one.message : String(one))).join('; ');
    throw new Trouble('doctor.database-unreachable', { why: reasons[code] ?? 'other', detail });
  }
}
