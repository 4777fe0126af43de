// SPDX-License-Identifier: Apache-2.0
// What stands sealed: answers, findings in words, objections, and how an amount came about.
import type { Ctx } from '../kernel/ctx.ts';
import type { Sealed } from '../kernel/reseal.ts';
import { registrySealer } from '../registry/index.ts';

const column = (table: string, name: string): Sealed => ({
  ...{ table: `assistance.${table}`, key: ['street', 'no'], column: name, form: 'bytes' },
});
export const assistanceSealed: readonly Sealed[] = [
  column('matter', 'reckoning'),
  ...['inquiry', 'visit', 'objection', 'award', 'recheck'].map((table) => column(table, 'sealed')),
];

export const sealed = ({ keys }: Pick<Ctx, 'keys'>, what: unknown): Buffer =>
  registrySealer.seal(keys, JSON.stringify(what)) as Buffer; // bytes

/** As `sealed` was given it. */
export const opened = <T>({ keys }: Pick<Ctx, 'keys'>, bytes: Buffer): T =>
  JSON.parse(registrySealer.open(keys, bytes)) as T; // written by `sealed`
