// SPDX-License-Identifier: Apache-2.0
import type { SharedWords } from './keys.ts';
import { office } from './zh-office.ts';
import { plain } from './zh-plain.ts';

export const zh = { ...plain, ...office } as const satisfies SharedWords;
