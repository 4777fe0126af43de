// SPDX-License-Identifier: Apache-2.0
import { seedRules } from '../seed/index.ts';
import { asOperator } from './operator.ts';
import { type Shell, Trouble, tell } from './shell.ts';

/** `rules add`: what this version brings and the catalogue of an older deployment does not have yet. All of it 示例. */
export async function rulesCommand(shell: Shell, [what]: readonly string[]): Promise<number> {
  if (what !== 'add') throw new Trouble('cli.usage', { usage: 'lilong rules add' });
  const count = await asOperator(shell, 'rules add', async (ctx) => {
    const added = await seedRules(ctx.db, ctx.now);
    ctx.note({ act: 'catalogue.filled', facts: { added } });
    return added;
  });
  tell(shell.out, 'rules.added', { count });
  return 0;
}
