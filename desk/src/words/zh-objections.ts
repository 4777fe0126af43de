// SPDX-License-Identifier: Apache-2.0
/** Words of 异议: values that are contested, and how whoever owns them answers. */
export const objectionsZh = {
  'audit.act.registry.objected': '提了异议',
  'audit.act.registry.objection': '看了一条异议',
  'audit.act.registry.objection-answered': '答复了异议',
  'audit.act.registry.objection-withdrawn': '撤回了异议',
  'catalogue.field.owner': '由谁负责',
  'catalogue.field.level': '敏感级别（1 到 5）',
  'catalogue.field.freshDays': '几天后要再核对（0：不会自己变）',
  'catalogue.field.answer': '异议答复时限',
} as const;
