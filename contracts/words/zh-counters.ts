// SPDX-License-Identifier: Apache-2.0
// Refusals of the hall.

export const counterWords = {
  'refusal.counters.call-first': '还没有叫满 {times} 次，不能按过号。请先再叫一次。',
  'refusal.counters.closed': '现在不在开放时间，取不了号。下次开门：{opens}。',
  'refusal.counters.no-window':
    '没有开着的窗口能办“{name}”。请换一项，或者请中心负责人开一个窗口。',
  'refusal.counters.not-here': '这个号不在您的窗口，现在在{name}。请刷新再看。',
  'refusal.counters.seat-taken': '{name}已经有同事坐着。请换一个窗口。',
  'refusal.counters.say-where': '请选择转到哪一类业务，或者转到哪个窗口。',
  'refusal.counters.there': '这个号已经在办“{name}”。',
  'refusal.counters.window-busy': '窗口还有 {number} 号没有办完。请先办完、转走或按过号。',
  'refusal.counters.window-closed': '{name}没有开。请先坐到窗口前。',
  'refusal.counters.wrong-state':
    '{number} 号现在是「{state, select, booked {已预约} taken {等候中} called {已叫号} serving {办理中} done {已办结} no_show {已过号} transferred {已转窗口，等候中} cancelled {已取消} other {{state}}}」，不能这样办。请刷新再看。',
} as const;
