// SPDX-License-Identifier: Apache-2.0
// 结算 and 纸质材料: what the screens and the server say of them.

export const settlementWords = {
  'refusal.settlement.answered': '这条异议已经答复过了。',
  'refusal.settlement.closed': '{month} 已经封账，不能再封。要改的进下一个月。',
  'refusal.settlement.correction': '这一行本身就是更正，要对原来那一行提异议。',
  'refusal.settlement.not-over': '{month} 还没有过完，过完才能封账。',
  'refusal.settlement.objected': '你们对这一行的异议还没有答复，等答复了再提。',
  'refusal.settlement.order': '要按月份顺序封账，先封 {month}。',
  'refusal.settlement.too-many': '这一行最多还能减 {left} 件。',
  'refusal.papers.count-first': '{ref} 是上门收来的，请先照清单点清。',
  'refusal.papers.not-theirs': '{ref} 不归那个单位办，不能送到那里。',
  'refusal.papers.state':
    '这份材料{state, select, held {还在手上} way {在路上} missing {登记为没收到} other {已经交还本人}}，不能这样办。请刷新再看。',
  'paper.held': '在手上',
  'paper.way': '在路上',
  'paper.missing': '没收到',
  'paper.returned': '已交还本人',
  'paperact.send': '送出',
  'paperact.receive': '收到了',
  'paperact.miss': '没收到',
  'paperact.find': '找到了',
  'paperact.give_back': '交还本人',
  'papertab.here': '在我们这里',
  'papertab.coming': '送来的',
  'papertab.going': '送出的',
  'papertab.long': '太久或没收到',
  'settlework.received': '代收件',
  'settlework.accepted': '代受理',
  'settlework.delivered': '代送达',
  'settlework.kept': '代管纸质材料',
} as const;
