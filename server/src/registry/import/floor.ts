// SPDX-License-Identifier: Apache-2.0
// Floors as lists write them. Nothing is read or written here.

const FIGURES = '零一二三四五六七八九';
const below = /^(?:地下|负|b|-)(?=.)/i;

/** `3`, `3层`, `三楼`, `第十二层`, `底层`, `地下一层`, `B1`, `-1`: which floor it is, 1 the one on the ground; undefined when nobody can tell. */
export function floorOf(text: string): number | undefined {
  const plain = text.replace(/^第/, '').replace(/(?:层|楼|f)$/i, '');
  if (plain === '底') return 1;
  const figure = figureOf(plain.replace(below, ''));
  if (figure === undefined || !below.test(plain)) return figure;
  return -figure;
}

/** Up to 99 in words. */
function figureOf(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const found = /^(?:([一二三四五六七八九]?)(十))?([一二三四五六七八九]?)$/.exec(
    text.replace(/^两$/, '二'),
  );
  if (found === null || text === '') return undefined;
  const [, tens = '', ten, ones = ''] = found;
  const figure = (sign: string): number => Math.max(FIGURES.indexOf(sign || '零'), 0);
  return (ten === undefined ? 0 : figure(tens) || 1) * (ten === undefined ? 0 : 10) + figure(ones);
}
