// SPDX-License-Identifier: Apache-2.0
import { keep, readKept } from '@lilong/ui/session.ts';

const KEY = 'lilong.elder';

/** 长辈版 is a choice of this device and stays until it is taken back. */
export const keptElder = (): boolean => readKept(KEY) === 'yes';

export function keepElder(elder: boolean): void {
  keep(KEY, elder ? 'yes' : 'no');
  applyElder(elder);
}

/** The style sheets scale everything by this one mark. */
export function applyElder(elder: boolean): void {
  if (elder) document.documentElement.dataset.elder = '';
  else delete document.documentElement.dataset.elder;
}
