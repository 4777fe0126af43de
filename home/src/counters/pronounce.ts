// SPDX-License-Identifier: Apache-2.0
const digits = '零一二三四五六七八九';

/** The figure of a window that is named by one: 3 of 3号窗口. */
export const shortWindow = (window: string): string | undefined =>
  /^(\d+)号窗口$/.exec(window)?.[1];

/** A ticket is read figure by figure, a window as a number. The hall speaks Chinese, whatever a screen is set to. */
export function sayCall(number: string, window: string): string {
  const figures = number
    .replace(/\d/g, (digit) => ` ${digits[Number(digit)] ?? ''} `)
    .replace(/ +/g, ' ')
    .trim();
  const short = shortWindow(window);
  return `请 ${figures} 号，到${short === undefined ? window : ` ${short} 号窗口`}。`;
}
