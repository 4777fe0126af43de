// SPDX-License-Identifier: Apache-2.0
import type { OwnGroup } from '@lilong/contracts/registry-own';
import type { Ctx } from './ctx.ts';

/**
 * What a module keeps of the person whom the transaction has stated, for 我的数据.
 *
 * @param asked `whole`: with everything that was told, for the file that is taken away
 */
export type TellOwn = (ctx: Ctx, asked: { readonly whole: boolean }) => Promise<OwnGroup>;
