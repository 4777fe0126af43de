// SPDX-License-Identifier: Apache-2.0
import type { Ctx } from '../../kernel/ctx.ts';
import { openValue } from '../sealed.ts';
import type { LabelFound } from './queries.ts';

/** What a label of level 4 seals. */
export interface SealedLabel {
  readonly code: string;
  readonly words?: string;
  readonly why?: string;
}
export const openLabel = (ctx: Ctx, sealed: Uint8Array): SealedLabel =>
  JSON.parse(openValue(ctx.keys, sealed)) as SealedLabel; // written by whoever sealed it

export const labelCode = (ctx: Ctx, { code, sealed }: LabelFound): string =>
  code ?? (sealed === null ? '' : openLabel(ctx, sealed).code);
