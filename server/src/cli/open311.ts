// SPDX-License-Identifier: Apache-2.0
import { parseArgs } from 'node:util';
import { Refusal } from '@lilong/contracts/refusals';
import { endApiKey, listApiKeys, makeApiKey } from '../open311/index.ts';
import { asOperator } from './operator.ts';
import { type Shell, Trouble, tell } from './shell.ts';

const command = 'lilong open311';
const usage = 'lilong open311 key NAME [--contact TEXT] [--only read|report] | keys | end NUMBER';

/** `open311 key … | keys | end NUMBER`: keys of programs that report for people. */
export async function open311Command(shell: Shell, args: readonly string[]): Promise<number> {
  const options = { contact: { type: 'string' }, only: { type: 'string' } } as const;
  const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [what, given] = positionals;
  const { contact, only } = values;
  const known = only === undefined || only === 'read' || only === 'report';
  if (what === 'key' && given !== undefined && known)
    return make(shell, { name: given, contact, only });
  if (what === 'keys') return list(shell);
  if (what === 'end' && /^[1-9]\d{0,14}$/.test(given ?? '')) return end(shell, Number(given));
  throw new Trouble('cli.usage', { usage });
}

async function make(
  shell: Shell,
  { name, contact, only }: { name: string; contact: string | undefined; only: string | undefined },
): Promise<number> {
  const may = { mayRead: only !== 'report', mayReport: only !== 'read' };
  const { no, key } = await asOperator(shell, command, (ctx) =>
    makeApiKey(ctx, { name, contact, ...may }),
  );
  tell(shell.out, 'open311.key-made', { no, name });
  shell.out(key);
  return 0;
}

async function list(shell: Shell): Promise<number> {
  for (const key of await asOperator(shell, command, listApiKeys)) {
    const may = [...(key.mayRead ? ['read'] : []), ...(key.mayReport ? ['report'] : [])].join('+');
    const until = key.endedAt === null ? '' : ` – ${key.endedAt.toISOString()}`;
    shell.out(
      `${key.no}  ${key.name}  ${may}  ${key.createdAt.toISOString()}${until}  ${key.requests}  ${key.contact ?? ''}`.trim(),
    );
  }
  return 0;
}

async function end(shell: Shell, no: number): Promise<number> {
  await asOperator(shell, command, (ctx) => endApiKey(ctx, no)).catch((fault: unknown) => {
    throw fault instanceof Refusal ? new Trouble('open311.key-none', { no }) : fault;
  });
  tell(shell.out, 'open311.key-ended', { no });
  return 0;
}
