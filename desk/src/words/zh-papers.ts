// SPDX-License-Identifier: Apache-2.0
/** 纸质材料: what an organisation has, gets and gave. */
export const papersZh = {
  'rail.papers': '纸质材料',
  'papers.title': '纸质材料',
  'papers.lead':
    '居民带来的原件现在在谁手上。送出的，对方点收以前还由送出的一方负责；没收到的马上说。本人在家里看得到每一份在哪里。',
  'papers.tabs': '在哪里',
  'papers.tab': '{tab} {count}',
  'papers.days': '在路上超过 {days} 天算太久。',
  'papers.choose': '选上 {name}',
  'papers.choose-all': '全选',
  'papers.paper': '材料',
  'papers.matter': '办件',
  'papers.where': '现在',
  'papers.since': '从哪天起',
  'papers.way': '{from} → {to}',
  'papers.long': '太久了',
  'papers.to': '送给',
  'papers.to-none': '选上的几份没有共同可以送去的单位，请分开送。',
  'papers.words': '说明',
  'papers.words-find': '在哪里找到的',
  'papers.door': '上门收件 {ref}',
  'papers.chosen': '选了 {count} 份',
  'papers.none': '这里没有纸质材料。',
  'papers.none-lead': '居民在窗口带来的原件会出现在这里。',
  'papers.more': '再看一些',
  'papers.give-back-sure': '交还以后这 {count} 份就不归你们保管了，本人在家里看得到。',
} as const;
