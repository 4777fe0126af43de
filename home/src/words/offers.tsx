// SPDX-License-Identifier: Apache-2.0
import { type Say, useWords } from '@lilong/ui/words.tsx';
import type { AffairKey } from './affairs.tsx';
import type { offersZh } from './zh-offers.ts';

/** The words of the pages about offers; below `WithWords of="offers"` only. */
export const useOfferT: () => Say<AffairKey | keyof typeof offersZh> = () =>
  useWords<AffairKey | keyof typeof offersZh>();
