// SPDX-License-Identifier: Apache-2.0
import type { ToldPaper } from './told.ts';

/** Names of the certificates and earlier matters that were taken, for their person to read who used them. */
export const usedOf = ({ materials }: { readonly materials: readonly ToldPaper[] }): string[] =>
  materials.flatMap(({ from }) => from?.name ?? []);
