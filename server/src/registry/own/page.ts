// SPDX-License-Identifier: Apache-2.0
// The file as a page: one self-contained document that a browser opens without a network, and a printer prints.

import type { OwnConsent } from '@lilong/contracts/registry-guardians';
import type { OwnObjection } from '@lilong/contracts/registry-objections';
import type { OwnGrant, OwnGroup, OwnLook } from '@lilong/contracts/registry-own';
import { zoneOf } from '../../kernel/calendar-zone.ts';
import type { Ctx } from '../../kernel/ctx.ts';
import type { OwnDocument } from './file.ts';
import { type Say, sayerFor } from './say.ts';

const style = `body{font:16px/1.6 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1f2421}
h1,h2{line-height:1.3}table{border-collapse:collapse;width:100%;margin-bottom:2rem}
th,td{border:1px solid #999;padding:.4rem .6rem;text-align:left;vertical-align:top}
small{display:block;color:#444}tr{break-inside:avoid}@media print{body{margin:0;font-size:12px}}`;

export function pageOf(ctx: Ctx, made: OwnDocument): string {
  const say = sayerFor(ctx);
  const when = sayMoments(ctx);
  const { since, organisationName, roleName, documentName } = made.binding;
  const title = say('own.page.title');
  const binding = say('own.page.binding', {
    when: when(since),
    organisation: organisationName,
    role: roleName,
    document: documentName,
  });
  return `<!doctype html>
<html lang="${ctx.actor.language === 'en' ? 'en' : 'zh-CN'}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${text(title)}</title><style>${style}</style></head>
<body><h1>${text(title)}</h1><p>${text(say('own.page.made', { when: when(made.made) }))}</p><p>${text(binding)}</p>
${made.groups.map((one) => groupTable(one, say)).join('\n')}
${objectionTable(made.objections, say, when)}
${grantTable(made.grants, say, when)}
${consentTable(made.consents, say, when)}
${lookTable(made.looks, say, when)}
</body></html>
`;
}

type When = (moment: string) => string;
/** 2026-03-02 09:00, by the clocks of the city. */
function sayMoments(ctx: Ctx): When {
  const zone = ctx.config.TIME_ZONE;
  zoneOf(zone); // refuses one that does not exist
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return (moment) => format.format(new Date(moment));
}

function groupTable({ group, values }: OwnGroup, say: Say): string {
  const rows = values.map(({ name, says, more, source, day }) => [
    text(name),
    text(says) + more.map((one) => `<small>${text(one)}</small>`).join(''),
    text(source),
    text(say.date(day ?? '')),
  ]);
  const heads = [
    say('own.page.what'),
    say('own.page.value'),
    say('own.page.source'),
    say('own.page.day'),
  ];
  return table(say(`own.group.${group}`), heads, rows, say);
}

function objectionTable(objections: readonly OwnObjection[], say: Say, when: When): string {
  const rows = objections.map((one) => {
    const asked = [one.current, one.proposed].map((value) => value ?? say('own.unknown'));
    const change = one.label === null ? asked.join(' → ') : (asked[0] ?? '');
    const what = say('own.objection.of', { name: one.name, change });
    const { length: count } = one.photos;
    const photos = count === 0 ? '' : say('own.objection.photos', { count: String(count) });
    const who = [one.organisationName ?? say('own.self'), one.sourceName].join(' → ');
    const answer = [say(`own.objection.${one.state}`), one.reason ?? ''].join(' ');
    return [when(one.filedAt), who, [what, one.evidence, photos].join(' '), answer].map(text);
  });
  const heads = [
    say('own.page.when'),
    say('own.page.who'),
    say('own.page.what'),
    say('own.page.answer'),
  ];
  return table(say('own.page.objections'), heads, rows, say);
}

function grantTable(grants: readonly OwnGrant[], say: Say, when: When): string {
  const rows = grants.map((one) =>
    [
      when(one.from),
      when(one.until),
      [one.organisationName, one.roleName, one.name].filter((part) => part !== null).join(' '),
      one.about === null ? one.purpose : say('own.page.granted', one.about),
    ].map(text),
  );
  const heads = [
    say('own.page.when'),
    say('own.page.until'),
    say('own.page.who'),
    say('own.page.purpose'),
  ];
  return table(say('own.page.grants'), heads, rows, say);
}

function consentTable(consents: readonly OwnConsent[], say: Say, when: When): string {
  const rows = consents.map((one) =>
    [when(one.since), when(one.until), one.name, `${one.reason} ${one.item}`].map(text),
  );
  const heads = [
    say('own.page.when'),
    say('own.page.until'),
    say('own.page.who'),
    say('own.page.purpose'),
  ];
  return table(say('own.page.consents'), heads, rows, say);
}

function lookTable(looks: readonly OwnLook[], say: Say, when: When): string {
  const rows = looks.map((one) =>
    [
      when(one.at),
      [one.organisationName ?? '', one.roleName].join(' '),
      one.held === null ? one.says : say('own.look.held', { what: one.says, day: one.held }),
      one.purpose,
    ].map(text),
  );
  const heads = [
    say('own.page.when'),
    say('own.page.who'),
    say('own.page.did'),
    say('own.page.purpose'),
  ];
  return table(say('own.page.looks'), heads, rows, say);
}

function table(
  title: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  say: Say,
): string {
  const head = `<h2>${text(title)}</h2>`;
  if (rows.length === 0) return `${head}<p>${text(say('own.page.none'))}</p>`;
  const top = heads.map((one) => `<th scope="col">${text(one)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  return `${head}<table><thead><tr>${top}</tr></thead><tbody>${body.join('\n')}</tbody></table>`;
}

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
/** What somebody typed stays text. */
const text = (said: string): string => said.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
