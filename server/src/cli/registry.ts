// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { Refusal } from '@lilong/contracts/refusals';
import type { Ctx } from '../kernel/ctx.ts';
import { sayServer } from '../kernel/voice.ts';
import { Misfit, namedPlaces, selectPlacesToName } from '../places/index.ts';
import {
  importRegistry,
  type Loaded,
  type LoadedLabels,
  type Operate,
  protect,
  registryFiles,
  supplyFile,
} from '../registry/index.ts';
import { asOperator, asTrial, operating } from './operator.ts';
import { type Shell, Trouble, tell } from './shell.ts';

const usage = `lilong registry import people FILE --source WHO --under CODE [--map COLUMN=FIELD]… [--again]
lilong registry import homes  FILE --source WHO --under CODE [--map COLUMN=FIELD]… [--again]
lilong registry import institutions FILE --source WHO --under CODE [--map COLUMN=FIELD]… [--again]
lilong registry labels FILE --supplier ORGANISATION
lilong registry protect --reason WHY [--lift]
--dry tries it and changes nothing`;

const options = {
  again: { type: 'boolean' },
  dry: { type: 'boolean' },
  lift: { type: 'boolean' },
  map: { type: 'string', multiple: true },
  reason: { type: 'string' },
  source: { type: 'string' },
  supplier: { type: 'string' },
  under: { type: 'string' },
} as const;
type Values = ReturnType<typeof readArgs>['values'];
const readArgs = (args: readonly string[]) =>
  parseArgs({ args: [...args], options, allowPositionals: true });

/** `registry import KIND FILE`: 0 when all of it is in, 1 when something is not, 2 when not understood. */
export async function registryCommand(shell: Shell, args: readonly string[]): Promise<number> {
  const { positionals, values } = readArgs(args);
  if (positionals[0] === 'labels') return labelsCommand(shell, positionals.slice(1), values);
  if (positionals[0] === 'protect') return protectCommand(shell, positionals.slice(1), values);
  const [what, kindGiven, file = '', ...rest] = positionals;
  const kind = registryFiles.find((one) => one === kindGiven);
  if (what !== 'import' || kind === undefined || file === '' || rest.length > 0)
    throw new Trouble('cli.usage', { usage });
  if (!existsSync(file)) throw new Trouble('cli.no-file', { file });
  const source = values.source?.trim().slice(0, 60) ?? '';
  if (source === '') throw new Trouble('load.no-source');
  const wanted = {
    ...{ kind, file, source, map: values.map ?? [], again: values.again === true },
    ...{ operator: userInfo().username, dry: values.dry === true, onProgress: progressOf(shell) },
  };
  const work = async (operate: Operate): Promise<Loaded> => {
    const under = await operate((ctx) => placeIn(ctx, values));
    return importRegistry(operate, { ...wanted, under });
  };
  const command = `lilong registry import ${kind}`;
  try {
    const running = wanted.dry
      ? asTrial(shell, command, (ctx) => work((one) => one(ctx)))
      : operating(shell, command, work);
    const loaded = await running.finally(() => shell.progress?.(''));
    return report(shell, basename(file), wanted.dry, loaded);
  } catch (fault) {
    if (fault instanceof Misfit) throw new Trouble(fault.key, fault.facts);
    throw fault;
  }
}

/** `registry labels FILE`: what a department supplies by file, in its name. */
async function labelsCommand(
  shell: Shell,
  [file = '', ...rest]: readonly string[],
  { supplier = '', dry = false }: Values,
): Promise<number> {
  if (file === '' || rest.length > 0 || supplier.trim() === '')
    throw new Trouble('cli.usage', { usage });
  if (!existsSync(file)) throw new Trouble('cli.no-file', { file });
  const command = 'lilong registry labels';
  const work = (operate: Operate) => supplyFile(operate, { file, supplier: supplier.trim(), dry });
  const running = dry
    ? asTrial(shell, command, (ctx) => work((one) => one(ctx)))
    : operating(shell, command, work);
  const loaded = await running.catch((fault: unknown) => {
    throw fault instanceof Misfit ? new Trouble(fault.key, fault.facts) : fault;
  });
  return reportLabels(shell, basename(file), dry, loaded);
}

/** `registry protect`: somebody, whose number is typed unseen or piped in, is in no search, list or count from now on, or is again. */
async function protectCommand(
  shell: Shell,
  rest: readonly string[],
  { reason = '', lift = false }: Values,
): Promise<number> {
  if (rest.length > 0 || reason.trim() === '') throw new Trouble('cli.usage', { usage });
  const number = (await shell.number()) ?? '';
  const asked = { number, reason: reason.trim(), lift, operator: userInfo().username };
  try {
    await asOperator(shell, 'lilong registry protect', (ctx) => protect(ctx, asked));
  } catch (fault) {
    if (fault instanceof Refusal) throw new Trouble('protect.nobody');
    throw fault;
  }
  tell(shell.out, lift ? 'protect.lifted' : 'protect.done');
  return 0;
}

const mostTold = 20;

function reportLabels(
  shell: Shell,
  file: string,
  dry: boolean,
  { taken, refused, report: reported }: LoadedLabels,
): number {
  for (const { line, why } of refused.slice(0, mostTold))
    for (const language of ['zh', 'en'] as const)
      shell.err(
        sayServer(language, 'labels.at', { line, why: sayServer(language, `supply.${why}`) }),
      );
  if (reported !== null) tell(shell.err, 'load.report', { count: refused.length, file: reported });
  tell(shell.out, dry ? 'labels.tried' : 'labels.done', { file, taken, refused: refused.length });
  return refused.length === 0 ? 0 : 1;
}

async function placeIn(ctx: Ctx, { under = '' }: Values): Promise<number> {
  if (under === '') throw new Trouble('load.no-under');
  return namedPlaces(await selectPlacesToName(ctx.db), () => true)(under, 'under');
}

/** How far it is, and what is left if it goes on so. */
function progressOf({
  progress,
  clock,
}: Shell): ((share: number, counts: { readonly read: number }) => void) | undefined {
  if (progress === undefined) return undefined;
  const began = clock().getTime();
  let before: number | undefined; // the share that an earlier try had done
  return (share, { read }) => {
    before ??= read === 0 ? 0 : share;
    if (share <= before) return;
    const pace = (clock().getTime() - began) / 1000 / (share - before);
    const seconds = Math.ceil(pace * (1 - share));
    const minutes = seconds < 90 ? 0 : Math.ceil(seconds / 60);
    const line = (['zh', 'en'] as const).map((language) => {
      const left = sayServer(language, 'load.left', { minutes, seconds });
      return sayServer(language, 'load.progress', { percent: Math.floor(share * 100), read, left });
    });
    progress(line.join('  '));
  };
}

/** What was not understood, the first refused lines, and what went in. */
function report(shell: Shell, file: string, dry: boolean, loaded: Loaded): number {
  const { counts, knownSince, resumedAfter, unknown, refused, report: reported } = loaded;
  if (knownSince !== null) {
    const timeZone = shell.config.TIME_ZONE;
    const at = knownSince.toLocaleString('sv-SE', { timeZone }).slice(0, 16); // 2026-03-02 09:00
    tell(shell.out, 'load.known', { ...counts, at });
    return 0;
  }
  if (resumedAfter > 0) tell(shell.out, 'load.resumed', { line: resumedAfter });
  if (unknown.length > 0) tell(shell.out, 'load.unknown-columns', { titles: unknown.join('、') });
  for (const { at, title, say } of refused)
    for (const language of ['zh', 'en'] as const)
      shell.err(sayServer(language, 'load.at', { at, title, why: say(language) }));
  if (reported !== null) tell(shell.err, 'load.report', { count: counts.faulty, file: reported });
  tell(shell.out, dry ? 'load.tried' : 'load.done', { file, ...counts });
  return counts.faulty === 0 ? 0 : 1;
}
