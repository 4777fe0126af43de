// SPDX-License-Identifier: Apache-2.0
// Conditions as one plain sentence: 80 岁以上，独居，3 楼及以上，没有电梯.
import type { CrowdConditions, listCrowds } from '@lilong/contracts/registry-crowds';
import type { ReplyOf } from '@lilong/contracts/route';
import { useCode, useName } from '../registry/said.ts';
import { useT } from '../words.ts';

export type Dictionary = Pick<ReplyOf<typeof listCrowds>, 'labels' | 'groups'>;

/** Says conditions; a label that the dictionary no longer offers is said by its code, a 楼组 that was dissolved as such. */
export function useSentence({ labels, groups }: Dictionary): (of: CrowdConditions) => string {
  const t = useT();
  const code = useCode();
  const name = useName();
  const or = (names: readonly string[]) => names.join(t('crowds.or'));
  const named = (codes: readonly string[]) =>
    or(
      codes.map((one) => {
        const known = labels.find(({ key }) => key === one);
        return known === undefined ? one : name(known);
      }),
    );
  const called = (refs: readonly string[]) =>
    or(
      refs.map((ref) => groups.find(({ group }) => group === ref)?.name ?? t('crowds.group-gone')),
    );
  return (of) => {
    const said = [
      ...(of.role === 'registered' ? [t('crowds.says.registered')] : []),
      ...(of.groups === undefined ? [] : [called(of.groups)]),
      ...agesOf(of, t),
      ...(of.sex === undefined ? [] : [code('sex', of.sex)]),
      ...(of.labels === undefined ? [] : [t('crowds.says.any-of', { names: named(of.labels) })]),
      ...(of.without === undefined ? [] : [t('crowds.says.none-of', { names: named(of.without) })]),
      ...(of.standings === undefined ? [] : [or(of.standings.map((one) => code('standing', one)))]),
      ...householdOf(of, t),
      ...(of.floorFrom === undefined ? [] : [t('crowds.says.floor-from', { floor: of.floorFrom })]),
      ...(of.lift === undefined
        ? []
        : [t(of.lift ? 'crowds.says.lift.yes' : 'crowds.says.lift.no')]),
      ...(of.tenures === undefined ? [] : [or(of.tenures.map((one) => code('tenure', one)))]),
      ...(of.uses === undefined ? [] : [or(of.uses.map((one) => code('use', one)))]),
    ];
    return said.length === 0 ? t('crowds.says.everybody') : said.join(t('crowds.comma'));
  };
}

type Say = ReturnType<typeof useT>;

function agesOf({ ageFrom, ageTo }: CrowdConditions, t: Say): string[] {
  if (ageFrom !== undefined && ageTo !== undefined)
    return [t('crowds.says.ages', { from: ageFrom, to: ageTo })];
  if (ageFrom !== undefined) return [t('crowds.says.age-from', { age: ageFrom })];
  return ageTo === undefined ? [] : [t('crowds.says.age-to', { age: ageTo })];
}

function householdOf({ alone, childUnder, sizeFrom, sizeTo }: CrowdConditions, t: Say): string[] {
  return [
    ...(alone === undefined ? [] : [t('crowds.says.alone')]),
    ...(childUnder === undefined ? [] : [t('crowds.says.child-under', { age: childUnder })]),
    ...(sizeFrom === undefined ? [] : [t('crowds.says.size-from', { size: sizeFrom })]),
    ...(sizeTo === undefined ? [] : [t('crowds.says.size-to', { size: sizeTo })]),
  ];
}
