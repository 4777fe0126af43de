// SPDX-License-Identifier: Apache-2.0
import { drawFrom, type Table } from './chance.ts';

/** The largest in the country, in per cent, then the others in the order of their size. */
const country: Table<string> = [
  ...weighted(
    '王7.17 李7.00 张6.74 刘5.10 陈4.61 杨3.22 黄2.45 吴2.00 赵2.00 周1.90 徐1.45 孙1.38',
  ),
  ...falling(
    '马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭肖蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧阳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝',
    1.3,
  ),
];

/** In the city and around it others come first: 张, 朱, 沈, 陆, 顾, 俞, 钱. */
const city: Table<string> = [
  ...weighted(
    '张6.6 王6.4 陈5.7 朱3.6 李3.3 徐3.3 沈2.9 周2.9 吴2.7 陆2.6 黄2.5 顾2.4 杨2.1 金1.8 刘1.7 胡1.5',
  ),
  ...falling(
    '孙唐俞钱蒋姚赵丁曹许施潘郑叶何严蔡林袁倪邵马夏徐傅戴谢庄汤高宋范邱龚方薛董冯奚秦郭华瞿凌程诸余盛乔吕翁毛任祝陶苏韩汪童章费卫季江罗鲍谈石杜黎彭闵樊康包计葛殷史浦平贾卞侯单宣虞贺缪仇屠支查应邬柴梅欧阳曾翟尹纪水干归臧崔甘田宗储堵过司徒言项毕褚柏孟强戚郁郏阮孔雷熊万洪庞卢钮鞠成梁时茅须宋戎裘楼柳钟牛武居解糜',
    1.4,
  ),
];

export const surnameOfCity = drawFrom(city);
export const surnameOfCountry = drawFrom(country);
export const allSurnames: readonly string[] = [
  ...new Set([...country, ...city].map(([surname]) => surname)),
];

function weighted(text: string): [string, number][] {
  return text.split(' ').map((one) => [one.slice(0, 1), Number(one.slice(1))]);
}

/** One after the other less frequent; two signs that make one surname stay together. */
function falling(text: string, first: number): [string, number][] {
  const surnames = text.match(/欧阳|司徒|./gu) ?? [];
  return surnames.map((surname, at) => [surname, first / (1 + at / 25)]);
}
