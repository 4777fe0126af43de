// SPDX-License-Identifier: Apache-2.0
// 即办: what can be granted at once, by rules that stand with the item. Pure.
import type { Condition, ItemBody } from '@lilong/contracts/item-body';
import type { HeldPerson } from '../registry/index.ts';
import type { Told } from './told.ts';

/** Granted when all of the item's conditions are so and nothing is still to be brought; otherwise somebody reviews it. */
export function isGrantedAtOnce(
  { rule }: ItemBody,
  held: HeldPerson['values'],
  told: Told,
): boolean {
  if (rule === undefined) return false;
  if (told.materials.some(({ how }) => how === 'later')) return false;
  return rule.every((condition) => isSo(condition, held, told));
}

/** Of what is not known nothing is so. */
export function isSo(
  condition: Condition,
  held: HeldPerson['values'],
  { questions }: Pick<Told, 'questions'>,
): boolean {
  const value =
    condition.question === undefined
      ? condition.element && held.get(condition.element)?.value
      : questions[condition.question];
  if (value === undefined) return false;
  if (condition.is !== undefined && !value.split(',').some((one) => condition.is?.includes(one)))
    return false;
  if (condition.atLeast !== undefined && !(Number(value) >= condition.atLeast)) return false;
  if (condition.below !== undefined && !(Number(value) < condition.below)) return false;
  return condition.begins === undefined || value.startsWith(condition.begins);
}
