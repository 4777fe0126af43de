// SPDX-License-Identifier: Apache-2.0
// Social assistance (低保): what both screens say. Home loads them with its pages about it.

export const assistanceWords = {
  'refusal.assistance.authorised': '这一位已经同意过了，不用再签。',
  'refusal.assistance.changed': '{ref} 刚刚有人办过，请刷新再看。您写的内容还在。',
  'refusal.assistance.list-open': '{month} 的名册还没有复核批准，批准后才能导出。',
  'refusal.assistance.list-there': '{month} 的名册已经有了。',
  'refusal.assistance.month': '只能做本月和下月的名册，不能做 {month}。',
  'refusal.assistance.not-entitled':
    '按核对结果算下来不符合任何一类，不能给予。请写明理由作出不予决定。',
  'refusal.assistance.nothing-to-pay': '这个月没有要发的。',
  'refusal.assistance.second-person':
    '这一步要由另一个人来做：同行的、决定的、复核名册的，都不能是同一个人。',
  'refusal.assistance.stage':
    '现在是「{stage, select, authorise {等家里人同意} inquire {核对中} visit {等入户} notice {公示} decide {等决定} granted {已给予} over {已结束} other {{stage}}}」，不能这样办。请刷新再看。',
  'assistance.category.minimum': '最低生活保障',
  'assistance.category.edge': '低保边缘家庭',
  'assistance.category.rigid': '刚性支出困难家庭',
  'assistance.stage.authorise': '同意核对',
  'assistance.stage.inquire': '核对',
  'assistance.stage.visit': '入户',
  'assistance.stage.notice': '公示',
  'assistance.stage.decide': '决定',
  'assistance.stage.granted': '发放中',
  'assistance.stage.over': '已结束',
  'assistance.why.income': '人均收入高于标准',
  'assistance.why.assets': '货币财产超过规定',
  'assistance.source.household': '户籍',
  'assistance.source.marriage': '婚姻',
  'assistance.source.vehicles': '车船',
  'assistance.source.employment': '就业',
  'assistance.source.property': '不动产',
  'assistance.source.business': '工商、社会组织',
  'assistance.source.tax': '税务',
  'assistance.source.social_security': '社保',
  'assistance.source.extra_insurance': '补充医保',
  'assistance.source.housing_fund': '公积金',
  'assistance.source.spending': '医疗、教育支出',
  'assistance.source.deposits': '存款',
  'assistance.source.securities': '证券',
  'assistance.source.insurance': '商业保险',
  'assistance.source.funds': '基金',
} as const;
