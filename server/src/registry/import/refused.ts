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
import { ownHeadings } from './fields.ts';
import type { Row } from './table.ts';

export interface Report {
  readonly file: string;
  /** A line as it was, and why it was refused, in Chinese and in English. */
  add(row: Row, reasons: readonly [zh: string, en: string]): void;
  /** What is written is on the disk; how many bytes there are. */
  flush(): number;
  /** Closes it; one without lines is taken away. */
  close(): void;
}

/** The report of a file lies beside it. A trial has its own: a batch that was cut off finds what it wrote. */
export const reportOf = (file: string, dry = false): string =>
  `${file}.${dry ? 'tried' : 'refused'}.csv`;

/** Whether a report reaches at least so far; what lies behind was written by a run that was cut off. */
export const reaches = (file: string, bytes: number): boolean =>
  bytes === 0 || (existsSync(file) && statSync(file).size >= bytes);

/** Opens a report that goes on after so many bytes, or begins with the titles. Only its owner may read it. */
export function openReport(file: string, titles: readonly string[], bytes: number): Report {
  if (bytes === 0) rmSync(file, { force: true });
  const handle = openSync(file, bytes === 0 ? 'wx' : 'r+', 0o600);
  ftruncateSync(handle, bytes);
  const head = `\uFEFF${lineOf([...titles, ...ownHeadings])}`;
  let [at, waiting] = [bytes, bytes === 0 ? head : ''];
  const flush = (): number => {
    at += writeSync(handle, waiting, at);
    waiting = '';
    fsyncSync(handle);
    return at;
  };
  return {
    file,
    add: ({ at: line, cells }, reasons) => {
      const padded = titles.map((_, index) => cells[index] ?? '');
      waiting += lineOf([...padded, String(line), ...reasons]);
    },
    flush,
    close: () => {
      flush();
      closeSync(handle);
      if (at <= Buffer.byteLength(head)) rmSync(file);
    },
  };
}

const lineOf = (cells: readonly string[]): string => `${cells.map(cellOf).join()}\r\n`;

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
