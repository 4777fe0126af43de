// SPDX-License-Identifier: Apache-2.0
// Refusals of 好差评.

export const ratingWords = {
  'refusal.ratings.changed': '{ref} 刚刚有人办过，请刷新再看。您写的内容还在。',
  'refusal.ratings.closed': '这一件不能评价了：过了时间，或者没有办成。有话要说，请打 12345。',
  'refusal.ratings.contact-first': '还没有联系过对方。请先联系；找不到人，也请记一次。',
  'refusal.ratings.early': '还没有办完，办完才能评价。',
  'refusal.ratings.no-call':
    '对方没有留电话，或者已经说过结果，不用再打。请写明答复，对方在评价那里看得到。',
  'refusal.ratings.rated': '这一件已经评价过了，一件评一次。',
  'refusal.ratings.reason': '选的原因和评价对不上。请刷新，重新选。',
  'refusal.ratings.say':
    '{need, select, phone {请留一个能打通的电话，或者不用回电。} way {请选怎么联系的。} result {请选怎么办的。} satisfied {请选是不是满意。} solved {请选解决了没有。} other {还缺一项，请补上。}}',
  'refusal.ratings.wrong-state':
    '{ref} 现在{state, select, counted {只计数，不用办} heard {还没有联系} contacted {已经联系，在办} finished {已经办完，等对方说结果} answered {对方已经说了结果} other {已经变了}}，不能这样办。请刷新再看。',
} as const;
