// SPDX-License-Identifier: Apache-2.0
// What people of the demonstration say, and what became of it. All invented.
import type { RatingMove } from '@lilong/contracts/rating-flow';
import type { Given } from './workflow.ts';

export interface Tale {
  readonly grade: number;
  readonly words: string | null;
  readonly reasons: readonly string[];
  /** Rated so many hours ago. */
  readonly hoursAgo: number;
  readonly moves: readonly (Given & { readonly move: RatingMove; readonly words: string | null })[];
}

const called = {
  move: 'contact',
  words: '打电话听了经过，道了歉，说了会怎么改。',
} as const;
const done = {
  move: 'finish',
  result: 'put_right',
  words: '窗口贴出了要带的材料，咨询台多安排了一个人。',
} as const;
const explained = {
  move: 'finish',
  result: 'explained',
  words: '当面说清了为什么要补这份材料，以后会先在网上写明。',
} as const;

export const tales: readonly Tale[] = [
  {
    ...{ grade: 2, reasons: ['unclear'], hoursAgo: 3, moves: [] },
    words: '问了两个地方，说的都不一样，不知道该听谁的。',
  },
  {
    ...{ grade: 1, reasons: ['many-visits', 'papers'], hoursAgo: 120, moves: [] },
    words: '让我跑了三趟，每次都说还缺一样，不能一次说完吗？',
  },
  {
    ...{ grade: 2, reasons: ['long-wait'], hoursAgo: 50, moves: [called] },
    words: '上午人不多，只开了两个窗口，等了一个多小时。',
  },
  {
    ...{ grade: 1, reasons: ['sent-elsewhere'], hoursAgo: 200 },
    words: '说这里不办，去了那边又说就在这里办。',
    moves: [called, { move: 'hard', words: '要和两个街道的中心对一对谁来收。' }],
  },
  {
    ...{ grade: 2, reasons: ['papers'], hoursAgo: 190, moves: [called, done] },
    words: '户口簿复印件系统里明明有，还要我去复印。',
  },
  {
    ...{ grade: 2, reasons: ['attitude'], hoursAgo: 320 },
    words: '问多了一句就不耐烦。',
    moves: [
      called,
      done,
      { move: 'answer', solved: true, satisfied: true, words: '后来再去，态度好多了。' },
    ],
  },
  {
    ...{ grade: 1, reasons: ['many-visits'], hoursAgo: 400 },
    words: '不给办也没有说清楚还能怎么办。',
    moves: [
      called,
      explained,
      { move: 'answer', solved: false, satisfied: false, words: '说清了，可是事情还是没办成。' },
    ],
  },
  {
    ...{ grade: 2, reasons: ['place'], hoursAgo: 420 },
    words: '轮椅进不了门，没有人来搭把手。',
    moves: [
      called,
      { ...done, words: '门口装了坡道和呼叫铃。' },
      { move: 'call_back', solved: true, satisfied: true, words: null },
    ],
  },
];

export const praises: readonly string[] = [
  '老人不会用手机，工作人员一步一步教，很耐心。',
  '以为要跑两趟，结果当场就办好了。',
  '中午也有人，不用请假，真方便。',
  '把要带什么一次说清楚了，谢谢。',
  '系统里都有，什么也没让我填。',
  '听得懂上海话，老妈很开心。',
];
