// SPDX-License-Identifier: Apache-2.0
// What acts in a committee, of all nine kinds, and who holds office there. All of it is invented. Shares: docs/sources.md.
import type { InstitutionKind } from '@lilong/contracts/registry-institutions';
import { between, isLucky, type Random, randomOf, seedOf, shuffledNumbers } from './chance.ts';
import type { CommitteePlan } from './plan.ts';

export interface Institution {
  readonly kind: InstitutionKind;
  readonly name: string;
  /** The first two signs of its credit code (GB 32100); none has none. */
  readonly code: string | null;
  /** Years of a term, and in how many days it is over. */
  readonly term: readonly [years: number, daysLeft: number] | null;
  /** The committee's telephone answers for it. */
  readonly atCommittee: boolean;
  readonly offices: readonly string[];
}
/** What is left out: no code, no term, no telephone, nobody in office. */
type Said = Pick<Institution, 'kind' | 'name'> & Partial<Institution>;

/** More than one committee ever has: so many numbers are kept for each. */
export const mostInstitutions = 40;
/** Terms of five years are those of the law for committees; the days that are left are made up. */
const YEARS = 5;
const dueSoon = 60;
const onePerPeople = 2_500;

/** Always the same of a committee of one size, however many are made. */
export function institutionsOf(plan: CommitteePlan): Institution[] {
  const random = randomOf(seedOf(plan.place) ^ (plan.size << 3) ^ 0x5eed);
  const base = plan.name.replace(/(居委会|村委会|居民委员会|村民委员会)$/, '');
  const isVillage = /村委会$|村民委员会$/.test(plan.name);
  const all = [
    ...ofEvery(plan.size, isVillage, random),
    ...(isVillage ? [] : ofEstates(plan.size, random)),
    ...stationed(plan.size, random),
    ...ofPeople(random),
  ];
  return all.map((said) => ({
    ...{ code: null, term: null, atCommittee: false, offices: [] },
    ...said,
    name: base + said.name,
  }));
}

function ofEvery(size: number, isVillage: boolean, random: Random): Said[] {
  const committee = { atCommittee: true, term: [YEARS, between(random, 300, 1_500)] } as const;
  return [
    {
      ...{ kind: 'party', name: partyOf(size, isVillage), ...committee },
      offices: ['书记', '副书记', '委员'],
    },
    {
      ...{ kind: 'residents', name: isVillage ? '村民委员会' : '居民委员会', ...committee },
      ...{ code: isVillage ? '54' : '55', offices: ['主任', '副主任', '委员', '委员', '委员'] },
    },
    {
      kind: 'mass',
      name: '妇女联合会',
      term: [YEARS, between(random, 200, 1_400)],
      offices: ['主席'],
    },
    { kind: 'stationed', name: '社区卫生服务站', code: '12' },
    { kind: 'social', name: '邻里互助服务社', code: '52', offices: ['负责人'] },
    { kind: 'team', name: '合唱队', offices: ['队长'] },
    { kind: 'team', name: '志愿巡逻队', offices: ['队长'] },
    { kind: 'centre', name: '老年人日间照护站', atCommittee: true },
  ];
}

function partyOf(size: number, isVillage: boolean): string {
  const where = isVillage ? '村' : '居民区';
  if (size < 800) return `${where}党支部`;
  return size > 8_000 ? `${where}党委` : `${where}党总支`;
}

const nth = ['', '第二', '第三', '第四'];
/** An estate for so many people: each has somebody who looks after it, most have owners who meet. */
function ofEstates(size: number, random: Random): Said[] {
  const estates = Math.min(nth.length, 1 + Math.floor(size / onePerPeople));
  return nth.slice(0, estates).flatMap((which): Said[] => {
    const left = isLucky(random, 0.2) ? dueSoon : between(random, 120, 1_600);
    const owners: Said = {
      ...{ kind: 'owners', name: `${which}小区业主委员会`, term: [YEARS, left] },
      offices: ['主任', '委员', '委员'],
    };
    const property: Said = {
      ...{ kind: 'property', name: `${which}小区物业服务处`, code: '91', offices: ['经理'] },
    };
    return which === '' || isLucky(random, 0.7) ? [owners, property] : [property];
  });
}

const neighbours: readonly (readonly [name: string, code: string])[] = [
  ...([
    ['小学', '12'],
    ['幼儿园', '12'],
    ['菜市场', '91'],
    ['银行网点', '91'],
  ] as const),
  ...([
    ['邮政支局', '91'],
    ['商务楼', '91'],
    ['药房', '91'],
    ['超市', '91'],
  ] as const),
];
function stationed(size: number, random: Random): Said[] {
  const count = Math.min(5, 1 + Math.floor(size / 3_000) + between(random, 0, 1));
  return some(neighbours, count, random).map(([name, code]) => ({ kind: 'stationed', name, code }));
}

const teams = ['太极拳队', '书画社', '读书会', '编织组', '乒乓球队', '环保志愿队', '戏曲队'];
/** What some have and others do not. */
function ofPeople(random: Random): Said[] {
  const maybe = (share: number, said: Said): Said[] => (isLucky(random, share) ? [said] : []);
  const term = [3, between(random, 100, 900)] as const;
  return [
    ...maybe(0.7, { kind: 'mass', name: '残疾人协会', term, offices: ['主席'] }),
    ...maybe(0.6, { kind: 'mass', name: '共青团支部', term, offices: ['书记'] }),
    ...maybe(0.35, { kind: 'social', name: '社区助老服务社', code: '52', offices: ['负责人'] }),
    ...maybe(0.3, { kind: 'social', name: '睦邻互助会', offices: ['会长'] }),
    ...maybe(0.8, { kind: 'centre', name: '家门口服务站', atCommittee: true }),
    ...maybe(0.3, { kind: 'centre', name: '社区食堂', code: '91' }),
    ...some(teams, between(random, 1, 4), random).map(
      (name): Said => ({ kind: 'team', name, offices: ['队长'] }),
    ),
  ];
}

/** So many of them, none twice. */
const some = <T>(items: readonly T[], count: number, random: Random): T[] =>
  shuffledNumbers(items.length, random)
    .slice(0, count)
    .map((at) => items[at])
    .filter((item) => item !== undefined);
