// SPDX-License-Identifier: Apache-2.0
// How every file reads, whatever it is about. Each rule names its offenders, one line each.
import {
  type CallExpression,
  isArrowFunction,
  isCallExpression,
  isExportAssignment,
  isExpressionStatement,
  isFunctionDeclaration,
  isFunctionExpression,
  isMethodDeclaration,
  isPropertyAccessExpression,
  type Node,
} from 'typescript/unstable/ast';
import type { Rule } from './rules-of-modules.ts';
import { placeOf, type Source, walk } from './sources.ts';

const LINES_OF_A_FILE = 400;
const LINES_OF_A_FUNCTION = 50;

export const filesAreShort: Rule = ({ files }) =>
  files
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > LINES_OF_A_FILE)
    .map(({ path, lines }) => `${path} has ${lines} lines`);

/** The block of a `describe` is a chapter, not a function, and may be longer. */
export const functionsAreShort: Rule = ({ files }) =>
  files.flatMap((file) => {
    const long: string[] = [];
    walk(file.tree, (node) => {
      const lines = linesWithin(file, node);
      if (lines > LINES_OF_A_FUNCTION && !isChapter(file, node)) {
        long.push(`${placeOf(file, node)} has a function of ${lines} lines`);
      }
    });
    return long;
  });

function linesWithin({ tree }: Source, node: Node): number {
  const isFunction =
    isFunctionDeclaration(node) ||
    isFunctionExpression(node) ||
    isArrowFunction(node) ||
    isMethodDeclaration(node);
  if (!isFunction || node.body === undefined) return 0;
  const line = (position: number) => tree.getLineAndCharacterOfPosition(position).line;
  const lines = line(node.body.end) - line(node.body.getStart(tree)) + 1;
  return node.body.getText(tree).startsWith('{') ? lines - 2 : lines;
}

function isChapter({ tree }: Source, node: Node): boolean {
  return isCallExpression(node.parent) && /^describe\b/.test(node.parent.expression.getText(tree));
}

const EMPTY_NAMES = /^(utils?|helpers?|common|types?|managers?|services?|misc)$/;

/** A name that says nothing collects everything. */
export const namesSaySomething: Rule = ({ files }) =>
  files
    .filter(({ path }) =>
      path.split('/').some((part) => EMPTY_NAMES.test(part.split('.')[0] ?? '')),
    )
    .map(({ path }) => path);

export const licenceIsNamed: Rule = ({ files }) =>
  files
    .filter(({ text }) => !/^(#!.*\n)?\/\/ SPDX-License-Identifier: Apache-2\.0\n/.test(text))
    .map(({ path }) => path);

/** The tools that read a `*.config.ts` want a default export; nobody else does. */
export const exportsHaveNames: Rule = ({ files }) =>
  files
    .filter(({ path }) => !path.endsWith('.config.ts'))
    .flatMap((file) =>
      file.tree.statements
        .filter((statement) => {
          const text = statement.getText(file.tree);
          return (
            isExportAssignment(statement) || /^export (default\b|\{[^}]*\bas default\b)/.test(text)
          );
        })
        .map((statement) => placeOf(file, statement)),
    );

/** Unfinished work goes to the list of issues, where somebody sees it. */
export const nothingIsLeftToDo: Rule = ({ files }) =>
  files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .map((line, index) => ({ line, at: `${path}:${index + 1}` }))
      .filter(({ line }) => /(\/\/|\/\*|^\s*\*)\s*(TODO|FIXME|XXX|HACK)\b/i.test(line))
      .map(({ at }) => at),
  );

/**
 * No promise is dropped: it is awaited, returned, given away, or its failure is caught. Biome looks
 * for this too, but its own inference loses Kysely's select, update and delete; the compiler's not.
 */
export const promisesAreAwaited: Rule = ({ files, isPromise }) =>
  files.flatMap((file) => {
    const dropped: string[] = [];
    walk(file.tree, (node) => {
      if (!isExpressionStatement(node) || !isCallExpression(node.expression)) return;
      if (isPromise(node.expression) && !isCaught(node.expression)) {
        dropped.push(`${placeOf(file, node)} drops a promise`);
      }
    });
    return dropped;
  });

/** `p.catch(f)` and `p.then(f, g)`. */
function isCaught({ expression, arguments: given }: CallExpression): boolean {
  if (!isPropertyAccessExpression(expression)) return false;
  if (expression.name.text === 'catch') return given.length > 0;
  return expression.name.text === 'then' && given.length > 1;
}
