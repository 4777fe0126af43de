// SPDX-License-Identifier: Apache-2.0
// A list as a table that Excel opens, and as a page whose every printed sheet says whose it is and until when.
import type { CrowdColumn, CrowdPerson } from '@lilong/contracts/registry-crowds';
import { speak } from '@lilong/contracts/words';
import { en } from '@lilong/contracts/words/en';
import { codesEn } from '@lilong/contracts/words/en-codes';
import { listsEn } from '@lilong/contracts/words/en-lists';
import { zh } from '@lilong/contracts/words/zh';
import { codesZh } from '@lilong/contracts/words/zh-codes';
import { listsZh } from '@lilong/contracts/words/zh-lists';
import type { Entry } from '../../kernel/catalogue.ts';
import type { Ctx } from '../../kernel/ctx.ts';

const voices = { zh: speak('zh', zh, codesZh, listsZh), en: speak('en', en, codesEn, listsEn) };

export interface SayList {
  (key: keyof typeof listsZh, facts?: Readonly<Record<string, string>>): string;
  code(kind: 'sex' | 'standing' | 'stays', code: string): string;
  role(role: string): string;
  named(entry: Pick<Entry, 'name' | 'nameEn'> | undefined, key: string): string;
}
export function sayerOfLists({ actor: { language } }: Pick<Ctx, 'actor'>): SayList {
  const voice = voices[language];
  const say = (key: keyof typeof listsZh, facts: Readonly<Record<string, string>> = {}) =>
    voice._(key, facts);
  return Object.assign(say, {
    code: (kind: string, code: string) => voice._(`code.${kind}.${code}`),
    role: (role: string) => voice._(`role.${role}`),
    named: (entry: Pick<Entry, 'name' | 'nameEn'> | undefined, key: string) =>
      (language === 'en' ? entry?.nameEn : undefined) ?? entry?.name ?? key,
  });
}

export interface Sheet {
  readonly title: string;
  /** Who took it out, when, what for, until when. */
  readonly said: string;
  readonly columns: readonly CrowdColumn[];
  readonly people: readonly CrowdPerson[];
}

function cellOf(one: CrowdPerson, column: CrowdColumn, say: SayList): string {
  switch (column) {
    case 'name':
      return one.name;
    case 'sex':
      return say.code('sex', one.sex);
    case 'age':
      return one.age === null ? '' : String(one.age);
    case 'born':
      return one.bornOn ?? '';
    case 'door':
      return one.door ?? '';
    case 'committee':
      return one.placeName;
    case 'standing':
      return say.code('standing', one.standing);
    case 'stays':
      return one.staysAs === null ? '' : say.code('stays', one.staysAs);
    case 'since':
      return one.since;
    case 'labels':
      return one.labels.map((label) => say.named(label, label.code)).join(say('list.comma'));
  }
}

const mark = '\ufeff'; // Excel takes a file without it for the old encoding
/** A cell that a spreadsheet would compute is text. */
const quoted = (cell: string): string =>
  `"${(/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`;

export function tableOf({ said, columns, people }: Sheet, say: SayList): string {
  const lines = [
    [said],
    columns.map((column) => say(`list.${column}`)),
    ...people.map((one) => columns.map((column) => cellOf(one, column, say))),
    [said],
  ];
  return `${mark}${lines.map((line) => line.map(quoted).join()).join('\r\n')}\r\n`;
}

// What is fixed is printed on every sheet.
const style = `body{font:14px/1.5 sans-serif;margin:2rem;color:#1f2421}h1{font-size:1.4rem}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.3rem .5rem;text-align:left}
thead{display:table-header-group}tr{break-inside:avoid}
.mark{position:fixed;inset:0;display:grid;place-items:center;pointer-events:none;color:#0002;font-size:1.6rem;text-align:center;rotate:-24deg}
footer{margin-top:1rem}@media print{body{margin:0}footer{position:fixed;bottom:0;font-size:10px}}`;

export function pageOf(ctx: Ctx, sheet: Sheet, say: SayList): string {
  const { title, said, columns, people } = sheet;
  const head = columns.map((column) => `<th scope="col">${text(say(`list.${column}`))}</th>`);
  const rows = people.map(
    (one) =>
      `<tr>${columns.map((column) => `<td>${text(cellOf(one, column, say))}</td>`).join('')}</tr>`,
  );
  return `<!doctype html>
<html lang="${ctx.actor.language === 'en' ? 'en' : 'zh-CN'}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${text(title)}</title><style>${style}</style></head>
<body><div class="mark" aria-hidden="true">${text(said)}</div><h1>${text(title)}</h1>
<table><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table><footer>${text(said)}</footer></body></html>
`;
}

const text = (words: string): string =>
  words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
