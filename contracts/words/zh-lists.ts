// SPDX-License-Identifier: Apache-2.0
/** Lists that are printed or taken out, as the server writes them. */
export const listsZh = {
  'list.name': '姓名',
  'list.sex': '性别',
  'list.age': '年龄',
  'list.born': '出生日期',
  'list.door': '住址',
  'list.committee': '居委会',
  'list.standing': '人户状态',
  'list.stays': '居住方式',
  'list.since': '起始日期',
  'list.labels': '标签',
  'list.said':
    '{organisation} {role} · {day} · 用于{purpose} · {expires} 到期，到期请销毁 · 第 {no} 号',
  'list.comma': '、',
} as const;
