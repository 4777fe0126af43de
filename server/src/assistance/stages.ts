// SPDX-License-Identifier: Apache-2.0
// Pure rules: where a household's matter stands, and what can be done then. No I/O, no clock.

import type { AssistanceStage, Reckoning } from '@lilong/contracts/assistance';
import { type AssistanceAct, assistanceActs } from '@lilong/contracts/assistance-work';
import { ageOn } from '@lilong/contracts/days';
import { maskName } from '@lilong/contracts/mask';
import { Refusal } from '@lilong/contracts/refusals';
import type { MatterRow, MemberRow } from './tables.ts';

export interface Standing {
  readonly matter: Pick<MatterRow, 'asked' | 'answered' | 'visited_at' | 'visited_by' | 'over_at'>;
  readonly members: readonly Pick<MemberRow, 'born_on' | 'authorised_at'>[];
  readonly notice: { readonly ended_at: Date | null } | undefined;
  readonly award: { readonly ended_on: string | null } | undefined;
  /** None before every answer is in. */
  readonly reckoning: Reckoning | null;
}

export const isAdult = (bornOn: string | null, day: string): boolean =>
  (ageOn(bornOn, day) ?? 18) >= 18;

/** Whom a notice names, masked: whoever applied, or else an adult of the household; a child is named by none. */
export function namedOf(
  { person }: Pick<MatterRow, 'person'>,
  members: readonly Pick<MemberRow, 'person' | 'name' | 'born_on'>[],
  day: string,
): string {
  const adults = members.filter((one) => isAdult(one.born_on, day));
  const named = adults.find((one) => one.person === person) ?? adults[0];
  return named === undefined ? '' : maskName(named.name);
}

export function stageOf(
  { matter, members, notice, award, reckoning }: Standing,
  day: string,
): AssistanceStage {
  if (award !== undefined) return award.ended_on === null ? 'granted' : 'over';
  if (matter.over_at !== null) return 'over';
  const open = members.some((one) => isAdult(one.born_on, day) && one.authorised_at === null);
  if (open) return 'authorise';
  if (matter.asked === 0 || matter.answered < matter.asked) return 'inquire';
  if (matter.visited_at === null) return 'visit';
  // What comes to nothing is not posted anywhere.
  if (notice === undefined) return reckoning?.category === null ? 'decide' : 'notice';
  return notice.ended_at === null ? 'notice' : 'decide';
}

export interface Doer {
  readonly account: number | null;
  /** By the policy, whatever the stage. */
  readonly may: Readonly<Record<string, boolean>>;
  readonly openObjections: number;
  /** The application has been accepted, and runs. */
  readonly underway: boolean;
}

/** What this reader, in the post acted as, may do now. */
export function actsAt(stage: AssistanceStage, standing: Standing, doer: Doer): AssistanceAct[] {
  const { may, account, openObjections, underway } = doer;
  const { matter, notice } = standing;
  const verifies = may.verify === true;
  const works = verifies && underway;
  const can: Record<AssistanceAct, boolean> = {
    paper: verifies && stage === 'authorise',
    inquire: works && stage === 'inquire' && matter.asked === 0,
    answer: works && stage === 'inquire' && matter.asked > 0,
    visit: underway && may.visit === true && stage === 'visit',
    notice: works && stage === 'notice' && notice === undefined,
    object: verifies && openObjections > 0 && stage !== 'over',
    decide:
      underway &&
      may.decide === true &&
      stage === 'decide' &&
      openObjections === 0 &&
      matter.visited_by !== account,
  };
  return assistanceActs.filter((act) => can[act]);
}

/** @throws {Refusal} assistance.stage */
export function needStage(now: AssistanceStage, ...wanted: readonly AssistanceStage[]): void {
  if (!wanted.includes(now)) throw new Refusal('assistance.stage', { stage: now });
}
