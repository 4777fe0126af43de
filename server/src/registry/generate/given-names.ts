// SPDX-License-Identifier: Apache-2.0
// Given names as they were given in their time. General knowledge, not counted: docs/sources.md.
import { isLucky, pick, type Random } from './chance.ts';
import type { SexDrawn } from './drafts.ts';

interface Fashion {
  /** Those born before this year, and after the fashion before. */
  readonly before: number;
  /** How many have one sign only. */
  readonly single: number;
  readonly men: readonly [first: string, second: string];
  readonly women: readonly [first: string, second: string];
}

const fashions: readonly Fashion[] = [
  {
    before: 1950,
    single: 0.06,
    men: [
      '国永德根金阿福志荣宝家文明鸿林仁光祥锦维学世',
      '生根福祥荣林明康良发宝泉兴仁安元昌和全法余',
    ],
    women: [
      '秀玉桂阿美凤月金宝惠素兰翠彩招莲慧文淑佩雅丽',
      '英珍娣妹宝芳兰琴华仙珠凤莲娥云芬贞琳瑛仪',
    ],
  },
  {
    before: 1970,
    single: 0.12,
    men: [
      '建国志卫爱伟明红永新文德立跃援忠振海庆学惠培',
      '国华民强平军明东生伟忠良荣林祥康敏健龙根新',
    ],
    women: [
      '秀丽美玉惠红爱建雅亚佩慧凤月桂淑文静国燕小莉',
      '华芳英珍琴萍敏娟芬珠妹玲红琳芝凤娣美莉勤',
    ],
  },
  {
    before: 1985,
    single: 0.4,
    men: ['晓志文海建俊国明永伟宏小春立东家振凯正卫', '伟军勇斌杰峰涛波强辉明刚毅磊俊翔鹏敏健骏晖'],
    women: ['晓丽文海雅静慧红燕春小美玉秀佳雪莉亚敏倩', '敏燕芳静莉萍娟洁蓉琼琳艳丽霞红颖慧婷英华'],
  },
  {
    before: 2000,
    single: 0.22,
    men: ['佳俊晨嘉宇志文逸天子浩思皓一晓伟明凯睿泽', '杰伟超鑫辰豪宇翔磊凯浩源琪骏麟峰昊铭涛轩'],
    women: ['佳怡晓嘉思雨静雯梦诗文雅婷心欣依倩晨慧琳', '怡雯婷琳倩颖妮莹琪萱瑶悦洁蕾慧敏菁雪玲佳'],
  },
  {
    before: 9999,
    single: 0.08,
    men: ['子浩宇梓奕俊一嘉沐博睿铭皓承泽景逸书辰思', '轩泽宇涵辰睿晨豪然熙阳诚言霖恒屹宸航哲安'],
    women: ['欣子雨梓诗思一可语奕若沐雅心悦艺嘉佳依书', '怡涵萱妍彤玥琪瑶彤桐悦宁菲然诺一汐恬晗婷'],
  },
];

/** What somebody of that year and sex is called, without the surname. */
export function givenName(year: number, sex: SexDrawn, random: Random): string {
  const fashion = fashions.find(({ before }) => year < before) ?? fashions[0];
  if (fashion === undefined) throw new Error('no names');
  const [first, second] = sex === 1 ? fashion.men : fashion.women;
  const last = signOf(second, random);
  if (isLucky(random, fashion.single)) return last;
  return signOf(first, random) + last;
}

const signOf = (signs: string, random: Random): string =>
  signs.charAt(Math.floor(random() * signs.length));

export const allSigns: readonly string[] = [
  ...new Set(fashions.flatMap(({ men, women }) => [...men, ...women].join('').split(''))),
];

const LATIN_FIRST = {
  1: 'James Lucas Marco Kenji Daniel Pierre Thomas Ahmed Min-ho David Oliver Stefan'.split(' '),
  2: 'Emma Sofia Yuki Anna Marie Julia Hana Claire Fatima Grace Elena Ji-woo'.split(' '),
} as const;
const LATIN_LAST =
  'Tanaka Muller Kim Martin Rossi Smith Nakamura Dubois Singh Garcia Novak Park Wilson Sato'.split(
    ' ',
  );

/** Somebody from abroad, as a passport has it. */
export const foreignName = (sex: SexDrawn, random: Random): string =>
  `${pick(random, LATIN_FIRST[sex])} ${pick(random, LATIN_LAST)}`;
