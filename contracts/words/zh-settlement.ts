// SPDX-License-Identifier: Apache-2.0
// 结算: what the screens and the server say of it.

export const settlementWords = {
  'refusal.settlement.answered': '这条异议已经答复过了。',
  'refusal.settlement.closed': '{month} 已经封账，不能再封。要改的进下一个月。',
  'refusal.settlement.correction': '这一行本身就是更正，要对原来那一行提异议。',
  'refusal.settlement.not-over': '{month} 还没有过完，过完才能封账。',
  'refusal.settlement.objected': '你们对这一行的异议还没有答复，等答复了再提。',
  'refusal.settlement.order': '要按月份顺序封账，先封 {month}。',
  'refusal.settlement.too-many': '这一行最多还能减 {left} 件。',
  'settlework.received': '代收件',
  'settlework.accepted': '代受理',
  'settlework.delivered': '代送达',
  'settlework.kept': '代管纸质材料',
} as const;
