// SPDX-License-Identifier: Apache-2.0
// The rows of a workbook's first sheet, one after another; a sheet of any length takes the memory of its shared texts.
import type { Row, Stored, Table } from './table.ts';
import { type Book, readBook } from './xlsx-book.ts';
import { openParts, type Parts, type Reader, readXml } from './xlsx-zip.ts';

/** Columns further right hold nothing of a list of people. */
const MOST_COLUMNS = 300;
const DAY_MS = 86_400_000;
const FROM_1900 = Date.UTC(1899, 11, 30); // as if 1900 had been a leap year
const DAYS_TO_1904 = 1_462;

/** @throws {Misfit} `table.no-xlsx`, `table.broken-xlsx`, `table.bomb` */
export async function openXlsx(file: string | Buffer | Stored): Promise<Table> {
  const parts = await openParts(file);
  try {
    const book = await readBook(parts);
    let share = 0;
    return {
      rows: rowsOf(parts, book, (now) => {
        share = now;
      }),
      share: () => share,
    };
  } catch (fault) {
    parts.close();
    throw fault;
  }
}

async function* rowsOf(
  parts: Parts,
  book: Book,
  isAt: (share: number) => void,
): AsyncGenerator<Row> {
  const sheet = sheetReader(book);
  const whole = parts.sizeOf(book.sheet) ?? 1;
  let read = 0;
  try {
    for await (const bytes of readXml(await parts.stream(book.sheet), sheet.reader)) {
      read += bytes;
      isAt(read / whole);
      yield* sheet.take();
    }
    yield* sheet.take();
  } finally {
    parts.close();
  }
}

/** Where the reader stands in the sheet. */
interface Place {
  row: Row | undefined;
  at: number;
  column: number;
  kind: string;
  style: number;
  text: string;
  within: boolean;
}

function sheetReader(book: Book): { reader: Reader; take(): Row[] } {
  let done: Row[] = [];
  const place: Place = {
    row: undefined,
    at: 0,
    column: -1,
    kind: '',
    style: 0,
    text: '',
    within: false,
  };
  const reader: Reader = {
    open: (name, attributes) => {
      if (name === 'row') beginRow(place, attributes);
      else if (name === 'c') beginCell(place, attributes);
      else if (name === 'v' || name === 't') place.within = true;
    },
    close: (name) => {
      if (name === 'v' || name === 't') place.within = false;
      else if (name === 'c') endCell(place, book);
      else if (name === 'row' && place.row !== undefined) {
        if (place.row.cells.some((text) => text !== undefined && text !== '')) done.push(place.row);
        place.row = undefined;
      }
    },
    text: (more) => {
      if (place.within) place.text += more;
    },
  };
  const take = () => {
    const rows = done;
    done = [];
    return rows;
  };
  return { reader, take };
}

function beginRow(place: Place, { r }: Readonly<Record<string, string>>): void {
  place.at = r === undefined ? place.at + 1 : Number(r);
  place.column = -1;
  place.row = { at: place.at, cells: [] };
}

function beginCell(place: Place, { r, s, t }: Readonly<Record<string, string>>): void {
  place.column = r === undefined ? place.column + 1 : columnOf(r);
  place.kind = t ?? 'n';
  place.style = Number(s ?? 0);
  place.text = '';
}

function endCell({ row, column, kind, style, text }: Place, book: Book): void {
  if (row === undefined || column >= MOST_COLUMNS) return;
  while (row.cells.length < column) row.cells.push('');
  row.cells[column] = shown(kind, style, text, book).trim();
}

/** What a person sees in the cell. Numbers keep the digits that the file has: some of them are no longer whole. */
function shown(kind: string, style: number, text: string, book: Book): string {
  if (kind === 's') return escaped(book.texts.at(Number(text)));
  if (kind === 'd') return text.slice(0, 10);
  if (kind !== 'n' || text === '') return escaped(text);
  return book.dates[style] === true ? dayOf(Number(text), book.from1904) : text;
}

function dayOf(serial: number, from1904: boolean): string {
  const days = Math.floor(serial) + (from1904 ? DAYS_TO_1904 : 0);
  const at = new Date(FROM_1900 + days * DAY_MS);
  return Number.isNaN(at.getTime()) ? String(serial) : at.toISOString().slice(0, 10);
}

/** `_x000D_` stands for a sign that XML does not take. */
const escaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;

/** `AB12` is column 27; columns are counted from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (const sign of reference) {
    const letter = sign.charCodeAt(0) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}
