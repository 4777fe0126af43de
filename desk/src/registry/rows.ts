// SPDX-License-Identifier: Apache-2.0
// The keyboard walks the list: the cursor moves, and only Enter opens. A card that is opened is written down.

const field = () => document.querySelector<HTMLInputElement>('[data-find-people]');
const rows = () => [...document.querySelectorAll<HTMLElement>('.reg-row')];

export function stepRow(by: 1 | -1): void {
  const all = rows();
  const at = all.findIndex((row) => row.matches(':focus'));
  const open = all.findIndex((row) => row.matches('[aria-current="page"]'));
  const from = at >= 0 ? at : open;
  const next = all[Math.min(Math.max(from + by, 0), all.length - 1)];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'nearest' });
}

export function focusFind(): void {
  field()?.focus();
  field()?.select();
}

/** Enter in the field: the only one found is opened, else the cursor goes to the first. */
export function takeFirst(): void {
  const [first, second] = rows();
  if (second === undefined) first?.click();
  else first?.focus();
}
