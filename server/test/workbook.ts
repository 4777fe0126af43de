// SPDX-License-Identifier: Apache-2.0
// Workbooks as Excel writes them, for stories and benches: a ZIP of XML, made by hand.
import { crc32, deflateRawSync } from 'node:zlib';

/** A text, a number as the file has it, or a day shown as a date. */
export type Cell = string | { readonly n: string } | { readonly day: number };

/** One sheet; `more` puts other parts beside it or in the place of ours. */
export function workbook(
  rows: readonly (readonly Cell[])[],
  more: Readonly<Record<string, string | Buffer>> = {},
): Buffer {
  const shared = new Map<string, number>();
  const sheet = rows.map((cells, at) => rowOf(cells, at + 1, shared)).join('');
  const parts: Record<string, string | Buffer> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${relations}"><sheets><sheet name="说明" sheetId="1" state="hidden" r:id="rId9"/><sheet name="人员" sheetId="2" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId9" Target="worksheets/sheet9.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet ${main}><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${main}><dimension ref="A1"/><sheetData>${sheet}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst ${main}>${[...shared.keys()].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
    ...more,
  };
  return zip(parts);
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function rowOf(cells: readonly Cell[], at: number, shared: Map<string, number>): string {
  const inner = cells.map((cell, column) => cellOf(cell, `${lettersOf(column)}${at}`, shared));
  return `<row r="${at}">${inner.join('')}</row>`;
}

function cellOf(cell: Cell, reference: string, shared: Map<string, number>): string {
  if (typeof cell !== 'string' && 'n' in cell) return `<c r="${reference}"><v>${cell.n}</v></c>`;
  if (typeof cell !== 'string') return `<c r="${reference}" s="1"><v>${cell.day}</v></c>`;
  if (cell === '') return '';
  const index = shared.get(cell) ?? shared.size;
  shared.set(cell, index);
  return `<c r="${reference}" t="s"><v>${index}</v></c>`;
}

const lettersOf = (column: number): string =>
  (column >= 26 ? lettersOf(Math.floor(column / 26) - 1) : '') +
  String.fromCharCode(65 + (column % 26));

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Files in one ZIP, packed. */
export function zip(files: Readonly<Record<string, string | Buffer>>): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const path = Buffer.from(name);
    const head = headOf(bytes, packed.length, path.length);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), head, path, packed]);
    const rest = Buffer.alloc(14); // comment, disk, attributes
    rest.writeUInt32LE(offset, 10);
    centrals.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), head, rest, path);
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}

/** What local and central headers have in common: version to extra length. */
function headOf(bytes: Buffer, packed: number, path: number): Buffer {
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(0x0800, 2); // names in UTF-8
  head.writeUInt16LE(8, 4); // deflate
  head.writeUInt32LE(crc32(bytes), 10);
  head.writeUInt32LE(packed, 14);
  head.writeUInt32LE(bytes.length, 18);
  head.writeUInt16LE(path, 22);
  return head;
}
