// SPDX-License-Identifier: Apache-2.0
/** 办件量: what is open and promised, by item. */
export const loadZh = {
  'rail.load': '办件量',
  'load.title': '办件量',
  'load.lead':
    '每个事项手上有多少、这周来了多少、实际要几天、今天来办会答应哪一天。按事项目录的顺序排；点列名可以按那一列看。只数件，不排单位、不排人。',
  'load.how':
    '“本周”从 {since} 起。少于 {fewest} 件的不显示，推得出来的也不显示（写作“少”）。实际天数：近 {weeks} 周办结的，从交上去到出决定，按日历算，停表的日子也在内，一半的件没有超过它。',
  'load.item': '事项',
  'load.office': '办理单位',
  'load.all': '合计',
  'load.incoming': '待受理',
  'load.running': '在办',
  'load.paused': '等材料等程序',
  'load.late': '超承诺',
  'load.handed': '本周来',
  'load.decided': '本周办结',
  'load.promise': '承诺 / 法定',
  'load.medianDays': '实际（天）',
  'load.weeksOfWork': '手上的要几周',
  'load.promisedOn': '今天受理，答应',
  'load.provisional': '{day}（日历未公布，暂定）',
  'load.no-legal': '没有',
  'load.few': '件数太少，或者推得出来',
  'load.few-short': '少',
  'load.unknown': '近来办结的太少，算不出',
  'load.no-items': '没有归你们的事项',
  'load.no-items-why': '事项目录里还没有你们部门的事项，有了会列在这里。',
  'load.none': '范围里还没有单位办过这件事。',
  'load.offices': '按办理单位',
  'load.offices-how': '按所在地的顺序排，不按数目排。',
} as const;
