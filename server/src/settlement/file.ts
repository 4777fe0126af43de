// SPDX-License-Identifier: Apache-2.0
// A statement taken along as a table.
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { SettleWork, settleFile } from '@lilong/contracts/settlement';
import { speak } from '@lilong/contracts/words';
import { settlementWords as en } from '@lilong/contracts/words/en-settlement';
import { settlementWords as zh } from '@lilong/contracts/words/zh-settlement';
import { csvOf, yuanOf } from '../kernel/csv.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { sayServer } from '../kernel/voice.ts';
import { linePolicy } from './policy.ts';
import { showStatement } from './statement.ts';

const voices = { zh: speak('zh', zh), en: speak('en', en) };
const columns = ['doer', 'on-behalf', 'what', 'count', 'units', 'yuan', 'corrects'] as const;

export async function takeOut(
  ctx: Ctx,
  { month }: InputOf<typeof settleFile>,
): Promise<ReplyOf<typeof settleFile>> {
  ctx.requireEver(linePolicy, 'list');
  const { lines, closedAt } = await showStatement(ctx, { month });
  const say = (key: Parameters<typeof sayServer>[1]) => sayServer(ctx.actor.language, key);
  const sayWork = (what: SettleWork) => voices[ctx.actor.language]._(`settlework.${what}`);
  const table = [
    columns.map((one) => say(`settlement.column.${one}`)),
    ...lines.map((line) => [
      ...[line.doerName, line.onBehalfName, sayWork(line.what)],
      ...[String(line.count), String(line.units), yuanOf(line.fen)],
      line.corrects?.slice(0, 7) ?? '',
    ]),
  ];
  ctx.note({ act: 'settlement.file', subject: `month ${month}`, facts: { lines: lines.length } });
  const state = say(closedAt === null ? 'settlement.running' : 'settlement.closed');
  return {
    name: `${say('settlement.statement')}-${month.slice(0, 7)}-${state}.csv`,
    ...{ type: 'text/csv', text: csvOf(table) },
  };
}
