// SPDX-License-Identifier: Apache-2.0
// Invented names for the demonstration. Any likeness is chance.

const SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高罗郑梁谢宋唐许韩冯邓曹彭'];
const GIVEN = [
  ...[
    '秀珍',
    '建国',
    '丽华',
    '志强',
    '美玲',
    '文斌',
    '海燕',
    '国平',
    '晓敏',
    '卫东',
    '慧芳',
    '永康',
  ],
  ...[
    '雅琴',
    '明华',
    '玉兰',
    '俊杰',
    '佩芬',
    '立新',
    '红梅',
    '德明',
    '静怡',
    '伟民',
    '春花',
    '思远',
  ],
  ...['月英', '培根', '晨曦', '根娣', '浩然', '阿妹', '培德'],
];

/** The `index`-th of 930 invented names; neighbours share neither surname nor given name. */
export function inventedName(index: number): string {
  const surname = SURNAMES[index % SURNAMES.length] ?? '';
  const given = GIVEN[(index * 7) % GIVEN.length] ?? '';
  return `${surname}${given}`;
}
