// SPDX-License-Identifier: Apache-2.0
import type { Cell } from '@lilong/server/registry/generate/rows';

/** Rows as PostgreSQL's `COPY … FROM STDIN` reads them (text format). */
export function copyText(rows: readonly (readonly Cell[])[]): Buffer {
  let text = '';
  for (const row of rows) {
    for (let at = 0; at < row.length; at += 1)
      text += (at === 0 ? '' : '\t') + cellText(row[at] ?? null);
    text += '\n';
  }
  return Buffer.from(text, 'utf8');
}

export function cellText(cell: Cell): string {
  if (cell === null) return '\\N';
  if (typeof cell === 'string') return escaped(cell);
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'boolean') return cell ? 't' : 'f';
  if (Buffer.isBuffer(cell)) return `\\\\x${cell.toString('hex')}`;
  return escaped(`{${cell.map(quoted).join()}}`);
}

const special = /[\\\t\n\r]/;
const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

const escaped = (text: string): string =>
  special.test(text) ? text.replace(/[\\\t\n\r]/g, (sign) => escapes[sign] ?? sign) : text;

/** An element of an array. */
const quoted = (text: string): string =>
  /^[a-z_]\w*$/.test(text) && text !== 'null' ? text : `"${text.replace(/["\\]/g, '\\$&')}"`;
