// SPDX-License-Identifier: Apache-2.0
// What is known of a household's means: what sources answered, and what it told that nobody else holds.
import type { Reckoning } from '@lilong/contracts/assistance';
import type { Answer } from '@lilong/contracts/assistance-work';
import type { Ctx } from '../kernel/ctx.ts';
import { type Means, reckon } from './arithmetic.ts';
import { opened } from './kept.ts';
import { basisOf } from './settings.ts';
import type { InquiryRow, MatterRow } from './tables.ts';

/** A sum told in whole yuan. */
const told = (fields: Readonly<Record<string, unknown>>, key: string): number => {
  const yuan = Number(fields[key] ?? 0);
  return Number.isSafeInteger(yuan) && yuan > 0 ? yuan * 100 : 0;
};

export function meansOf(
  people: number,
  fields: Readonly<Record<string, unknown>>,
  answers: readonly Answer[],
): Means {
  const sum = (key: 'incomeFen' | 'assetsFen' | 'medicalFen' | 'educationFen') =>
    answers.reduce((before, one) => before + (one[key] ?? 0), 0);
  return {
    people,
    incomeFen: sum('incomeFen') + told(fields, 'odd_income') + told(fields, 'support_income'),
    medicalFen: sum('medicalFen') + told(fields, 'medical'),
    educationFen: sum('educationFen') + told(fields, 'education'),
    assetsFen: sum('assetsFen'),
  };
}

/** As it comes out now; none while somebody has still to answer. */
export async function reckoningOf(
  ctx: Ctx,
  matter: MatterRow,
  fields: Readonly<Record<string, unknown>>,
  inquiries: readonly InquiryRow[],
): Promise<Reckoning | null> {
  if (matter.reckoning !== null) return opened<Reckoning>(ctx, matter.reckoning);
  if (matter.asked === 0 || matter.answered < matter.asked) return null;
  const answers = inquiries.flatMap(({ sealed }) =>
    sealed === null ? [] : [opened<Answer>(ctx, sealed)],
  );
  return reckon(meansOf(matter.people.length, fields, answers), await basisOf(ctx));
}
