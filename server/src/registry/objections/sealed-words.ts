// SPDX-License-Identifier: Apache-2.0
// What an objection says: words about a person, so none of it stands open.
import type { Ctx } from '../../kernel/ctx.ts';
import { openValue, sealValue } from '../sealed.ts';

export interface ObjectionWords {
  /** As they are kept; of a label its code. */
  readonly current: string | null;
  readonly proposed: string | null;
  readonly evidence: string;
  /** Whom or which home it is about, as the source is told: `林*英`, a door. */
  readonly about: string;
  /** Masked. */
  readonly number: string | null;
  /** Of a number: both of them whole, and of which document. What stands above is masked then. */
  readonly whole?: {
    readonly document: string | null;
    readonly current: string | null;
    readonly proposed: string;
  };
  /** Why it was rejected. */
  readonly reason?: string;
}

export const sealWords = (ctx: Pick<Ctx, 'keys'>, words: ObjectionWords): Buffer =>
  sealValue(ctx.keys, JSON.stringify(words));

export const openWords = (ctx: Ctx, sealed: Uint8Array): ObjectionWords =>
  JSON.parse(openValue(ctx.keys, sealed)) as ObjectionWords; // written by `sealWords`
