// SPDX-License-Identifier: Apache-2.0
// What stands beside the cells of a workbook: which sheet comes first, shared texts, and which formats are dates.
import { posix } from 'node:path';
import { Misfit } from '../../places/index.ts';
import { type PackedTexts, packTexts } from './packed-texts.ts';
import { type Parts, readWhole } from './xlsx-zip.ts';

/** Signs of all shared texts together: more would fill the memory. */
const MOST_SIGNS = 150_000_000;

export interface Book {
  /** Name of the part that holds the first sheet that is not hidden. */
  readonly sheet: string;
  /** Days are counted from 1904, as on old Macs. */
  readonly from1904: boolean;
  readonly texts: PackedTexts;
  /** Whether a cell with this style shows a number as a date. */
  readonly dates: readonly boolean[];
}

export async function readBook(parts: Parts): Promise<Book> {
  const { id, from1904 } = await readSheets(parts);
  const sheet = await partOf(parts, id);
  return { sheet, from1904, texts: await readTexts(parts), dates: await readDates(parts) };
}

const BOOK = 'xl/workbook.xml';

async function readSheets(parts: Parts): Promise<{ id: string; from1904: boolean }> {
  let [id, from1904] = ['', false];
  await readWhole(await parts.stream(BOOK), {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (name !== 'sheet' || id !== '' || (attributes.state ?? 'visible') !== 'visible') return;
      id = Object.entries(attributes).find(([key]) => /:id$/.test(key))?.[1] ?? '';
    },
  });
  return { id, from1904 };
}

async function partOf(parts: Parts, id: string): Promise<string> {
  let target = '';
  await readWhole(await parts.stream('xl/_rels/workbook.xml.rels'), {
    open: (_, attributes) => {
      if (attributes.Id === id) target = attributes.Target ?? '';
    },
  });
  const name = target.startsWith('/') ? target.slice(1) : posix.join('xl', target);
  if (target === '' || parts.sizeOf(name) === undefined) throw new Misfit('', 'table.no-xlsx');
  return name;
}

/** Texts that cells refer to; without the readings that stand beside Japanese ones. */
async function readTexts(parts: Parts): Promise<PackedTexts> {
  const name = 'xl/sharedStrings.xml';
  const texts = packTexts();
  if (parts.sizeOf(name) === undefined) return texts;
  let [text, within, beside, signs] = ['', false, false, 0];
  await readWhole(await parts.stream(name), {
    open: (tag) => {
      if (tag === 'si') text = '';
      if (tag === 'rPh') beside = true;
      if (tag === 't') within = !beside;
    },
    close: (tag) => {
      if (tag === 't') within = false;
      if (tag === 'rPh') beside = false;
      if (tag !== 'si') return;
      signs += text.length;
      if (signs > MOST_SIGNS) throw new Misfit('', 'table.bomb');
      texts.add(text);
    },
    text: (more) => {
      if (within) text += more;
    },
  });
  return texts;
}

/** Formats that come with the program: dates, also as Chinese Excel shows them. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

async function readDates(parts: Parts): Promise<boolean[]> {
  const name = 'xl/styles.xml';
  const own = new Map<number, boolean>();
  const dates: boolean[] = [];
  if (parts.sizeOf(name) === undefined) return dates;
  let within = false;
  await readWhole(await parts.stream(name), {
    open: (tag, { numFmtId, formatCode = '' }) => {
      const id = Number(numFmtId ?? 0);
      if (tag === 'numFmt') own.set(id, isDateCode(formatCode));
      if (tag === 'cellXfs') within = true;
      if (tag === 'xf' && within) dates.push(own.get(id) ?? isBuiltInDate(id));
    },
    close: (tag) => {
      if (tag === 'cellXfs') within = false;
    },
  });
  return dates;
}

/** A format shows a date when it asks for year or day outside of quotes and brackets. */
const isDateCode = (code: string): boolean =>
  /[yd]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
