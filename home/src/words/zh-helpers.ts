// SPDX-License-Identifier: Apache-2.0
/** 帮办: somebody acts for a parent or a neighbour. */
export const helpersZh = {
  'helpers.title': '帮办',
  'helpers.given': '请人帮我办',
  'helpers.given-none':
    '父母、邻居不方便自己办的，可以请信得过的人代办：办哪些、到哪天，由您说了算。',
  'helpers.give': '请人帮办',
  'helpers.taken': '我帮人办',
  'helpers.taken-none':
    '还没有人请您帮办。别人要委托您，请在您的手机上打开“亮证”，把八位数字念给对方。',
  'helpers.show': '打开我的亮证',
  'helpers.what':
    '对方可以替您填表、交材料、看进度、撤回，只办您选的这些事。您随时看得到，随时能收回。',
  'helpers.what-one': '对方可以替您接着填、补材料、看进度、撤回，只办 {ref} 这一件。您随时能收回。',
  'helpers.code': '帮办人的亮证数字',
  'helpers.code-hint': '请对方在手机上打开“亮证”，念八位数字给您。两分钟内有效。',
  'helpers.items': '请他办哪些事',
  'helpers.find': '找要办的事',
  'helpers.find-hint': '用自己的话写，比如：居住证、敬老卡',
  'helpers.no-hits': '没有能委托的。要到现场办、要一家人各自同意的，不能委托。',
  'helpers.last-day': '到哪天为止',
  'helpers.certificates': '也可以用我的电子证照（只用在这些事上，对方看不到证照本身）',
  'helpers.means':
    '对方看到的表是填好的，名字、住址、生日和号码都遮住。对方做的每一步都记下来，您在“谁看过”里看得到，签名写明是谁代办。',
  'helpers.give-yes': '委托',
  'helpers.not-now': '先不委托',
  'helpers.and': '、',
  'helpers.until': '到 {day} 为止',
  'helpers.one': '只办 {ref} 这一件',
  'helpers.with-certificates': '可以用电子证照',
  'helpers.told': '在{at}当面说的',
  'helpers.take-back': '收回委托',
  'helpers.take-back-why':
    '收回以后，对方马上不能再替您办，也看不到。已经交上去的照常办，归您自己跟。',
  'helpers.give-back': '不再帮办',
  'helpers.give-back-why': '以后不能再替{name}办，也看不到。已经交上去的照常办。',
  'helpers.do-for': '替{name}办',
  'helpers.running': '看办到哪一步',
  'helpers.running-none': '还没有开始办的。',
  'helpers.acting': '正在替{name}办 · 委托到 {until}',
  'helpers.sign':
    '我受{name}委托代为办理。代{name}声明上面都是真的，在委托范围内代为同意上面列出的用在这件事上。',
  'helpers.over': '委托已经结束',
  'helpers.over-why': '到期了，或者对方收回了。要接着办，请对方再委托一次。',
  'helpers.unbound': '请人帮办、帮人办事，都要先绑定本人。',
} as const;
