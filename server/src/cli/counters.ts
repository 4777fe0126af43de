// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { importHalls } from '../counters/index.ts';
import { datums, Misfit } from '../places/index.ts';
import { asOperator, asTrial } from './operator.ts';
import { report } from './places.ts';
import { type Shell, Trouble } from './shell.ts';

const usage = `lilong counters import FILE [--datum ${datums.join('|')}] [--source TEXT]
--dry tries it and changes nothing`;
const options = {
  datum: { type: 'string' },
  dry: { type: 'boolean' },
  source: { type: 'string' },
} as const;

/** `counters import FILE`: 0 when all halls went in, 1 when something did not, 2 when not understood. */
export async function countersCommand(shell: Shell, args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [what, file = '', ...rest] = positionals;
  const datum = datums.find((one) => one === values.datum?.toLowerCase());
  const misread = values.datum !== undefined && datum === undefined;
  if (what !== 'import' || file === '' || rest.length > 0 || misread)
    throw new Trouble('cli.usage', { usage });
  if (!existsSync(file)) throw new Trouble('cli.no-file', { file });
  const dry = values.dry === true;
  const source = (values.source ?? basename(file)).slice(0, 200);
  try {
    const found = await (dry ? asTrial : asOperator)(shell, 'lilong counters import', (ctx) =>
      importHalls(ctx, file, { datum, source }),
    );
    return report(shell, { kind: 'centres', file: basename(file), dry }, found);
  } catch (fault) {
    if (fault instanceof Misfit) throw new Trouble(fault.key, fault.facts);
    throw fault;
  }
}
