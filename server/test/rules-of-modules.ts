// SPDX-License-Identifier: Apache-2.0
// What keeps the monolith modular. Each rule names its offenders, one line each.
import {
  isCallExpression,
  isNewExpression,
  isNoSubstitutionTemplateLiteral,
  isPropertyAccessExpression,
  isStringLiteral,
  isTemplateExpression,
  type Node,
} from 'typescript/unstable/ast';
import { importsOf, isTest, placeOf, type Source, type Sources, walk } from './sources.ts';

export type Rule = (sources: Sources) => string[];

/** Other code enters `server/src/<module>/` through its `index.ts` only. */
export const enteredThroughIndex: Rule = ({ files }) =>
  files.flatMap((file) =>
    importsOf(file)
      .filter(({ target }) => {
        const entered = moduleOf(target);
        if (entered === undefined || entered === 'kernel' || entered === moduleOf(file.path)) {
          return false;
        }
        return file.path.startsWith('server/src/') && !target.endsWith('/index.ts');
      })
      .map(({ node, target }) => `${placeOf(file, node)} enters ${target}`),
  );

/** From the inside out; a file may import its own layer and those before it. */
const layers: readonly (readonly [name: string, member: RegExp])[] = [
  ['contracts', /^contracts\/|^@lilong\/contracts\//],
  ['kernel', /^server\/src\/(kernel\/|config\.ts)/],
  ['module', /^server\/src\/\w+\//],
  ['modules.ts', /^server\/src\/modules\.ts/],
  ['main.ts', /^server\/src\/|^@lilong\/server\//],
  ['tests and tools', /^(server\/test|sim|bench|e2e|scripts)\//],
];

/** contracts ← kernel ← module ← modules.ts ← main.ts, and nothing but tests imports tests. */
export const importsPointInwards: Rule = ({ files }) =>
  files
    .filter(({ path }) => !isTest(path))
    .flatMap((file) => {
      const own = layerOf(file.path);
      if (own === undefined) return [];
      return importsOf(file)
        .filter(({ target }) => (layerOf(target) ?? own) > own)
        .map(({ node, target }) => `${placeOf(file, node)} imports ${target}`);
    });

/**
 * contracts hold shapes and words: TypeBox, Lingui's reader of words, and nothing that does I/O. How a certificate is
 * checked is agreed on there too (decision 0008), with the signatures that it is checked by.
 */
export const contractsAreShapes: Rule = ({ files }) =>
  files
    .filter(({ path }) => path.startsWith('contracts/') && !isTest(path))
    .flatMap((file) =>
      importsOf(file)
        .filter(
          ({ target }) =>
            !/^(contracts\/|@lilong\/contracts\/|typebox(\/|$)|@lingui\/(core|message-utils)(\/|$)|sm-crypto-v2$|@noble\/curves\/)/.test(
              target,
            ),
        )
        .map(({ node, target }) => `${placeOf(file, node)} imports ${target}`),
    );

/** The screens know the server by its contracts; home and desk do not know each other. */
export const frontsStandAlone: Rule = ({ files }) =>
  files.flatMap((file) => {
    const front = /^(ui|home|desk|board)\//.exec(file.path)?.[1];
    if (front === undefined) return [];
    const foreign = ['home', 'desk', 'board', 'server', 'sim'].filter((name) => name !== front);
    const isForeign = new RegExp(`^(@lilong/)?(${foreign.join('|')})/`);
    return importsOf(file)
      .filter(({ target }) => isForeign.test(target))
      .map(({ node, target }) => `${placeOf(file, node)} imports ${target}`);
  });

/** The machine's clock is read in `kernel/clock.ts` and nowhere else; SQL does not read it either. */
export const timeIsGiven: Rule = ({ files }) =>
  files
    .filter(({ path }) => path.startsWith('server/src/') && !isTest(path))
    .filter(({ path }) => path !== 'server/src/kernel/clock.ts')
    .flatMap((file) =>
      found(file, (node) => {
        if (isNewExpression(node) && node.expression.getText(file.tree) === 'Date') {
          return (node.arguments ?? []).length === 0 ? ['new Date()'] : [];
        }
        if (isCallExpression(node) && node.expression.getText(file.tree) === 'Date') {
          return ['Date()'];
        }
        if (isPropertyAccessExpression(node)) {
          const read = node.getText(file.tree);
          return read === 'Date.now' || read === 'Temporal.Now' ? [read] : [];
        }
        const inSql =
          /\b(?:now|(?:clock|statement|transaction)_timestamp)\(\)|\bcurrent_(?:date|timestamp)\b/i;
        return moduleOf(file.path) === 'kernel' ? [] : (inSql.exec(literal(file, node)) ?? []);
      }),
    );

const KYSELY_WRITES = new Set([
  'insertInto',
  'updateTable',
  'deleteFrom',
  'mergeInto',
  'replaceInto',
]);
const SQL_WRITES =
  /\b(?:insert\s+into|update(?:\s+only)?|delete\s+from(?:\s+only)?|merge\s+into|truncate(?:\s+table)?)\s+"?(\w+)"?\."?\w+/gi;
/** Schemas beside its own that a folder may write: the kernel keeps the migrations and the queue. */
const ALSO: Readonly<Record<string, readonly string[]>> = { kernel: ['public', 'pgboss'] };

/** A module writes only to the tables of its own schema. */
export const writesOwnSchema: Rule = ({ files }) =>
  files
    .filter(({ path }) => path.startsWith('server/src/') && !isTest(path))
    .flatMap((file) => {
      const own = moduleOf(file.path) ?? '';
      const allowed = [own, ...(ALSO[own] ?? [])];
      return found(file, (node) =>
        writtenSchemas(file, node)
          .filter((schema) => !allowed.includes(schema))
          .map((schema) => `writes to ${schema}`),
      );
    });

function writtenSchemas(file: Source, node: Node): string[] {
  if (isCallExpression(node) && isPropertyAccessExpression(node.expression)) {
    const [table] = node.arguments;
    if (table === undefined || !KYSELY_WRITES.has(node.expression.name.text)) return [];
    return [literal(file, table).split('.')[0]?.replace(/^\W/, '') || 'a table that is not named'];
  }
  return [...literal(file, node).matchAll(SQL_WRITES)].map(([, schema]) => schema ?? '');
}

/** The text of a string or template, quotes and all; nothing for any other node. */
function literal(file: Source, node: Node): string {
  const isText =
    isStringLiteral(node) || isNoSubstitutionTemplateLiteral(node) || isTemplateExpression(node);
  return isText ? node.getText(file.tree) : '';
}

function found(file: Source, offences: (node: Node) => readonly string[]): string[] {
  const lines: string[] = [];
  walk(file.tree, (node) => {
    for (const offence of offences(node)) lines.push(`${placeOf(file, node)} ${offence}`);
  });
  return lines;
}

function moduleOf(path: string): string | undefined {
  return /^(?:server\/src|@lilong\/server)\/([\w-]+)\//.exec(path)?.[1];
}

function layerOf(path: string): number | undefined {
  const index = layers.findIndex(([, member]) => member.test(path));
  return index === -1 ? undefined : index;
}
