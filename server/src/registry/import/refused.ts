// SPDX-License-Identifier: Apache-2.0
// The report of refused lines: as they were, with line and reason, to be mended in Excel and brought in again.
import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import type { Ctx } from '../../kernel/ctx.ts';
import type { Batch } from './batch-queries.ts';
import { ownHeadings } from './fields.ts';
import type { Row } from './table.ts';
import type { Refused } from './telling.ts';

/** Where refused lines are written, while a file is read. */
export interface Report {
  /** A line as it was, and why it was refused, in Chinese and in English: as one text, and one by one. */
  add(row: Row, reasons: readonly [zh: string, en: string], faults: readonly Refused[]): void;
  /** What is written stays, with what the transaction does; how many bytes there are, where they are counted. */
  flush(ctx: Ctx): number | Promise<number>;
  /** Closes it; one without lines is taken away. */
  close(): void;
}

/** Where the reports of a run are. */
export interface Reports {
  /** Whether what an earlier run of the batch refused is here, so that it can go on. */
  reaches(batch: Pick<Batch, 'report_bytes' | 'upload'>): boolean;
  open(titles: readonly string[], bytes: number): Report;
  /** What a person is told. */
  readonly where: string | null;
  /** Which upload the run is, at the desk. */
  readonly upload: number | null;
}

/** Beside the file, on the machine of the program. */
export const besideFile = (file: string, dry: boolean): Reports => ({
  reaches: ({ report_bytes, upload }) => upload === null && reaches(reportOf(file), report_bytes),
  open: (titles, bytes) => openReport(reportOf(file, dry), titles, bytes),
  where: reportOf(file, dry),
  upload: null,
});

/** The report of a file lies beside it. A trial has its own: a batch that was cut off finds what it wrote. */
export const reportOf = (file: string, dry = false): string =>
  `${file}.${dry ? 'tried' : 'refused'}.csv`;

/** Whether a report reaches at least so far; what lies behind was written by a run that was cut off. */
const reaches = (file: string, bytes: number): boolean =>
  bytes === 0 || (existsSync(file) && statSync(file).size >= bytes);

/** A report on the disk. */
interface FileReport {
  add(row: Row, reasons: readonly [zh: string, en: string]): void;
  flush(): number;
  close(): void;
}

/** Opens a report that goes on after so many bytes, or begins with the titles. Only its owner may read it. */
export function openReport(file: string, titles: readonly string[], bytes: number): FileReport {
  if (bytes === 0) rmSync(file, { force: true });
  const handle = openSync(file, bytes === 0 ? 'wx' : 'r+', 0o600);
  ftruncateSync(handle, bytes);
  const head = headOf(titles);
  let [at, waiting] = [bytes, bytes === 0 ? head : ''];
  const flush = (): number => {
    at += writeSync(handle, waiting, at);
    waiting = '';
    fsyncSync(handle);
    return at;
  };
  return {
    add: (row, reasons) => {
      waiting += lineOf(titles, row, reasons);
    },
    flush,
    close: () => {
      flush();
      closeSync(handle);
      if (at <= Buffer.byteLength(head)) rmSync(file);
    },
  };
}

/** The first line of a report. */
export const headOf = (titles: readonly string[]): string =>
  `\uFEFF${joined([...titles, ...ownHeadings])}`;

/** A refused line as a line of the report. */
export function lineOf(
  titles: readonly string[],
  { at, cells }: Row,
  reasons: readonly [zh: string, en: string],
): string {
  const padded = titles.map((_, index) => cells[index] ?? '');
  return joined([...padded, String(at), ...reasons]);
}

const joined = (cells: readonly string[]): string => `${cells.map(cellOf).join()}\r\n`;

/**
 * A cell that Excel shows as it is: of long numbers it would keep fifteen digits, and what begins with a sign of
 * reckoning it would reckon.
 */
function cellOf(text: string): string {
  const [, kept] = /^="(\d+[Xx]?)"$/.exec(text) ?? []; // as it came: a number that was to be kept whole
  const number = kept ?? (/^\d{12,}[Xx]?$/.test(text) ? text : undefined);
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  const guarded = number === undefined ? safe : `="${number}"`;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
