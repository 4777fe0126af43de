// SPDX-License-Identifier: Apache-2.0
import { type Random, shuffled } from './random.ts';

/** Which way a road runs. */
export type Axis = 'east-west' | 'north-south';

export interface RoadName {
  readonly name: string;
  readonly axis: Axis;
}

/** As in the city's centre: roads named after provinces (and hills) run north
 * and south, after cities (and waters) east and west. */
const northSouth =
  '浙江 福建 河南 四川 江西 山东 陕西 山西 云南 贵州 广西 湖北 湖南 安徽 青海 宁夏 吉林 辽宁 甘肃 海南 泰山 华山 衡山 嵩山 黄山 庐山 天山 昆仑 长白 祁连 武夷 井冈 峨眉 太行 秦岭 云台';
const eastWest =
  '南京 北京 天津 汉口 九江 福州 广州 延安 金陵 宁海 桃源 苏州 杭州 无锡 常州 扬州 镇江 嘉兴 绍兴 徽州 长江 黄河 淮河 钱塘 太湖 西湖 洞庭 鄱阳 珠江 松花 嘉陵 湘江 汾河 渭河 漓江 运河';

/** Names for the roads of one district, none twice, in an order of its own. */
export function roadNamesOf(random: Random): RoadName[] {
  return shuffled(
    [
      ...named(northSouth, ['南', '中', '北'], 'north-south'),
      ...named(eastWest, ['东', '中', '西'], 'east-west'),
    ],
    random,
  );
}

function named(stems: string, ends: readonly string[], axis: Axis): RoadName[] {
  return stems
    .split(' ')
    .flatMap((stem) => ['', ...ends].map((end) => ({ name: `${stem}${end}路`, axis })));
}

/** The road that a place is called after: 南京东路 of 南京东路街道, 保德路 of 保德路九二一弄居委会; most have none. */
export function roadOfPlace(place: string): string | undefined {
  return /^(\p{Script=Han}{1,6}?(?:路|大道))(?:街道|(?:社区)?居委会|第|[零一二三四五六七八九十百千]+弄)/u.exec(
    place,
  )?.[1];
}

/** Which way a road called so runs, when its name tells. */
export function axisOf(name: string): Axis | undefined {
  if (/[东西][一二三]?(?:路|大道)$/.test(name)) return 'east-west';
  if (/[南北][一二三]?(?:路|大道)$/.test(name)) return 'north-south';
  return undefined;
}
