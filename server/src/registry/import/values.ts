// SPDX-License-Identifier: Apache-2.0
// What one cell says, or why it cannot be taken. Nothing is read or written here.
import { readId, type Sex, tidyId } from '@lilong/contracts/id-number';
import { maskId, maskPhone } from '@lilong/contracts/mask';
import { tidyPhone } from '@lilong/contracts/phone';
import { Misfit } from '../../places/index.ts';
import { documents, provinceWords, sexWords } from './codes.ts';

/** A cell by the name of its field; empty when the file does not say. */
export type Cells = (field: string) => string;

/** `="310…"` and `'310…` are how tables keep a number from being reckoned with. */
export const plain = (text: string): string => {
  const bare = text.normalize('NFKC').trim().replace(/^'/, '');
  return (/^="(.*)"$/s.exec(bare)?.[1] ?? bare).trim();
};

/** Blanks that a table was padded with; a middle dot between the parts of a foreign name stays. */
export const tidyName = (text: string): string =>
  text.replace(/[•・‧]/g, '·').replace(/\s+/g, /^[\p{Script=Han}\s·]+$/u.test(text) ? '' : ' ');

export function nameIn(cells: Cells): string {
  const name = tidyName(cells('name'));
  if (name === '') throw new Misfit('name', 'load.needed');
  if (name.length > 60 || /\d/.test(name) || !/\p{L}/u.test(name))
    throw new Misfit('name', 'load.name', { value: name.slice(0, 20) });
  return name;
}

/** A code by one of the words that stand for it. */
export function codeIn(
  cells: Cells,
  field: string,
  words: ReadonlyMap<string, string>,
): string | null {
  const text = cells(field).replace(/\s/g, '');
  if (text === '') return null;
  const code = words.get(text) ?? words.get(text.toLowerCase());
  if (code === undefined) throw new Misfit(field, 'load.unknown', { value: text.slice(0, 20) });
  return code;
}

/** A document and its number, tidy; none when somebody has none. */
export interface Papers {
  readonly document: string;
  readonly number: string;
  /** What an identity card's number says. */
  readonly bornOn: string | null;
  readonly sex: 1 | 2 | null;
  readonly area: string | null;
}

export function papersIn(cells: Cells): Papers | null {
  const number = tidyId(cells('number'));
  const said = codeIn(cells, 'document', documents);
  if (number === '' && (said === null || said === 'none')) return null;
  if (number === '') throw new Misfit('number', 'load.needed');
  if (said === 'none') throw new Misfit('document', 'load.none-but-number');
  const document = said ?? '111';
  checkWhole(number);
  if (document !== '111') return foreign(document, number);
  const facts = readId(number);
  if (facts === undefined) throw new Misfit('number', 'load.id-number', { value: maskId(number) });
  return { document, number, ...facts };
}

/** A table keeps fifteen digits of a number that it reckons with: the rest is gone, and nobody can bring it back. */
function checkWhole(number: string): void {
  const isShortened = /^\d(\.\d+)?E\+?\d+$/.test(number);
  const isRounded = /^\d{15}000$/.test(number) && readId(number) === undefined;
  if (isShortened || isRounded) throw new Misfit('number', 'load.number-lost');
}

function foreign(document: string, number: string): Papers {
  if (!/^[A-Z0-9()/]{5,30}$/.test(number))
    throw new Misfit('number', 'load.document-number', { value: maskId(number) });
  return { document, number, bornOn: null, sex: null, area: null };
}

/** The sex, from the number or the cell; both have to agree. `papers` is undefined when they are wrong themselves. */
export function sexIn(cells: Cells, papers: Papers | null | undefined): Sex {
  const code = codeIn(cells, 'sex', sexWords);
  const said = code === null ? null : (Number(code) as Sex); // one of the table's codes
  const known = papers?.sex ?? null;
  if (known === null) {
    if (said === null && papers !== undefined) throw new Misfit('sex', 'load.sex-needed');
    return said ?? 0;
  }
  if ((said === 1 || said === 2) && said !== known) throw new Misfit('sex', 'load.sex-differs');
  return known;
}

export function bornIn(
  cells: Cells,
  papers: Papers | null | undefined,
  today: string,
): string | null {
  const said = dayIn(cells, 'born_on', today);
  const known = papers?.bornOn ?? null;
  if (known !== null && known > today) throw new Misfit('number', 'load.not-yet', { value: known });
  // 1990-05 says a month only: the number knows the day.
  if (said !== null && known !== null && !known.startsWith(said))
    throw new Misfit('born_on', 'load.born-differs', { value: said });
  if (known !== null) return known;
  if (said !== null && said.length < 10)
    throw new Misfit('born_on', 'load.no-day', { value: said });
  return said;
}

const SERIAL_FROM = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

/** A day as tables write it, `1949-12-10`; of a birthday the month will do. */
export function dayIn(cells: Cells, field: string, today: string): string | null {
  const text = cells(field).replace(/\s.*$/, '');
  if (text === '') return null;
  const day = dayOf(text);
  if (day === undefined) throw new Misfit(field, 'load.no-day', { value: text.slice(0, 20) });
  if (day > today) throw new Misfit(field, 'load.not-yet', { value: day });
  return day;
}

function dayOf(text: string): string | undefined {
  if (/^\d{5}$/.test(text))
    return new Date(SERIAL_FROM + Number(text) * DAY_MS).toISOString().slice(0, 10);
  const parts =
    /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})?日?)?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})?$/.exec(text);
  if (parts === null) return undefined;
  const [, year = '', month = '', day] = parts;
  const whole = `${year}-${month.padStart(2, '0')}-${(day ?? '1').padStart(2, '0')}`;
  const at = new Date(`${whole}T00:00:00Z`);
  const isDay = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(whole);
  if (!isDay || year < '1800') return undefined;
  return day === undefined ? whole.slice(0, 7) : whole;
}

/** A mobile number or a fixed line, as it is kept. */
export function phoneIn(cells: Cells, field = 'phone'): string | null {
  const text = cells(field);
  if (text === '') return null;
  const phone = tidyPhone(text);
  if (phone === undefined)
    throw new Misfit(field, 'load.phone', { value: maskPhone(text.replace(/\s/g, '')) });
  return phone;
}

/** Where somebody is registered (户籍): six digits of GB/T 2260, the home they live in, or a text to find a home by. */
export type Registered =
  | { readonly in: string }
  | { readonly at: 'same' }
  | { readonly at: string; readonly in: string };

const SAME = /^(同上|同住址|同现住址|同居住地|同房屋地址|本址|本户|人户一致)$/;
const CITY = '31';

export function registeredIn(cells: Cells): Registered | null {
  const text = cells('registered').replace(/\s/g, '');
  if (text === '') return null;
  if (SAME.test(text)) return { at: 'same' };
  if (/^[1-8]\d{5}$/.test(text)) return { in: text };
  const province = provinceWords.get(text.slice(0, 2)) ?? provinceWords.get(text.slice(0, 3));
  if (province !== undefined && province !== CITY) return { in: `${province}0000` };
  if (province === undefined && !/\d/.test(text) && !/^本市|区$/.test(text))
    throw new Misfit('registered', 'load.registered', { value: text.slice(0, 20) });
  return { at: text, in: `${CITY}0000` };
}
