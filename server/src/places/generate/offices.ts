// SPDX-License-Identifier: Apache-2.0

/** The departments of every district of the demonstration (示例), with the endings of their names. */
export const departments = [
  { key: 'greening', title: '绿化和市容管理局', kind: 'district_department' },
  { key: 'enforcement', title: '城市管理行政执法局', kind: 'district_department' },
  { key: 'housing', title: '住房保障和房屋管理局', kind: 'district_department' },
  { key: 'works', title: '建设和管理委员会', kind: 'district_department' },
  { key: 'water', title: '水务局', kind: 'district_department' },
  { key: 'market', title: '市场监督管理局', kind: 'district_department' },
  { key: 'police', title: '公安分局', kind: 'district_department' },
  { key: 'fire', title: '消防救援支队', kind: 'district_department' },
  { key: 'ecology', title: '生态环境局', kind: 'district_department' },
  { key: 'civil', title: '民政局', kind: 'district_department' },
  { key: 'health', title: '卫生健康委员会', kind: 'district_department' },
  { key: 'planning', title: '规划和自然资源局', kind: 'district_department' },
  { key: 'safety', title: '应急管理局', kind: 'district_department' },
  { key: 'sports', title: '体育局', kind: 'district_department' },
  { key: 'disabled', title: '残疾人联合会', kind: 'district_department' },
  { key: 'operations', title: '城市运行管理中心', kind: 'district_centre' },
  { key: 'power', title: '供电公司', kind: 'utility' },
  { key: 'gas', title: '燃气公司', kind: 'utility' },
  { key: 'tap', title: '自来水公司', kind: 'utility' },
  { key: 'telecom', title: '通信公司', kind: 'utility' },
] as const;
export type DepartmentKey = (typeof departments)[number]['key'];

/** Who goes out in every street, and for whom. */
export const crews = [
  { key: 'cleaning', title: '环卫作业队', of: 'greening' },
  { key: 'gardening', title: '绿化养护队', of: 'greening' },
  { key: 'enforcers', title: '综合行政执法队', of: 'enforcement' },
  { key: 'roadworks', title: '市政养护队', of: 'works' },
  { key: 'repairs', title: '房屋应急维修队', of: 'housing' },
  { key: 'helpers', title: '社区帮扶队', of: 'office' },
] as const;
export type CrewKey = (typeof crews)[number]['key'];

/** Whom to call at once. Real numbers. */
export const emergencies = [
  { title: '报警', phone: '110' },
  { title: '火警和救援', phone: '119' },
  { title: '医疗急救', phone: '120' },
  { title: '市民服务热线', phone: '12345' },
] as const;
