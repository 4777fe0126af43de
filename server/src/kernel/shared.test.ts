// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { Ctx } from './ctx.ts';
import { shared } from './shared.ts';

const program = {};
const ctx = { catalogue: program } as unknown as Ctx; // nothing else is looked at

test('those who ask at the same time get one reading; after a change it begins anew, and nothing is kept', async () => {
  const begun: PromiseWithResolvers<string>[] = [];
  const board = shared((_, key) => {
    const reading = Promise.withResolvers<string>();
    begun.push(reading);
    return reading.promise.then((said) => `${key} ${said}`);
  });
  const [one, other] = [board.ask(ctx, 'hall-1'), board.ask(ctx, 'hall-1')];
  board.changed(program, 'hall-2');
  const third = board.ask(ctx, 'hall-1');
  board.changed(program, 'hall-1');
  const fresh = board.ask(ctx, 'hall-1');
  expect(begun).toHaveLength(2);
  begun[0]?.resolve('old');
  expect(await Promise.all([one, other, third])).toEqual([
    'hall-1 old',
    'hall-1 old',
    'hall-1 old',
  ]);
  const joined = board.ask(ctx, 'hall-1');
  begun[1]?.resolve('new');
  expect(await Promise.all([fresh, joined])).toEqual(['hall-1 new', 'hall-1 new']);
  const after = board.ask(ctx, 'hall-1');
  expect(begun).toHaveLength(3);
  begun[2]?.reject(new Error('the database is away'));
  await expect(after).rejects.toThrow('away');
});
