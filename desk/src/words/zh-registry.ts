// SPDX-License-Identifier: Apache-2.0
// People, homes and households.

export const registryZh = {
  'catalogue.field.chosen': '由人选择（不选：程序自己写明）',
  'catalogue.field.basis': '依据',
  'catalogue.field.labelKind': '从哪里来',
  'catalogue.field.supplier': '由谁提供',
  'catalogue.field.sensitivity': '敏感级别（1 到 4）',
  'catalogue.field.lookAgainDays': '几天后要再看',
  'label.kind.shared': '部门共享',
  'label.kind.collected': '居村采集',
  'label.kind.computed': '计算得出',
  'label.kind.declared': '本人申报',
  'audit.act.registry.card': '看了一个人的档案',
  'audit.act.registry.change': '改了一个人的登记',
  'audit.act.registry.find': '查找人房',
  'audit.act.registry.home': '看了一套房的档案',
  'audit.act.registry.household': '看了一户的档案',
  'audit.act.registry.look-up': '凭证件查找',
  'audit.act.registry.reveal': '看了一个号码',
} as const;
