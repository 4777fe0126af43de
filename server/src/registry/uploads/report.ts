// SPDX-License-Identifier: Apache-2.0
// Refused lines of a file at the desk: sealed, in the transaction that refused them.
import { refusedPage } from '@lilong/contracts/registry-uploads';
import type { Ctx } from '../../kernel/ctx.ts';
import type { Keys } from '../../kernel/keys.ts';
import type { Report, Reports } from '../import/refused.ts';
import type { Row } from '../import/table.ts';
import { openValue, sealValue } from '../sealed.ts';
import { deleteRefused, insertRefused, type RefusedRow } from './queries.ts';

/** A refused line as it was, and why. */
export interface KeptLine {
  readonly at: number;
  readonly cells: readonly string[];
  readonly reasons: readonly [zh: string, en: string];
  readonly faults: readonly KeptFault[];
}
export interface KeptFault {
  readonly title: string;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}
/** What one row holds: the titles as well, which a file of refused lines begins with. */
export interface KeptLines {
  readonly titles: readonly string[];
  readonly lines: readonly KeptLine[];
}

export interface KeptReports extends Reports {
  /** Writes what waits; of a trial, once what it did is undone. */
  write(ctx: Ctx): Promise<void>;
}

export function reportsOf(upload: number, isDry: boolean): KeptReports {
  let waiting: KeptLine[] = [];
  let titles: readonly string[] = [];
  let isFresh = false;
  const write = async (ctx: Ctx): Promise<void> => {
    if (isFresh) await deleteRefused(ctx.db, upload);
    isFresh = false;
    const lines = waiting;
    waiting = [];
    for (let at = 0; at < lines.length; at += refusedPage)
      await keep(ctx, upload, { titles, lines: lines.slice(at, at + refusedPage) });
  };
  const open = (of: readonly string[], rows: number): Report => {
    titles = of;
    isFresh = rows === 0;
    let refused = rows;
    return {
      add: (row, reasons, faults) => {
        refused += 1;
        waiting.push({
          ...{ at: row.at, cells: cellsOf(row), reasons },
          faults: faults.map(({ title, code, say }) => ({
            ...{ title, code, zh: say('zh'), en: say('en') },
          })),
        });
      },
      flush: async (ctx) => {
        if (!isDry) await write(ctx);
        return refused;
      },
      close: () => undefined,
    };
  };
  return { reaches: (batch) => batch.upload === upload, open, where: null, upload, write };
}

const cellsOf = ({ cells }: Row): string[] => [...cells];

async function keep(ctx: Ctx, upload: number, kept: KeptLines): Promise<void> {
  const sealed = sealValue(ctx.keys, JSON.stringify(kept));
  const [first] = kept.lines;
  if (first !== undefined)
    await insertRefused(ctx.db, upload, { line: first.at, lines: kept.lines.length, sealed });
}

export const openKept = (keys: Keys, { sealed }: RefusedRow): KeptLines =>
  JSON.parse(openValue(keys, sealed)) as KeptLines; // written by `keep`
