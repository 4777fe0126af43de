// SPDX-License-Identifier: Apache-2.0

import { office } from './en-office.ts';
import { plain } from './en-plain.ts';
import type { SharedWords } from './keys.ts';

export const en = { ...plain, ...office } as const satisfies SharedWords;
