// SPDX-License-Identifier: Apache-2.0
// The same document for people. No script, nothing from elsewhere.
import { readFileSync } from 'node:fs';
import type { Host } from './host.ts';
import { addressOf, type Document, type Operation, openapiOf, type Parameter } from './openapi.ts';
import { type ServerKey, sayServer } from './voice.ts';

/** `GET /api/docs`. */
export function serveOpenapiPage(host: Host): void {
  let page: string | undefined;
  host.http.get('/api/docs', (_, reply) => {
    const address = addressOf(host);
    page ??= pageOf(openapiOf(host.served, address), address, host.demo);
    return reply.type('text/html; charset=utf-8').send(page);
  });
}

function pageOf(document: Document, address: string, demo: Host['demo']): string {
  const groups = Map.groupBy(operationsOf(document), ({ operation }) => operation.tags[0] ?? '');
  const tags = [...groups.keys()].sort();
  const links = tags.map((tag) => `<a href="#${tag}">${tag}</a>`).join(' ');
  const title = `${sayServer('zh', 'docs.title')} · ${sayServer('en', 'docs.title')}`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${tokens()}${style}</style>
</head>
<body>
<header>
<h1>${arch}<span>${sayServer('zh', 'docs.title')}</span> <small lang="en">${sayServer('en', 'docs.title')}</small></h1>
${demo ? `<p class="demo">${both('docs.demo')}</p>\n` : ''}<p>${both('docs.lead')}</p>
<p>${both('docs.refused')}</p>
<p><a href="/api/openapi.json">${both('docs.json')}</a></p>
<p>${both('docs.open311', { address: escaped(`${address}${open311}`) })}
<a href="${open311}/discovery.json">discovery</a> · <a href="${open311}/services.json">services</a> <code>${open311Methods}</code></p>
<nav>${links}</nav>
</header>
<main>
${tags.map((tag) => groupOf(tag, groups.get(tag) ?? [])).join('\n')}
</main>
</body>
</html>
`;
}

/** The interface that others defined: docs/domain/open311.md. */
const open311 = '/open311/v2';
const open311Methods =
  'GET services, services/{code} · POST requests · GET requests, requests/{id}, requests/{id}/updates · GET, POST servicerequestupdates';

interface Placed {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
}
function operationsOf(document: Document): Placed[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
}

function groupOf(tag: string, placed: readonly Placed[]): string {
  return `<section aria-labelledby="${tag}"><h2 id="${tag}">${tag}</h2>
${placed.map(detailsOf).join('\n')}
</section>`;
}

function detailsOf({ path, method, operation }: Placed): string {
  const open = operation.security.some((way) => Object.keys(way).length === 0);
  const body = operation.requestBody?.content;
  const ok = operation.responses['200'] as { content?: Content } | undefined; // made by openapiOf
  return `<details>
<summary><b class="${method}">${method.toUpperCase()}</b> <code>${escaped(path)}</code> <span lang="en">${escaped(operation.summary)}</span></summary>
<p class="who">${both(open ? 'docs.open' : 'docs.signed-in')}</p>
${operation.parameters.length === 0 ? '' : `<h3>${both('docs.fields')}</h3>${tableOf(operation.parameters)}`}
${body === undefined ? '' : `<h3>${both('docs.body')}</h3>${schemasOf(body as Content)}`}
${ok?.content === undefined ? '' : `<h3>${both('docs.reply')}</h3>${schemasOf(ok.content)}`}
</details>`;
}

type Content = Readonly<Record<string, { readonly schema?: unknown }>>;

function schemasOf(content: Content): string {
  return Object.entries(content)
    .map(([type, { schema }]) => {
      const text = schema === undefined ? '' : `\n${JSON.stringify(schema, null, 2)}`;
      return `<pre tabindex="0">${escaped(`${type}${text}`)}</pre>`;
    })
    .join('');
}

function tableOf(parameters: readonly Parameter[]): string {
  const rows = parameters.map(
    ({ name, in: where, required, schema, description }) =>
      `<tr><th scope="row"><code>${escaped(name)}</code></th><td>${where}</td><td>${required ? both('docs.needed') : ''}</td><td><code>${escaped(JSON.stringify(schema))}</code>${description === undefined ? '' : `<br><span lang="en">${escaped(description)}</span>`}</td></tr>`,
  );
  return `<table>${rows.join('')}</table>`;
}

function both(key: ServerKey, facts: Record<string, unknown> = {}): string {
  return `${sayServer('zh', key, facts)} <span lang="en">${sayServer('en', key, facts)}</span>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** The colours and sizes of the screens. */
function tokens(): string {
  return readFileSync(new URL('../../../ui/src/tokens.css', import.meta.url), 'utf8');
}

const arch =
  '<svg viewBox="0 0 24 24" width="32" height="32" aria-hidden="true"><path d="M3 22V11a9 9 0 0 1 18 0v11h-4V11a5 5 0 0 0-10 0v11z" fill="currentColor"/></svg>';

const style = `
header, main { max-width: 60rem; margin: 0 auto; padding: var(--s-5) var(--s-4); }
h1 { display: flex; flex-wrap: wrap; align-items: center; gap: var(--s-2); margin: 0 0 var(--s-3);
  font: 600 var(--t-6) / 1.2 var(--serif); }
h1 svg { color: var(--brick); }
h1 small { color: var(--ink-2); font: 400 var(--t-4) var(--sans); }
h2 { margin: var(--s-6) 0 var(--s-2); font: 600 var(--t-5) / 1.2 var(--serif); }
h3 { margin: var(--s-4) 0 var(--s-1); font-size: var(--t-2); }
p { margin: var(--s-1) 0; }
[lang='en'] { color: var(--ink-2); }
a { color: var(--river); }
nav { display: flex; flex-wrap: wrap; gap: var(--s-1) var(--s-4); margin-top: var(--s-4); }
nav a { padding: var(--s-1) 0; }
details { border: 1px solid var(--line); background: var(--paper); border-radius: var(--r-1); margin: var(--s-2) 0; padding: 0 var(--s-4); }
details[open] { padding-bottom: var(--s-4); }
summary { padding: var(--s-3) 0; cursor: pointer; }
summary b { display: inline-block; min-width: 4.5em; color: var(--slate); }
summary b.post, summary b.put, summary b.delete { color: var(--brick); }
code, pre { font-family: ui-monospace, monospace; font-size: var(--t-2); overflow-wrap: anywhere; }
p.demo { background: var(--amber-tint); color: var(--amber); border-radius: var(--r-1); padding: var(--s-2) var(--s-3); }
p.demo [lang='en'] { color: inherit; }
.who { color: var(--ink-2); font-size: var(--t-2); }
table { width: 100%; border-collapse: collapse; font-size: var(--t-2); }
th, td { border-top: 1px solid var(--line); padding: var(--s-1) var(--s-2); text-align: left; vertical-align: top; }
pre { background: var(--plaster); border: 1px solid var(--line); border-radius: var(--r-1); padding: var(--s-3); max-height: 24rem; overflow: auto; white-space: pre-wrap; }
`;
