// SPDX-License-Identifier: Apache-2.0
// What becomes of the demonstration's applications: the moves that each has behind it. Pure; all invented.
import type { AffairMoveName, AffairState } from '@lilong/contracts/affair-flow';
import type { Given } from './workflow.ts';

export interface Fate {
  readonly state: AffairState;
  readonly moves: readonly AffairMoveName[];
  /** Of a hundred or so. */
  readonly many: number;
  /** Handed in at least and at most so many days ago. */
  readonly days: readonly [number, number];
  /** More days were asked for, and perhaps not yet approved. */
  readonly longer?: 'asked' | 'granted';
}

export const fates: readonly Fate[] = [
  { state: 'draft', moves: [], many: 3, days: [0, 9] },
  { state: 'applied', moves: ['submit'], many: 16, days: [0, 6] },
  { state: 'pre_check', moves: ['submit', 'check'], many: 4, days: [0, 6] },
  { state: 'received', moves: ['submit', 'receive'], many: 8, days: [0, 6] },
  { state: 'correction', moves: ['submit', 'receive', 'ask'], many: 8, days: [1, 9] },
  { state: 'not_accepted', moves: ['submit', 'refuse_receipt'], many: 3, days: [2, 9] },
  { state: 'accepted', moves: ['submit', 'receive', 'accept'], many: 10, days: [1, 9] },
  { state: 'review', moves: ['submit', 'accept', 'begin'], many: 14, days: [2, 10] },
  {
    state: 'review',
    moves: ['submit', 'accept', 'begin'],
    many: 3,
    days: [6, 10],
    longer: 'asked',
  },
  { state: 'special', moves: ['submit', 'accept', 'begin', 'special'], many: 6, days: [3, 10] },
  { state: 'suspended', moves: ['submit', 'accept', 'begin', 'suspend'], many: 3, days: [3, 10] },
  {
    ...{ state: 'extended', moves: ['submit', 'accept', 'begin', 'extend'] },
    ...{ many: 3, days: [6, 10], longer: 'granted' },
  },
  { state: 'granted', moves: ['submit', 'accept', 'begin', 'grant'], many: 8, days: [3, 10] },
  { state: 'refused', moves: ['submit', 'accept', 'begin', 'refuse'], many: 3, days: [4, 10] },
  { state: 'withdrawn', moves: ['submit', 'accept', 'withdraw'], many: 3, days: [2, 10] },
  { state: 'void', moves: ['submit', 'cancel'], many: 2, days: [2, 10] },
  { state: 'returned', moves: ['submit', 'accept', 'begin', 'give_back'], many: 2, days: [4, 10] },
  {
    ...{ state: 'delivered', moves: ['submit', 'accept', 'begin', 'grant', 'deliver'] },
    ...{ many: 16, days: [4, 10] },
  },
  {
    ...{ state: 'archived', moves: ['submit', 'accept', 'grant', 'deliver', 'archive'] },
    ...{ many: 5, days: [8, 10] },
  },
];

/** Over, and settled by the month; `days` from the end of that month to its beginning. */
export const earlier = (days: readonly [number, number]): Fate => ({
  ...{ state: 'archived', many: 0, days },
  moves: ['submit', 'receive', 'accept', 'begin', 'grant', 'deliver', 'archive'],
});

/** What comes with each move, in the words of the office. */
export const said: Partial<Record<AffairMoveName, readonly Given[]>> = {
  ask: [
    { missing: ['proof'], words: '请补上盖章的收入证明。' },
    { missing: ['proof'], words: '照片看不清，请重新拍一张。' },
  ],
  refuse_receipt: [
    {
      reason: '户籍不在本街道，这个事项由户籍地受理。',
      remedy: '可以向户籍地的受理中心提出；不服的，六十日内可以申请行政复议。',
    },
  ],
  special: [
    { procedure: 'household_visit', reason: '要上门核实居住情况，约在本周。' },
    { procedure: 'notice', reason: '按规定在居务公开栏公示七天。' },
    { procedure: 'inquiry', reason: '已提请居民经济状况核对。' },
  ],
  suspend: [{ reason: '等外省社保部门回函。' }],
  refuse: [
    {
      reason: '核对后人均收入高于标准。',
      remedy: '六十日内可以申请行政复议，六个月内可以提起行政诉讼。',
    },
  ],
  give_back: [{ reason: '本人已在区中心办好，这一件退回。' }],
  cancel: [{ reason: '同一件事重复提交，保留另一件。' }],
  withdraw: [{ reason: '暂时不办了。' }],
  deliver: [{ by: 'window' }, { by: 'post', words: '挂号信' }, { by: 'phone' }],
};
export const longerReason = '材料要向外区调档，需要多几天。';
