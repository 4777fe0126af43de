// SPDX-License-Identifier: Apache-2.0

import { office } from './en-office.ts';
import { plain } from './en-plain.ts';
import { registryWords } from './en-registry.ts';
import type { SharedWords } from './keys.ts';

export const en = { ...plain, ...office, ...registryWords } as const satisfies SharedWords;
