// SPDX-License-Identifier: Apache-2.0
// Refusals of the hall.

export const counterWords = {
  'refusal.certificates.no-list': '没有这样一份名单。请重新打开证照再核验。',
  'refusal.certificates.not-found': '没有找到这份证照。请核对编号，或者回到“我的证照”。',
  'refusal.certificates.revoked-already': '这份证照已经撤销了，不用再撤。',
  'refusal.counters.book-most':
    '您已经有 {most} 个没到时间的预约，不能再多。请先取消一个，或者改它的时间。',
  'refusal.counters.book-time': '这个时间不能预约。请刷新，另选一个时间。',
  'refusal.counters.booking-fits': '这个预约有位子了，不用打电话。',
  'refusal.counters.booking-state':
    '这个预约{state, select, came {已经签到} missed {已经过了日子} cancelled {已经取消} other {已经变了}}，不能这样办。请刷新再看。',
  'refusal.counters.call-first': '还没有叫满 {times} 次，不能按过号。请先再叫一次。',
  'refusal.counters.closed': '现在不在开放时间，取不了号。下次开门：{opens}。',
  'refusal.counters.early-late': '今天本来就在 {at} 关门。请选更早的时间。',
  'refusal.counters.hours-never': '这样一周都不开门。请至少写一天的时间。',
  'refusal.counters.hours-order': '{to} 不在 {from} 之后。请把时间改对。',
  'refusal.counters.hours-overlap':
    '{first} 和 {second} 连在一起或者重叠了。请合成一段，或者把时间错开。',
  'refusal.counters.hours-time': '“{value}”不是时间。请写成 08:30 这样，最晚 24:00。',
  'refusal.counters.full': '这个时间刚刚约满了。请另选一个时间。',
  'refusal.counters.no-code':
    '今天这个中心没有这个预约码。请核对六位数字；记不清的，请找工作人员，或者直接取号。',
  'refusal.counters.say-who': '请扫对方亮的码、输入 8 位数，或者看证件、填号码。',
  'refusal.counters.unknown':
    '在这里打不开档案。请核对证件种类和号码；没有登记过的人，事情照样能办。',
  'refusal.counters.no-window':
    '没有开着的窗口能办“{name}”。请换一项，或者请中心负责人开一个窗口。',
  'refusal.counters.not-here': '这个号不在您的窗口，现在在{name}。请刷新再看。',
  'refusal.counters.plan-began': '从 {day} 起的安排已经过去了，不能撤回。请另排一个新的。',
  'refusal.counters.plan-past': '{day} 不行：只能选今天到一年以内的日子，时间也不能已经过去。',
  'refusal.counters.plan-there': '{from} 到 {to} 已经有安排了。请先撤回那一条，再重新排。',
  'refusal.counters.seat-taken': '{name}已经有同事坐着。请换一个窗口。',
  'refusal.counters.say-where': '请选择转到哪一类业务，或者转到哪个窗口。',
  'refusal.counters.slip-future': '{time} 还没有到。请写纸号上取号的时间，今天的。',
  'refusal.counters.slip-letter':
    '字母 {letter} 是机器取的号在用的，会重号。纸号请用 K 开头，或者只写数字。',
  'refusal.counters.slip-there': '{number} 今天已经录过了，不用再录。',
  'refusal.counters.there': '这个号已经在办“{name}”。',
  'refusal.counters.today-only': '您约的是 {day}，那天才能签到。今天要办，请改时间，或者直接取号。',
  'refusal.counters.window-busy': '窗口还有 {number} 号没有办完。请先办完、转走或按过号。',
  'refusal.counters.window-closed': '{name}没有开。请先坐到窗口前。',
  'refusal.counters.window-named': '已经有一个窗口叫“{name}”。请换一个名字。',
  'refusal.counters.window-open': '{name}还开着。请先关闭，再撤掉。',
  'refusal.counters.windows-full': '窗口已经有 99 个，不能再加。请先撤掉不用的。',
  'refusal.counters.wrong-state':
    '{number} 号现在是「{state, select, booked {已预约} taken {等候中} called {已叫号} serving {办理中} done {已办结} no_show {已过号} transferred {已转窗口，等候中} cancelled {已取消} other {{state}}}」，不能这样办。请刷新再看。',
} as const;
