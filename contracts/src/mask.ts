// SPDX-License-Identifier: Apache-2.0
// How personal values are shown before somebody opens them for a purpose.

/** `310***********0016`: enough to tell two people apart, not enough to use. */
export function maskId(id: string): string {
  if (id.length < 9) return '*'.repeat(id.length);
  return `${id.slice(0, 3)}${'*'.repeat(id.length - 7)}${id.slice(-4)}`;
}

/** `138****5678` */
export function maskPhone(phone: string): string {
  if (phone.length < 8) return '*'.repeat(phone.length);
  return `${phone.slice(0, 3)}${'*'.repeat(phone.length - 7)}${phone.slice(-4)}`;
}

/** `王**`: whose it is, for those who know them already. */
export function maskName(name: string): string {
  const [first = '', ...rest] = name;
  return `${first}${'*'.repeat(Math.max(1, rest.length))}`;
}

/** `林*英`, `王*`: for a source that finds the rest by the number in its own register. */
export function maskMiddle(name: string): string {
  const signs = [...name];
  if (signs.length < 3) return signs.length < 2 ? '*' : maskName(name);
  return `${signs[0]}${'*'.repeat(signs.length - 2)}${signs.at(-1)}`;
}

/** In what somebody wrote: `打 138****5678 找我`. Every run of seven figures or more. */
export function maskRuns(text: string): string {
  return text.replace(/\d{7,}[Xx]?/g, (run) => `${run.slice(0, 3)}****${run.slice(-4)}`);
}
