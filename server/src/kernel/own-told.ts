// SPDX-License-Identifier: Apache-2.0
import type { OwnGrant, OwnGroup } from '@lilong/contracts/registry-own';
import type { Ctx } from './ctx.ts';

/**
 * What a module keeps of the person whom the transaction has stated, for 我的数据.
 *
 * @param asked `whole`: with everything that was told, for the file that is taken away
 */
export type TellOwn = (ctx: Ctx, asked: { readonly whole: boolean }) => Promise<OwnGroup>;

/**
 * What a permission is about that an application gave to an organisation, for its person, whom the transaction has stated.
 * None where there is no such application any more.
 */
export type TellGranted = (
  ctx: Ctx,
  of: { readonly matter: string; readonly organisation: number },
) => Promise<OwnGrant['about']>;
